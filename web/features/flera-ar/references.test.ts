import { expect, it } from 'vitest';
import { referenceOf } from './references.ts';

const lineId = '01a20185-1491-7a3a-9704-4c3bf459812e';

it('leads to the passport of the figure, and to none that would show another amount', () => {
  const end = { year: 2024, carriedOut: '0' };
  expect(referenceOf('budget', end, lineId)).toBe(`budget:2024:${lineId}:total`);
  expect(referenceOf('outcome', end, lineId)).toBe(`utfall:2024:${lineId}:total`);
  expect(referenceOf('left', end, lineId)).toBe(`yearEnd:2024:${lineId}:left`);
  expect(referenceOf('budget', { ...end, carriedOut: '3400' }, lineId)).toBeNull();
});
