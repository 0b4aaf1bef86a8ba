import { describe, expect, it } from 'vitest';
import {
  compareDimensions,
  compareTexts,
  keyOfObjects,
  orderedObjects,
  shapeOf,
} from './objects.ts';

const object = (dimension: string, code: string) => ({ dimension, code });

describe('a list of objects', () => {
  it('is in order of dimension, without empty codes, however it is written', () => {
    const list = [object('21', 'B'), object('6', 'P'), object('1', ''), object('a', 'x')];
    const ordered = [object('6', 'P'), object('21', 'B'), object('a', 'x')];
    expect(orderedObjects(list)).toEqual(ordered);
    expect(orderedObjects(list.toReversed())).toEqual(ordered);
  });

  it('has a key that no other list has', () => {
    const keys = [
      [],
      [object('1', '2')],
      [object('12', '')],
      [object('1', '2 6 3')],
      [object('1', '2'), object('6', '3')],
      [object('1', '"2"')],
    ].map(keyOfObjects);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has its dimensions as its shape', () => {
    expect(shapeOf([object('1', 'A'), object('6', 'B')])).toBe('1 6');
    expect(shapeOf([])).toBe('');
  });

  it('sorts dimensions by number and codes by character', () => {
    expect(['21', '6', '1', 'x'].toSorted(compareDimensions)).toEqual(['1', '6', '21', 'x']);
    expect(['b', 'a', 'Ö', 'B'].toSorted(compareTexts)).toEqual(['B', 'a', 'b', 'Ö']);
  });
});
