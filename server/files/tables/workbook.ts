import path from 'node:path';
import { maxSheets } from './limits.ts';
import { TableRefused } from './refused.ts';
import { type Attributes, pathTest, readXml } from './xml.ts';
import type { ZipParts } from './zip.ts';

/** A sheet as the workbook lists it. */
export type ListedSheet = {
  readonly name: string;
  readonly hidden: boolean;
  /** The part with its cells; null for charts and dialogues, which have none. */
  readonly part: string | null;
};

/** What a workbook says about itself before any cell is read. */
export type Workbook = {
  readonly sheets: readonly ListedSheet[];
  readonly stylesPart: string | null;
  readonly stringsPart: string | null;
  /** True where day 0 is 1904-01-01, as in workbooks from old Macs. */
  readonly from1904: boolean;
  readonly hasMacros: boolean;
};

const isProperties = pathTest('workbook', 'workbookPr');
const isSheet = pathTest('workbook', 'sheets', 'sheet');
const isRelationship = pathTest('Relationships', 'Relationship');

type Relation = { readonly kind: string; readonly part: string };

/** Longest name of a sheet that is said back to a person; Excel takes 31 characters. */
const longestSheetName = 100;

/** Reads what a workbook consists of. Throws for other kinds of zip, and for a damaged one. */
export async function readWorkbook(zip: ZipParts): Promise<Workbook> {
  const part = await mainPart(zip);
  const listed: { name: string; hidden: boolean; relation: string }[] = [];
  let from1904 = false;
  await readXml(zip.text(part), {
    open(at, attributes) {
      if (at[0] !== 'workbook') throw new TableRefused('zip_without_workbook');
      if (isProperties(at)) {
        from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      }
      if (!isSheet(at)) return;
      if (listed.length === maxSheets) throw new TableRefused('too_many_sheets');
      listed.push({
        name: (attributes['name'] ?? '').slice(0, longestSheetName),
        hidden: (attributes['state'] ?? 'visible') !== 'visible',
        relation: relationId(attributes),
      });
    },
  });
  const relations = await relationsOf(zip, part);
  const sheets = listed.map(({ name, hidden, relation }) => ({
    name,
    hidden,
    part: sheetPart(zip, relations.get(relation)),
  }));
  const parts = sheets.flatMap((sheet) => sheet.part ?? []);
  if (new Set(parts).size < parts.length) throw new TableRefused('workbook_damaged');
  return {
    sheets,
    stylesPart: relatedPart(zip, relations, 'styles'),
    stringsPart: relatedPart(zip, relations, 'sharedStrings'),
    from1904,
    hasMacros:
      [...zip.names].some((name) => name.endsWith('vbaproject.bin')) ||
      [...relations.values()].some(({ kind }) => kind.toLowerCase().includes('macrosheet')),
  };
}

// `r:id` in most workbooks; the prefix is the program's own choice.
function relationId(attributes: Attributes): string {
  const name = Object.keys(attributes).find((key) => key.endsWith(':id'));
  return name === undefined ? '' : (attributes[name] ?? '');
}

async function mainPart(zip: ZipParts): Promise<string> {
  if (zip.names.has('xl/workbook.bin')) throw new TableRefused('workbook_binary');
  if (zip.names.has('meta-inf/manifest.xml') && zip.names.has('content.xml')) {
    throw new TableRefused('workbook_ods');
  }
  if (!zip.names.has('_rels/.rels')) throw new TableRefused('zip_without_workbook');
  const relations = await relationsOf(zip, '');
  const part = relatedPart(zip, relations, 'officeDocument');
  if (part === null) throw new TableRefused('zip_without_workbook');
  return part;
}

// The relations of a part stand beside it: xl/workbook.xml has xl/_rels/workbook.xml.rels.
async function relationsOf(zip: ZipParts, part: string): Promise<Map<string, Relation>> {
  const folder = path.posix.dirname(part);
  const file = path.posix.join(folder, '_rels', `${path.posix.basename(part)}.rels`);
  const relations = new Map<string, Relation>();
  await readXml(zip.text(file), {
    open(at, attributes) {
      // What lies outside the file is never fetched.
      if (!isRelationship(at)) return;
      if (attributes['TargetMode'] === 'External') return;
      const kind = (attributes['Type'] ?? '').split('/').at(-1) ?? '';
      const target = (attributes['Target'] ?? '').replaceAll('\\', '/').toLowerCase();
      const from = target.startsWith('/') ? '' : folder.toLowerCase();
      relations.set(attributes['Id'] ?? '', {
        kind,
        part: path.posix.join(from, target).replace(/^\/+/u, ''),
      });
    },
  });
  return relations;
}

function relatedPart(
  zip: ZipParts,
  relations: ReadonlyMap<string, Relation>,
  kind: string,
): string | null {
  const found = [...relations.values()].find((relation) => relation.kind === kind);
  return found !== undefined && zip.names.has(found.part) ? found.part : null;
}

function sheetPart(zip: ZipParts, relation: Relation | undefined): string | null {
  if (relation === undefined) throw new TableRefused('workbook_damaged');
  if (relation.kind !== 'worksheet') return null;
  if (!zip.names.has(relation.part)) throw new TableRefused('workbook_damaged');
  return relation.part;
}
