import { describe, expect, it } from 'vitest';
import { pageOf } from './title-focus.ts';

describe('another page', () => {
  it.each([
    ['/itsam/oversikt', '/itsam/borgensutrymme'],
    ['/itsam/installningar', '/sodra-forbundet/installningar'],
    ['/konto', '/itsam/konto'],
  ])('is %s to %s', (one, other) => {
    expect(pageOf(one)).not.toBe(pageOf(other));
  });

  it.each([
    ['/itsam/investeringsbudget/2025', '/itsam/investeringsbudget/2026'],
    ['/itsam/oversikt', '/itsam/oversikt/'],
  ])('is not %s to %s', (one, other) => {
    expect(pageOf(one)).toBe(pageOf(other));
  });
});
