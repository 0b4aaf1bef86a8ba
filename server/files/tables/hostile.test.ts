import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  inline,
  type MadeWorkbook,
  makeWorkbook,
  sheetData,
  workbookEntries,
} from './testing/made-workbook.ts';
import { type MadeEntry, makeZip } from './testing/made-zip.ts';
import { readHere, refusalOf } from './testing/read.ts';

const plain: MadeWorkbook = {
  sheets: { Blad: sheetData(inline('Rad') + inline('Utfall'), `${inline('Nät')}<c><v>5</v></c>`) },
};
const sheetPart = 'xl/worksheets/s0.xml';

// The plain workbook with one part changed.
function changed(name: string, change: Partial<MadeEntry>): Buffer {
  return makeZip(
    workbookEntries(plain).map((entry) => (entry.name === name ? { ...entry, ...change } : entry)),
  );
}

async function codeOf(made: MadeWorkbook): Promise<string | null> {
  return refusalOf(makeWorkbook(made), 'u.xlsx');
}

describe('a zip that lies', () => {
  it('is read where it does not', async () => {
    expect(await refusalOf(makeWorkbook(plain), 'u.xlsx')).toBeNull();
  });

  it.each<[string, Buffer, string]>([
    [
      'about the size of a part: more than it says',
      changed(sheetPart, { says: { unpackedSize: 10 } }),
      'workbook_damaged',
    ],
    [
      'about the size of a part: less than it says',
      changed(sheetPart, { says: { unpackedSize: 4_000_000_000 } }),
      'workbook_damaged',
    ],
    ['about a checksum', changed(sheetPart, { says: { crc: 1 } }), 'workbook_damaged'],
    [
      'by giving two entries the same bytes',
      changed(sheetPart, { says: { offset: 0 } }),
      'workbook_damaged',
    ],
    ['about its entries', makeZip(workbookEntries(plain), 60_000), 'too_many_parts'],
    ['by being locked', changed(sheetPart, { says: { flags: 1 } }), 'workbook_locked'],
    [
      'by leaving its own folder',
      makeWorkbook({ ...plain, entries: [{ name: '../../etc/passwd', data: 'x' }] }),
      'workbook_damaged',
    ],
    [
      'by an absolute path',
      makeWorkbook({ ...plain, entries: [{ name: '/etc/passwd', data: 'x' }] }),
      'workbook_damaged',
    ],
    [
      'by having a part twice',
      makeZip([...workbookEntries(plain), { name: sheetPart.toUpperCase(), data: '<worksheet/>' }]),
      'workbook_damaged',
    ],
  ])('%s is refused', async (_, bytes, code) => {
    expect(await refusalOf(bytes, 'u.xlsx')).toBe(code);
  });

  it('by giving two entries the same whole bytes is refused, as zip bombs do', async () => {
    const entries = workbookEntries(plain);
    const sheet = entries.find(({ name }) => name === sheetPart) ?? expect.fail('no sheet');
    const offset = makeZip(entries).indexOf(sheetPart) - 30;
    const twin = { name: 'xl/worksheets/twin.xml', data: sheet.data };
    expect(await refusalOf(makeZip([...entries, twin]), 'u.xlsx')).toBeNull();
    const sharing = { ...twin, says: { offset } };
    expect(await refusalOf(makeZip([...entries, sharing]), 'u.xlsx')).toBe('workbook_damaged');
  });

  it('with more than ten thousand entries is refused', async () => {
    const many = Array.from({ length: 10_000 }, (_, at) => ({ name: `m/${at}`, data: '' }));
    expect(await codeOf({ ...plain, entries: many })).toBe('too_many_parts');
    expect(await codeOf({ ...plain, entries: many.slice(0, 9_000) })).toBeNull();
  });
});

describe('a zip that is something else', () => {
  it.each<[string, string, Buffer, string]>([
    ['an empty zip', 'u.xlsx', makeZip([]), 'zip_without_workbook'],
    [
      'a zip with a table',
      'u.zip',
      makeZip([{ name: 'u.csv', data: 'a;b' }]),
      'zip_without_workbook',
    ],
    [
      'a zip in a zip',
      'u.xlsx',
      makeZip([{ name: 'u.xlsx', data: makeWorkbook(plain) }]),
      'zip_without_workbook',
    ],
    [
      'an OpenDocument spreadsheet',
      'u.ods',
      makeZip([
        { name: 'content.xml', data: '<x/>' },
        { name: 'META-INF/manifest.xml', data: '<x/>' },
      ]),
      'workbook_ods',
    ],
    [
      'a binary workbook',
      'u.xlsb',
      makeZip([{ name: 'xl/workbook.bin', data: 'x' }]),
      'workbook_binary',
    ],
    [
      'a text document',
      'u.docx',
      changed('xl/workbook.xml', { data: '<w:document xmlns:w="x"/>' }),
      'zip_without_workbook',
    ],
    ['a workbook called csv', 'u.csv', makeWorkbook(plain), 'workbook_misnamed'],
    ['a workbook called xls', 'u.xls', makeWorkbook(plain), 'workbook_misnamed'],
    ['a workbook without cells', 'u.xlsx', makeWorkbook({ sheets: { Blad: '' } }), 'table_empty'],
    ['a workbook without sheets', 'u.xlsx', makeWorkbook({ sheets: {} }), 'table_empty'],
  ])('%s called %s is refused', async (_, name, bytes, code) => {
    expect(await refusalOf(bytes, name)).toBe(code);
  });
});

