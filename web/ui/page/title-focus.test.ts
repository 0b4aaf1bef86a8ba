import { describe, expect, it } from 'vitest';
import { pageOf } from './title-focus.ts';

describe('another page', () => {
  it.each([
    ['/itsam/oversikt', '/itsam/borgensutrymme'],
    ['/itsam/installningar', '/sodra-forbundet/installningar'],
    ['/konto', '/itsam/konto'],
    ['/itsam/investeringsbudget/2025', '/itsam/investeringsbudget/2025/utfall'],
    ['/itsam/arenden', '/itsam/arenden/019a5b7c-0000-7000-8000-000000000020'],
  ])('is %s to %s', (one, other) => {
    expect(pageOf(one)).not.toBe(pageOf(other));
  });

  it.each([
    ['/itsam/investeringsbudget/2025', '/itsam/investeringsbudget/2026'],
    ['/itsam/investeringsbudget', '/itsam/investeringsbudget/2026'],
    ['/itsam/investeringsbudget/2025/utfall', '/itsam/investeringsbudget/2024/utfall'],
    ['/itsam/oversikt', '/itsam/oversikt/'],
  ])('is not %s to %s', (one, other) => {
    expect(pageOf(one)).toBe(pageOf(other));
  });
});
