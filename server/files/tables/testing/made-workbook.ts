import { type MadeEntry, makeZip } from './made-zip.ts';

/** What a test puts into a workbook; the rest is as small as it can be. */
export type MadeWorkbook = {
  /** The XML inside each sheet's `worksheet` element, by the sheet's name. */
  readonly sheets: Readonly<Record<string, string>>;
  /** Attributes of a sheet's entry in the workbook, such as `state="hidden"`. */
  readonly sheetAttributes?: Readonly<Record<string, string>>;
  /** The XML inside `sst`. */
  readonly strings?: string;
  /** The XML inside `styleSheet`. */
  readonly styles?: string;
  /** The XML before `sheets` in the workbook. */
  readonly properties?: string;
  /** Further entries, and replacements of the usual ones. */
  readonly entries?: readonly MadeEntry[];
};

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

/** The XML of one sheet with these cells, row by row, each cell as its XML. */
export function sheetData(...rows: readonly string[]): string {
  return `<sheetData>${rows.map((cells, at) => `<row r="${at + 1}">${cells}</row>`).join('')}</sheetData>`;
}

/** A cell with a text of its own. */
export function inline(text: string): string {
  return `<c t="inlineStr"><is><t>${text}</t></is></c>`;
}

/** The entries of a workbook, to be changed before they are zipped. */
export function workbookEntries(made: MadeWorkbook): MadeEntry[] {
  const names = Object.keys(made.sheets);
  const sheets = names.map((name, at) => {
    const more = made.sheetAttributes?.[name] ?? '';
    return `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}" ${more}/>`;
  });
  const related = names.map((_, at) =>
    relation(`rId${at + 1}`, 'worksheet', `worksheets/s${at}.xml`),
  );
  if (made.strings !== undefined) related.push(relation('s', 'sharedStrings', 'sharedStrings.xml'));
  if (made.styles !== undefined) related.push(relation('t', 'styles', 'styles.xml'));
  const usual: MadeEntry[] = [
    { name: '[Content_Types].xml', data: '<Types/>' },
    {
      name: '_rels/.rels',
      data: `<Relationships ${relations}>${relation('a', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook ${main} xmlns:r="${office}">${made.properties ?? ''}<sheets>${sheets.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships ${relations}>${related.join('')}</Relationships>`,
    },
    ...Object.values(made.sheets).map((xml, at) => ({
      name: `xl/worksheets/s${at}.xml`,
      data: `<worksheet ${main}>${xml}</worksheet>`,
    })),
  ];
  if (made.strings !== undefined) {
    usual.push({ name: 'xl/sharedStrings.xml', data: `<sst ${main}>${made.strings}</sst>` });
  }
  if (made.styles !== undefined) {
    usual.push({ name: 'xl/styles.xml', data: `<styleSheet ${main}>${made.styles}</styleSheet>` });
  }
  const further = made.entries ?? [];
  const replaced = usual.filter(({ name }) => !further.some((entry) => entry.name === name));
  return [...replaced, ...further];
}

function relation(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
}

/** A workbook as a file's bytes. */
export function makeWorkbook(made: MadeWorkbook): Buffer {
  return makeZip(workbookEntries(made));
}
