import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatTsv, parseTsv, spreadsheetText } from './tsv.ts';

describe('reads a block from the clipboard', () => {
  test.each<[string, string, string[][]]>([
    ['one value', '5', [['5']]],
    ['nothing', '', [['']]],
    ['a row', '1\t2\t3', [['1', '2', '3']]],
    [
      'rows from Windows',
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['rows from a Mac', '1\n2\n', [['1'], ['2']]],
    ['rows from an old Mac', '1\r2', [['1'], ['2']]],
    ['an empty line in the middle', '1\n\n2', [['1'], [''], ['2']]],
    ['an empty line at the end, beside the break', '1\n\n', [['1'], ['']]],
    ['empty cells at both ends', '\t1\t\n', [['', '1', '']]],
    ['rows of unlike lengths', '1\t2\n3', [['1', '2'], ['3']]],
    ['a cell of two lines', '"a\nb"\tc', [['a\nb', 'c']]],
    ['a tab inside a cell', '"a\tb"', [['a\tb']]],
    ['doubled quotes', '"sa ""hej"""\t1', [['sa "hej"', '1']]],
    ['an empty quoted cell', '""\t1', [['', '1']]],
    ['a quote that does not end its cell', '"hej" sa han\t1', [['"hej" sa han', '1']]],
    ['a quote that never closes', '"5 tum\t1', [['"5 tum', '1']]],
    ['a quote inside a word', '5" rör', [['5" rör']]],
    ['spaces, kept', ' 1 \t 2', [[' 1 ', ' 2']]],
  ])('%s', (_name, text, block) => {
    expect(parseTsv(text)).toEqual(block);
  });

  test('everything that was written comes back', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', '"', '\t', '\n', '\r', ' ', '−') });
    const block = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(block, (written) => {
        // A last row of one empty cell looks like the line break that ends the row before it.
        fc.pre(written.length === 1 || written.at(-1)?.join('\t') !== '');
        expect(parseTsv(formatTsv(written))).toEqual(written);
      }),
    );
  });
});

describe('gives spreadsheets figures they read as numbers', () => {
  test.each([
    ['58\u00a0662', '58662'],
    ['\u221222\u00a0967', '-22967'],
    ['\u22121\u00a0234,5', '-1234,5'],
    ['0', '0'],
    ['0,00001', '0,00001'],
    ['1\u00a0234\u00a0567', '1234567'],
    ['', ''],
    ['–', '–'],
    ['2 st', '2 st'],
    ['1\u00a02', '1\u00a02'],
    ['Klienter', 'Klienter'],
    ['070 123 456', '070 123 456'],
  ])('%s as %s', (shown, copied) => {
    expect(spreadsheetText(shown)).toBe(copied);
  });
});
