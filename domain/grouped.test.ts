import { expect, it } from 'vitest';
import { grouped } from './grouped.ts';

it('keeps the order of the items in each group, and of the groups as they were met', () => {
  const groups = grouped(['b1', 'a1', 'b2'], (item) => item.slice(0, 1));
  expect([...groups]).toEqual([
    ['b', ['b1', 'b2']],
    ['a', ['a1']],
  ]);
});
