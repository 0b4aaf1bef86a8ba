import { read, utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableCell } from '#domain/utfall-table-cell.ts';
import { inline, makeWorkbook, sheetData } from './testing/made-workbook.ts';
import { readHere } from './testing/read.ts';

async function cellsOf(bytes: Buffer, sheet = 'Blad'): Promise<(readonly TableCell[])[]> {
  const { sheets, refusal } = await readHere(bytes, 'utfall.xlsx');
  expect(refusal).toBeNull();
  return [...(sheets.get(sheet)?.values() ?? [])];
}

const text = (value: string): TableCell => ({ kind: 'text', text: value });
const number = (value: string): TableCell => ({ kind: 'number', text: value });

describe('a workbook written by another library', () => {
  it('has its texts, exact numbers, days, truths, errors and empty cells', async () => {
    const sheet = utils.aoa_to_sheet([
      ['Rad', 'Datum', 'Belopp'],
      ['Klienter & "nät"', new Date(2024, 2, 1), 0.1 + 0.2, true],
      [null, null, -1234.56, { t: 'e', v: 42 }],
      [],
      ['  å\n ö ', null, 1e15, false],
    ]);
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, 'Blad');
    const bytes = write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true }) as Buffer;
    const { sheets, notes } = await readHere(bytes, 'utfall.xlsx');
    expect([...(sheets.get('Blad')?.entries() ?? [])]).toEqual([
      [1, [text('Rad'), text('Datum'), text('Belopp')]],
      [
        2,
        [
          text('Klienter & "nät"'),
          { kind: 'date', text: '2024-03-01' },
          number('0.3'),
          { kind: 'boolean', text: 'TRUE' },
        ],
      ],
      [3, [text(''), text(''), number('-1234.56'), { kind: 'error', text: '#N/A' }]],
      [
        5,
        [
          text('  å\n ö '),
          text(''),
          number('1000000000000000'),
          { kind: 'boolean', text: 'FALSE' },
        ],
      ],
    ]);
    expect(notes).toEqual([]);
  });

  it('is read as that library reads it, whatever its texts and numbers are', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => one.trim() !== ''),
      fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((ore) => ore / 100),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        async (rows, bookSST) => {
          const book = utils.book_new();
          utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Blad');
          const bytes = write(book, { type: 'buffer', bookType: 'xlsx', bookSST }) as Buffer;
          const theirs = utils.sheet_to_json<unknown[]>(
            read(bytes).Sheets['Blad'] ?? expect.fail('no sheet'),
            { header: 1, raw: true },
          );
          const ours = await cellsOf(bytes);
          expect(ours.map((row) => row.map((one) => one.text.replaceAll('\r', '')))).toEqual(
            theirs.map((row) => row.map((one) => String(one).replaceAll('\r', ''))),
          );
        },
      ),
    );
  });
});

describe('a cell', () => {
  const styles =
    '<numFmts><numFmt numFmtId="170" formatCode="yyyy\\-mm"/><numFmt numFmtId="171" formatCode="#,##0,"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>';
  const strings =
    '<si><t>Rad</t></si><si><r><t>Kli</t></r><r><rPr><b/></rPr><t>enter</t></r><rPh sb="0" eb="1"><t>uttal</t></rPh></si><si><t>_x005F_x000A_ och _x00C5_</t></si>';

  it.each<[string, TableCell]>([
    ['<c t="s"><v>0</v></c>', text('Rad')],
    ['<c t="s"><v>1</v></c>', text('Klienter')],
    ['<c t="s"><v>2</v></c>', text('_x000A_ och Å')],
    ['<c><v>1.5</v></c>', number('1.5')],
    ['<c t="n"><v>4.0999999999999996</v></c>', number('4.1')],
    ['<c s="1"><v>45352</v></c>', { kind: 'date', text: '2024-03-01' }],
    ['<c s="2"><v>45352.5</v></c>', { kind: 'date', text: '2024-03-01' }],
    ['<c s="1"><v>-5</v></c>', number('-5')],
    ['<c s="99"><v>45352</v></c>', number('45352')],
    ['<c t="d"><v>2024-03-01T10:00:00</v></c>', { kind: 'date', text: '2024-03-01' }],
    ['<c t="b"><v>1</v></c>', { kind: 'boolean', text: 'TRUE' }],
    ['<c t="e"><v>#REF!</v></c>', { kind: 'error', text: '#REF!' }],
    ['<c><v>NaN</v></c>', { kind: 'error', text: 'NaN' }],
    ['<c t="str"><f>A1</f><v>Nät</v></c>', text('Nät')],
    ['<c><f>1+1</f><v>2</v></c>', number('2')],
    ['<c><f>1+1</f></c>', { kind: 'missing', text: '' }],
    ['<c><f>1+1</f><v></v></c>', { kind: 'missing', text: '' }],
    ['<c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>', text('ab')],
    ['<c t="str"><v><![CDATA[<b>]]></v></c>', text('<b>')],
  ])('stored as %s is %j', async (cell, expected) => {
    const bytes = makeWorkbook({ sheets: { Blad: sheetData(cell) }, strings, styles });
    expect(await cellsOf(bytes)).toEqual([[expected]]);
  });

  it('stands where its reference says, or after the one before', async () => {
    const xml =
      '<sheetData><row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c><c r="AA2"><v>3</v></c></row><row><c><v>4</v></c></row></sheetData>';
    const { sheets } = await readHere(makeWorkbook({ sheets: { Blad: xml } }), 'u.xlsx');
    const rows = sheets.get('Blad');
    expect([...(rows?.keys() ?? [])]).toEqual([2, 3]);
    const second = rows?.get(2) ?? [];
    expect(second.map((cell) => cell.text)).toEqual([
      '',
      '1',
      '2',
      ...Array<string>(23).fill(''),
      '3',
    ]);
    expect(rows?.get(3)).toEqual([number('4')]);
  });

  it('is read from day 0 in 1904 where the workbook says so, and behind any prefix', async () => {
    const sheet =
      '<x:sheetData xmlns:x="y"><x:row><x:c s="1"><x:v>43890</x:v></x:c></x:row></x:sheetData>';
    const properties = '<workbookPr date1904="1"/>';
    const bytes = makeWorkbook({ sheets: { Blad: sheet }, styles, properties });
    expect(await cellsOf(bytes)).toEqual([[{ kind: 'date', text: '2024-03-01' }]]);
  });
});

