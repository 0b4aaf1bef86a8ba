import { describe, expect, it } from 'vitest';
import { roles } from '#domain/rights.ts';
import { firstPageOf, pageAfterRoleChange, pagesOf } from './pages.ts';

describe('the pages of a role', () => {
  it('are those that it may read, in the order of the menu', () => {
    expect(pagesOf('ekonom')).toEqual([
      'oversikt',
      'investeringsbudget',
      'arenden',
      'borgensutrymme',
      'lan',
      'installningar',
    ]);
    expect(pagesOf('direktion')).toEqual(pagesOf('ekonom'));
    expect(pagesOf('revisor')).toEqual([
      'oversikt',
      'investeringsbudget',
      'arenden',
      'borgensutrymme',
      'lan',
      'revision',
      'installningar',
    ]);
    expect(pagesOf('administrator')).toEqual(['installningar']);
  });

  it('begin with the first that it may read', () => {
    expect(roles.map(firstPageOf)).toEqual(['oversikt', 'oversikt', 'oversikt', 'installningar']);
  });

  it('keep a person where the new role may be, and else lead to its first page', () => {
    const budget = '/itsam/investeringsbudget/2025?visning=protokoll';
    expect(pageAfterRoleChange(budget, 'direktion')).toBe(budget);
    expect(pageAfterRoleChange('/itsam/revision', 'ekonom')).toBe('/itsam/oversikt');
    expect(pageAfterRoleChange(budget, 'administrator')).toBe('/itsam/installningar');
    expect(pageAfterRoleChange('/itsam', 'administrator')).toBe('/itsam/installningar');
    expect(pageAfterRoleChange('/itsam/finns-inte', 'revisor')).toBe('/itsam/oversikt');
  });
});
