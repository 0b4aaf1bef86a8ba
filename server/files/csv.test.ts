import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tkr } from '#domain/tkr.ts';
import { toCsv, unguarded } from './csv.ts';

describe('CSV', () => {
  it('begins with a BOM, ends each row with CRLF and separates by semicolons', () => {
    expect(toCsv([['Nät', null, tkr('1')], []])).toBe('\uFEFFNät;;1\r\n\r\n');
  });

  it.each([
    ['58662', '58662'],
    ['-22567.4', '-22567,4'],
    ['1234567.00001', '1234567,00001'],
    ['1.234', '1,234'],
    ['0', '0'],
  ])('writes the amount %s as %s, unrounded and without groups', (amount, written) => {
    expect(toCsv([[tkr(amount)]])).toBe(`\uFEFF${written}\r\n`);
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@x',
    '\tx',
    '\rx',
    ' =1',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    '\u00a0=1',
  ])('guards the text %j that a spreadsheet could take for a formula', (text) => {
    const [[cell] = []] = parse(toCsv([[text]]), { bom: true, delimiter: ';' });
    expect(cell).toBe(`'${text}`);
  });

  it.each(["'=1", "''=1", "' -1", "'x", '=1', 'x'])('gives the text %j back', (text) => {
    const [[cell = ''] = []] = parse(toCsv([[text]]), { bom: true, delimiter: ';' });
    expect(cell).not.toMatch(/^[=-]/u);
    expect(unguarded(cell)).toBe(text);
  });

  it('writes a number that is no amount as one', () => {
    const cells = ['-0.5', '3.2500', '12', '0'].map((plain) => ({ plain }));
    expect(toCsv([cells])).toBe('\uFEFF-0,5;3,25;12;0\r\n');
  });

  it.each(['a;b', 'a"b', 'a\nb', 'a\r\nb', 'åäö', ''])('keeps the text %j', (text) => {
    const [[cell] = []] = parse(toCsv([[text, 'x']]), { bom: true, delimiter: ';' });
    expect(cell).toBe(text);
  });

  it('never lets a text out of its cell', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 5 }),
        (texts) => {
          const rows = parse(toCsv([texts, texts]), {
            bom: true,
            delimiter: ';',
            relaxColumnCount: true,
            recordDelimiter: '\r\n',
          });
          expect(rows).toHaveLength(2);
          for (const row of rows) {
            expect(row.map(unguarded)).toEqual(texts);
          }
        },
      ),
    );
  });
});