describe('what is said about a workbook', () => {
  it('names formulas, those without a value, merged and hidden cells, and scaled numbers', async () => {
    const xml =
      '<cols><col min="2" max="16384" hidden="1"/></cols><sheetData>' +
      '<row r="1"><c><v>1</v></c><c><f>A1</f><v>2</v></c></row>' +
      '<row r="2" hidden="1"><c><f>A1</f></c><c s="1"><v>5000</v></c></row>' +
      '<row r="3" hidden="1"/></sheetData>' +
      '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/></mergeCells>';
    const styles =
      '<numFmts><numFmt numFmtId="170" formatCode="0,"/></numFmts><cellXfs><xf/><xf numFmtId="170"/></cellXfs>';
    const bytes = makeWorkbook({
      sheets: { Blad: xml, Dolt: sheetData(inline('a')) },
      sheetAttributes: { Dolt: 'state="veryHidden"' },
      styles,
    });
    const { notes, sheets } = await readHere(bytes, 'u.xlsx');
    const sheet = 'Blad';
    expect(notes).toEqual([
      { code: 'formulas', details: { sheet, count: '2' } },
      { code: 'formulas_without_value', details: { sheet, count: '1', cells: 'A2' } },
      { code: 'merged_cells', details: { sheet, count: '2' } },
      { code: 'numbers_scaled', details: { sheet, count: '1' } },
      { code: 'hidden_rows', details: { sheet, count: '1' } },
      { code: 'hidden_columns', details: { sheet, count: '1' } },
      { code: 'hidden_sheet', details: { sheet: 'Dolt' } },
    ]);
    expect(sheets.get('Dolt')?.get(1)).toEqual([text('a')]);
  });

  it('names the first five formulas without a value', async () => {
    const bytes = makeWorkbook({ sheets: { Blad: sheetData('<c><f>1</f></c>'.repeat(28)) } });
    expect((await readHere(bytes, 'u.xlsx')).notes[1]).toEqual({
      code: 'formulas_without_value',
      details: { sheet: 'Blad', count: '28', cells: 'A1, B1, C1, D1, E1 …' },
    });
  });

  it('says that macros are ignored and that a chart has no cells', async () => {
    const bytes = makeWorkbook({
      sheets: { Blad: sheetData(inline('a')), Graf: '' },
      entries: [
        { name: 'xl/vbaProject.bin', data: 'Sub Auto_Open()' },
        {
          name: 'xl/_rels/workbook.xml.rels',
          data: '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="/xl/worksheets/s0.xml"/><Relationship Id="rId2" Type="x/chartsheet" Target="worksheets/s1.xml"/></Relationships>',
        },
      ],
    });
    const { notes, sheets } = await readHere(bytes, 'budget.xlsm');
    expect(notes).toEqual([
      { code: 'macros_ignored', details: {} },
      { code: 'sheet_without_cells', details: { sheet: 'Graf' } },
    ]);
    expect([...sheets.keys()]).toEqual(['Blad']);
  });
});