describe('XML that attacks', () => {
  const entities = Array.from(
    { length: 10 },
    (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
  ).join('');
  const laughs = `<!DOCTYPE worksheet [<!ENTITY l0 "ha">${entities}]>`;

  it.each<[string, string, string]>([
    ['a billion laughs', `${laughs}<worksheet>&l10;</worksheet>`, 'workbook_doctype'],
    [
      'an external entity',
      '<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet>&e;</worksheet>',
      'workbook_doctype',
    ],
    ['an undeclared entity', '<worksheet>&e;</worksheet>', 'workbook_damaged'],
    ['an entity from the language', '<worksheet>&constructor;</worksheet>', 'workbook_damaged'],
    ['elements without end', '<worksheet>'.repeat(100_000), 'workbook_damaged'],
    ['an element that is cut', '<worksheet><sheetData><row', 'workbook_damaged'],
    ['a text without end', `<worksheet>${'x'.repeat(3_000_000)}`, 'workbook_damaged'],
    ['an attribute without end', `<worksheet a="${'x'.repeat(3_000_000)}`, 'workbook_damaged'],
    [
      'more than a million characters between tags',
      `<worksheet>${' '.repeat(1_200_000)}</worksheet>`,
      'workbook_damaged',
    ],
    [
      'elements sixty-five deep',
      `<worksheet>${'<x>'.repeat(64)}${'</x>'.repeat(64)}</worksheet>`,
      'workbook_damaged',
    ],
    [
      'nothing but elements sixty-four deep',
      `<worksheet>${'<x>'.repeat(63)}${'</x>'.repeat(63)}</worksheet>`,
      'table_empty',
    ],
    ['a comment without end', `<worksheet><!--${'x'.repeat(3_000_000)}`, 'workbook_damaged'],
    ['nothing at all', '', 'workbook_damaged'],
    ['UTF-16', Buffer.from('\ufeff<worksheet/>', 'utf16le').toString('latin1'), 'workbook_damaged'],
    ['a NUL', '<worksheet>\u0000</worksheet>', 'workbook_damaged'],
  ])('by %s is refused', async (_, xml, code) => {
    const data = Buffer.from(xml, xml.startsWith('\u00ff') ? 'latin1' : 'utf8');
    expect(await refusalOf(changed(sheetPart, { data }), 'u.xlsx')).toBe(code);
  });

  it.each<[string, string]>([
    ['a row of a million', '<row r="1048577"><c><v>1</v></c></row>'],
    ['rows backwards', '<row r="2"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row>'],
    ['a row twice', '<row r="1"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row>'],
    ['a cell twice', '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'],
    ['a cell of another row', '<row r="1"><c r="A2"><v>1</v></c></row>'],
    ['a cell beyond the last column', '<row r="1"><c r="ZZZ1"><v>1</v></c></row>'],
    ['a cell without a place', '<row r="1"><c r="__proto__"><v>1</v></c></row>'],
    ['a shared text that is not there', '<row><c t="s"><v>7</v></c></row>'],
    ['a shared text before the first', '<row><c t="s"><v>-1</v></c></row>'],
    ['a shared text by name', '<row><c t="s"><v>length</v></c></row>'],
    ['a cell of a kind that is none', '<row><c t="x"><v>1</v></c></row>'],
  ])('by %s is refused', async (_, rows) => {
    expect(await codeOf({ sheets: { Blad: `<sheetData>${rows}</sheetData>` } })).toBe(
      'workbook_damaged',
    );
  });

  it('by pointing a sheet at nothing, or two at one part, is refused', async () => {
    const related = (target: string): MadeEntry => ({
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="${target}"/><Relationship Id="rId2" Type="x/worksheet" Target="worksheets/s0.xml"/></Relationships>`,
    });
    const sheets = { A: sheetData(inline('a')), B: sheetData(inline('b')) };
    for (const target of ['worksheets/s9.xml', '../../../etc/passwd', 'worksheets/s0.xml']) {
      expect(await codeOf({ sheets, entries: [related(target)] })).toBe('workbook_damaged');
    }
    expect(await codeOf({ sheets, entries: [related('worksheets/s1.xml')] })).toBeNull();
  });

  it('by a part outside the file is refused, and the part is not fetched', async () => {
    for (const target of ['http://127.0.0.1:9/s.xml', 'worksheets/s0.xml']) {
      const data = `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="${target}" TargetMode="External"/></Relationships>`;
      const entries = [{ name: 'xl/_rels/workbook.xml.rels', data }];
      expect(await codeOf({ ...plain, entries })).toBe('workbook_damaged');
    }
  });
});

describe('a workbook beyond the limits', () => {
  it('unpacks to two hundred megabytes at most, over all parts', async () => {
    const padding = `<x>${' '.repeat(900_000)}</x>`.repeat(120);
    const sheet = `${sheetData(inline('a'))}${padding}`;
    expect(await codeOf({ sheets: { A: sheet } })).toBeNull();
    expect(await codeOf({ sheets: { A: sheet, B: sheet } })).toBe('unpacked_too_large');
  });

  it('has two hundred thousand rows with something in them at most', async () => {
    const row = '<row><c><v>1</v></c></row>';
    const empty = '<row r="1048576"><c s="1"/></row>';
    const sheet = (count: number): string => `<sheetData>${row.repeat(count)}${empty}</sheetData>`;
    expect(await codeOf({ sheets: { A: sheet(200_000) } })).toBeNull();
    expect(await codeOf({ sheets: { A: sheet(1_000_000) } })).toBe('too_many_rows');
  });

  it('has two hundred columns with something in them at most', async () => {
    const cells = (count: number): string => sheetData('<c><v>1</v></c>'.repeat(count));
    expect(await codeOf({ sheets: { A: cells(200) } })).toBeNull();
    expect(await codeOf({ sheets: { A: cells(201) } })).toBe('too_many_columns');
    expect(
      await codeOf({ sheets: { A: sheetData('<c><v>1</v></c><c r="XFD1" s="1"/>') } }),
    ).toBeNull();
  });

  it('has no more text than fits, however often a shared text is used', async () => {
    const long = 'x'.repeat(32_767);
    const use = '<c t="s"><v>0</v></c>';
    const rows = (count: number): string =>
      sheetData(...Array<string>(count).fill(use.repeat(100)));
    const strings = `<si><t>${long}</t></si>`;
    expect(await codeOf({ sheets: { A: rows(15) }, strings })).toBeNull();
    expect(await codeOf({ sheets: { A: rows(16) }, strings })).toBe('too_much_text');
    const longer = `<si><t>${long}x</t></si>`;
    expect(await codeOf({ sheets: { A: rows(1) }, strings: longer })).toBe('shared_text_too_long');
    expect(await codeOf({ sheets: { A: sheetData(inline(`${long}x`)) } })).toBe('cell_too_long');
    expect(await codeOf({ ...plain, strings: strings.repeat(1600) })).toBe('too_much_text');
    expect(await codeOf({ ...plain, strings: '<si/>'.repeat(3_000_001) })).toBe('too_many_cells');
  });

  it('has two hundred sheets at most', async () => {
    const sheets = (count: number): MadeWorkbook['sheets'] =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [`B${at}`, sheetData(inline('a'))]),
      );
    expect(await codeOf({ sheets: sheets(200) })).toBeNull();
    expect(await codeOf({ sheets: sheets(201) })).toBe('too_many_sheets');
  });

  it('may have a million merged areas and empty cells, which are only counted', async () => {
    const xml = `${sheetData(inline('a'))}<mergeCells>${'<mergeCell/>'.repeat(1_000_000)}</mergeCells>`;
    const { refusal, notes } = await readHere(makeWorkbook({ sheets: { A: xml } }), 'u.xlsx');
    expect(refusal).toBeNull();
    expect(notes).toEqual([{ code: 'merged_cells', details: { sheet: 'A', count: '1000000' } }]);
  });
});

describe('a workbook that is broken', () => {
  it('is refused wherever it is cut', async () => {
    const whole = makeWorkbook(plain);
    for (let length = 0; length < whole.length; length += 7) {
      const code = await refusalOf(whole.subarray(0, length), 'u.xlsx');
      expect(code, `cut at ${length}`).not.toBeNull();
    }
  });

  it('is refused, or read as it was, whichever byte is changed', async () => {
    const whole = makeWorkbook(plain);
    const { sheets } = await readHere(whole, 'u.xlsx');
    const rows = [...(sheets.get('Blad')?.entries() ?? [])];
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
        const bytes = Buffer.from(whole);
        bytes[at] = byte;
        const read = await readHere(bytes, 'u.xlsx');
        if (read.refusal !== null) return;
        expect([...([...read.sheets.values()][0]?.entries() ?? [])]).toEqual(rows);
      }),
      { numRuns: 2000 },
    );
  });

  it('never makes the reader fail, whatever its bytes and its XML are', async () => {
    const markup = fc.constantFrom(
      ...['<c>', '</c>', '<v>', '</v>', '<f>', '<row r="1">', '</row>', '<sheetData>', '5', '&lt;'],
      ...['<c r="A1" t="s">', '<is><t>', ']]>', '<![CDATA[', '-->', '<!--', '"', '<?x', '&#0;'],
    );
    const xml = fc.array(markup, { maxLength: 40 }).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(xml, fc.uint8Array({ maxLength: 200 }), async (some, bytes) => {
        const sheet = await readHere(makeWorkbook({ sheets: { Blad: some } }), 'u.xlsx');
        const zip = await readHere(Buffer.concat([Buffer.from('PK'), bytes]), 'u.xlsx');
        expect(sheet.refusal !== null || sheet.sheets.size > 0).toBe(true);
        expect(zip.refusal).not.toBeNull();
      }),
      { numRuns: 1000 },
    );
  });
});
