import { SaxesParser } from 'saxes';
import { openZip } from '../files/tables/zip.ts';

/** A paragraph as a DOCX has it: its style, whether it is an item of a list, and its text. */
export type DocxParagraph = {
  readonly kind: 'paragraph';
  readonly style: string;
  readonly isItem: boolean;
  readonly text: string;
};

/** A row of a table; `isHead` is what makes Word repeat it and a reader take it for headings. */
export type DocxRow = { readonly isHead: boolean; readonly cells: readonly string[] };

/** A table as a DOCX has it. */
export type DocxTable = { readonly kind: 'table'; readonly rows: readonly DocxRow[] };

/** The text of a part of a zip; throws where it is damaged. */
export async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  const zip = await openZip(Buffer.from(bytes));
  let text = '';
  for await (const piece of zip.text(name)) text += piece;
  return text;
}

/** The names of the parts of a zip, in lower case. */
export async function partNames(bytes: Uint8Array): Promise<string[]> {
  return [...(await openZip(Buffer.from(bytes))).names];
}

/** What stands in the body of a DOCX, from the top down; throws where its XML is not well-formed. */
export async function readBody(bytes: Uint8Array): Promise<(DocxParagraph | DocxTable)[]> {
  const parser = new SaxesParser();
  const body: (DocxParagraph | DocxTable)[] = [];
  let paragraph = { style: '', isItem: false, text: '' };
  let rows: { isHead: boolean; cells: string[] }[] | null = null;
  let isText = false;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const value = attributes['w:val'] ?? '';
    if (name === 'w:tbl') rows = [];
    if (name === 'w:tr') rows?.push({ isHead: false, cells: [] });
    if (name === 'w:tc') rows?.at(-1)?.cells.push('');
    if (name === 'w:p') paragraph = { style: '', isItem: false, text: '' };
    if (name === 'w:pStyle') paragraph.style = value;
    if (name === 'w:numPr') paragraph.isItem = true;
    if (name === 'w:br') paragraph.text += '\n';
    if (name === 'w:tab' && attributes['w:pos'] === undefined) paragraph.text += '\t';
    const row = rows?.at(-1);
    if (name === 'w:tblHeader' && row !== undefined) row.isHead = value === '';
    isText = name === 'w:t';
  });
  parser.on('text', (text) => {
    if (isText) paragraph.text += text;
  });
  parser.on('closetag', ({ name }) => {
    isText = false;
    if (name === 'w:p' && rows === null) body.push({ kind: 'paragraph', ...paragraph });
    const cells = rows?.at(-1)?.cells;
    if (name === 'w:p' && cells !== undefined) cells[cells.length - 1] += paragraph.text;
    if (name === 'w:tbl' && rows !== null) {
      body.push({ kind: 'table', rows });
      rows = null;
    }
  });
  parser.write(await partOf(bytes, 'word/document.xml')).close();
  return body;
}
