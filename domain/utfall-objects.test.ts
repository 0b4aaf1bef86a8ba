import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromObjectText, toObjectText } from './utfall-objects.ts';

describe('the objects of an amount as text', () => {
  it.each([
    [[], ''],
    [[{ dimension: '6', code: 'P1' }], '6:P1'],
    [
      [
        { dimension: '6', code: 'P1' },
        { dimension: '1', code: '100' },
      ],
      '6:P1;1:100',
    ],
    [[{ dimension: '6', code: 'a:b;c\\d' }], String.raw`6:a\:b\;c\\d`],
  ])('%j is %s', (objects, text) => {
    expect(toObjectText(objects)).toBe(text);
    expect(fromObjectText(text)).toEqual(objects);
  });

  it('come back as they were, whatever stands in them', () => {
    const part = fc.string({ unit: fc.constantFrom('a', 'Å', '1', ':', ';', '\\', ' ', '\n') });
    const object = fc.record({ dimension: part, code: part });
    fc.assert(
      fc.property(fc.array(object, { maxLength: 5 }), (objects) => {
        expect(fromObjectText(toObjectText(objects))).toEqual(objects);
      }),
    );
  });
});
