import { TableRefused } from './refused.ts';

const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const zip = Buffer.from('504b', 'hex');

/** The stream that an encrypted workbook has in its OLE container, as that writes its names. */
const encryptedName = Buffer.from('EncryptedPackage', 'utf16le');

const workbookEndings = ['xlsx', 'xlsm', 'xltx', 'xltm'];
const textEndings = ['csv', 'txt', 'tsv', 'tab', 'skv', 'prn', 'asc', 'dat'];

/** Beginnings of files that are often taken for tables; other binary files have control characters. */
const markup = /^\s*<(?:!doctype|html|head|body|table|\?xml|[a-z]+:?[a-z]*[\s>])/iu;
const sie = /^\s*#FLAGGA\b/u;

/**
 * What a file is, by its content alone. Throws for what is no table that can be read: empty files,
 * old or locked workbooks, web pages, SIE.
 */
export function contentOf(bytes: Buffer): 'csv' | 'xlsx' {
  if (bytes.length === 0) throw new TableRefused('table_empty');
  if (startsWith(bytes, ole)) {
    throw new TableRefused(bytes.includes(encryptedName) ? 'workbook_locked' : 'workbook_old');
  }
  if (startsWith(bytes, zip)) return 'xlsx';
  const start = bytes
    .subarray(0, 1000)
    .toString('latin1')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/u, '')
    .replaceAll('\u0000', '');
  if (start.startsWith('%PDF')) throw new TableRefused('not_a_table');
  if (markup.test(start)) throw new TableRefused('web_page');
  if (sie.test(start)) throw new TableRefused('sie_file');
  return 'csv';
}

function startsWith(bytes: Buffer, mark: Buffer): boolean {
  return bytes.subarray(0, mark.length).equals(mark);
}

/**
 * Throws where a file's name says that it is something else than it is: whoever opens it elsewhere
 * would see another table, or none. A name without an ending says nothing.
 */
export function refuseMisnamed(kind: 'csv' | 'xlsx', fileName: string): void {
  const ending = endingOf(fileName);
  if (ending === null) return;
  if (kind === 'xlsx' && !workbookEndings.includes(ending)) {
    throw new TableRefused('workbook_misnamed', { ending });
  }
  if (kind === 'csv' && !textEndings.includes(ending)) {
    throw new TableRefused('text_misnamed', { ending });
  }
}

// In lower case and without anything that is no letter or digit: it is said back to a person.
function endingOf(fileName: string): string | null {
  const ending = /\.([^./\\]{1,20})$/u.exec(fileName.trim())?.[1];
  return ending === undefined ? null : ending.toLowerCase().replace(/[^a-z0-9]/gu, '');
}
