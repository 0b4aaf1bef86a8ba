import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHere, refusalOf, textsOf } from './testing/read.ts';

describe('a CSV file', () => {
  it.each([
    ['semicolons', 'Rad;Utfall\nKlienter;1 234,5\n', ';'],
    ['tabs', 'Rad\tUtfall\nKlienter\t1 234,5\n', '\t'],
    ['commas', 'Rad,Utfall\nKlienter,"1 234,5"\n', ','],
  ])('is split at %s', async (_, text) => {
    expect(await textsOf(text, 'utfall.csv')).toEqual([
      ['Rad', 'Utfall'],
      ['Klienter', '1 234,5'],
    ]);
  });

  it('is not split at decimal commas, nor at a comma in a few texts', async () => {
    expect(await textsOf('a;1,5\nb;2,5', 'u.csv')).toEqual([
      ['a', '1,5'],
      ['b', '2,5'],
    ]);
    expect(await textsOf('Nät, södra\nb;c\nd;e', 'u.csv')).toEqual([
      ['Nät, södra'],
      ['b', 'c'],
      ['d', 'e'],
    ]);
  });

  it('is split at what its first line says, which is no row', async () => {
    const { sheets, notes } = await readHere('sep=,\r\na;b,c\r\nd;e,f', 'u.csv');
    expect([...(sheets.get('')?.keys() ?? [])]).toEqual([1, 2]);
    expect(
      sheets
        .get('')
        ?.get(1)
        ?.map(({ text }) => text),
    ).toEqual(['a;b', 'c']);
    expect(notes).toEqual([{ code: 'separator_line', details: {} }]);
    const rows = await textsOf(`sep=;\n${'Nät;1\n'.repeat(40_000)}`, 'u.csv');
    expect(rows).toHaveLength(40_000);
    expect(rows.every(([name, amount]) => name === 'Nät' && amount === '1')).toBe(true);
  });

  it.each([
    ['UTF-8', Buffer.from('Nät;å€'), []],
    ['UTF-8 with a mark', Buffer.from('\ufeffNät;å€'), []],
    ['UTF-16', Buffer.from('\ufeffNät;å€', 'utf16le'), []],
    ['big-endian UTF-16', Buffer.from('\ufeffNät;å€', 'utf16le').swap16(), []],
    ['Windows-1252', Buffer.from('4ee4743be580', 'hex'), ['read_as_windows_1252']],
  ])('is read in %s', async (_, bytes, codes) => {
    expect(await textsOf(bytes, 'u.csv')).toEqual([['Nät', 'å€']]);
    expect((await readHere(bytes, 'u.csv')).notes.map(({ code }) => code)).toEqual(codes);
  });

  it('keeps letters whole where the bytes are read in pieces', async () => {
    const text = `${'å;ä\n'.repeat(40_000)}€;ö`;
    for (const bytes of [Buffer.from(`x${text}`), Buffer.from(`\ufeffx${text}`, 'utf16le')]) {
      const rows = await textsOf(bytes, 'u.csv');
      expect(rows).toHaveLength(40_001);
      expect(rows.slice(1, -1).every(([a, b]) => a === 'å' && b === 'ä')).toBe(true);
      expect(rows.at(-1)).toEqual(['€', 'ö']);
    }
  });

  it('has quoted fields with delimiters, quotes and lines in them', async () => {
    expect(await textsOf('a;"b;""c"""\r\n"d\r\ne";5" skärm\r\n', 'u.csv')).toEqual([
      ['a', 'b;"c"'],
      ['d\ne', '5" skärm'],
    ]);
  });

  it('keeps the numbers of its rows, and cuts what is empty at the ends', async () => {
    const { sheets } = await readHere('\n\na;;\n;;\nb;c;\n;;\n\n', 'u.csv');
    expect([...(sheets.get('') ?? new Map()).entries()]).toEqual([
      [3, [{ kind: 'text', text: 'a' }]],
      [
        5,
        [
          { kind: 'text', text: 'b' },
          { kind: 'text', text: 'c' },
        ],
      ],
    ]);
  });

  it('tells of rows that are longer or shorter than most', async () => {
    const { notes } = await readHere('a;b\nc;d\ne;f;g\nh\n\ni;j', 'u.csv');
    expect(notes).toEqual([{ code: 'rows_unequal', details: { rows: '2', row: '3' } }]);
    expect((await readHere('a;b\n\nc;d', 'u.csv')).notes).toEqual([]);
  });

  it('tells where a quote begins that never ends, or ends too early', async () => {
    expect((await readHere('a;b\nc;"d\ne\nf', 'u.csv')).refusal).toEqual({
      code: 'quote_open',
      details: { line: '2' },
    });
    expect((await readHere('a;"x\ny";"b"c', 'u.csv')).refusal).toEqual({
      code: 'quote_misplaced',
      details: { line: '2' },
    });
  });

  it('says the same as another reader of RFC 4180', async () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'å', '"', ';', '\n', ' ', ',') });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        async (rows) => {
          const quoted = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`));
          const text = `sep=;\r\n${quoted.map((row) => row.join(';')).join('\r\n')}`;
          const theirs = parse(text, {
            delimiter: ';',
            fromLine: 2,
            relaxColumnCount: true,
            recordDelimiter: '\r\n',
          });
          const { sheets } = await readHere(text, 'u.csv');
          for (const [at, row] of theirs.entries()) {
            const ours = sheets.get('')?.get(at + 1) ?? [];
            const last = row.findLastIndex((one) => one.trim() !== '');
            expect(ours.map((cell) => cell.text)).toEqual(row.slice(0, last + 1));
          }
        },
      ),
    );
  });
});

describe('a file that is no CSV', () => {
  it.each([
    ['', 'tom.csv', 'table_empty'],
    ['\ufeff', 'tom.csv', 'table_empty'],
    [';;\n;;\n', 'tom.csv', 'table_empty'],
    ['a;b\u0000c', 'u.csv', 'not_a_table'],
    [Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'bild.csv', 'not_a_table'],
    [Buffer.from('%PDF-1.7\n1 0 obj'), 'u.csv', 'not_a_table'],
    [Buffer.from('a;b', 'utf16le'), 'u.csv', 'not_a_table'],
    [Buffer.from('efbbbf61ff3b62', 'hex'), 'u.csv', 'text_broken'],
    [Buffer.from('fffe6100d8', 'hex'), 'u.csv', 'text_broken'],
    ['<html><table><tr><td>1</td></tr></table></html>', 'u.xls', 'web_page'],
    ['\ufeff<?xml version="1.0"?><Workbook/>', 'u.xls', 'web_page'],
    ['#FLAGGA 0\r\n#FORMAT PC8\r\n', 'u.se', 'sie_file'],
    ['a;b\n', 'u.xlsx', 'text_misnamed'],
    ['a\tb\n', 'u.xls', 'text_misnamed'],
    [Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), 'u.csv', 'workbook_old'],
    [
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'u.xlsx',
      'workbook_locked',
    ],
  ])('%j called %s is refused: %s', async (bytes, name, code) => {
    expect(await refusalOf(bytes, name)).toBe(code);
  });

  it('is told from one by its content and not by its name', async () => {
    expect(await refusalOf('a;b', 'utfall')).toBeNull();
    expect(await refusalOf('a;b', 'UTFALL.CSV')).toBeNull();
    expect(await refusalOf('a;b', 'utfall.txt')).toBeNull();
    expect((await readHere('a;b', 'x.<B>JPG')).refusal?.details).toEqual({ ending: 'bjpg' });
  });

  it('is refused where it passes a limit', async () => {
    const long = 'x'.repeat(32_768);
    expect(await refusalOf(`a;${'b'.repeat(32_767)}`, 'u.csv')).toBeNull();
    expect((await readHere(`a;b\nc;${long}`, 'u.csv')).refusal).toEqual({
      code: 'cell_too_long',
      details: { row: '2' },
    });
    expect((await readHere(`a;b\nc;"${long}`, 'u.csv')).refusal).toEqual({
      code: 'quote_too_long',
      details: { line: '2' },
    });
    expect(await refusalOf('x'.repeat(1_000_000), 'u.csv')).toBe('cell_too_long');
    expect(await refusalOf(`a${';'.repeat(1_000_000)}`, 'u.csv')).toBeNull();
    expect(await refusalOf(`${'a;'.repeat(200)}b`, 'u.csv')).toBe('too_many_columns');
    expect(await refusalOf(`${'a;'.repeat(199)}b`, 'u.csv')).toBeNull();
    expect(await refusalOf('a;b\n'.repeat(200_001), 'u.csv')).toBe('too_many_rows');
    expect(await refusalOf(`a;b\n${'\n'.repeat(300_000)}`, 'u.csv')).toBeNull();
    expect(await refusalOf(`a;${'b'.repeat(300)}\n`.repeat(170_000), 'u.csv')).toBe(
      'too_much_text',
    );
  });

  it('never makes the reader fail, whatever its bytes are', async () => {
    const alphabet = fc.constantFrom(0x22, 0x3b, 0x2c, 0x09, 0x0a, 0x0d, 0x61, 0xe5, 0xc3, 0xa5);
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.array(alphabet, { maxLength: 300 }).map((list) => Uint8Array.from(list)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (some) => {
        const { refusal, sheets } = await readHere(Buffer.from(some), 'u.csv');
        const rows = [...sheets.values()].flatMap((sheet) => [...sheet.values()]);
        expect(refusal !== null || rows.length > 0).toBe(true);
        for (const cell of rows.flat()) expect(cell.text).not.toContain('\u0000');
      }),
      { numRuns: 1000 },
    );
  });
});
