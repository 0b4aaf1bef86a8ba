import { emptyCell } from '#domain/utfall-table-cell.ts';
import { refuseMisnamed } from './content.ts';
import { delimiterOf } from './csv-delimiter.ts';
import { type Delimiter, RecordReader } from './csv-records.ts';
import { encodingOf, type TextEncoding, textPieces } from './csv-text.ts';
import type { RowsOut } from './rows-out.ts';

/** Bytes in which the delimiter is looked for. */
const sampleBytes = 64 * 1024;

/** The first line that Excel writes, or takes, to say what the delimiter is. */
const separatorLine = /^sep=([;,\t])(?:\r\n|\r|\n|$)/iu;

/** Reads a CSV file whose bytes are all here, row by row. */
export async function readCsv(bytes: Buffer, fileName: string, out: RowsOut): Promise<void> {
  refuseMisnamed('csv', fileName);
  const encoding = encodingOf(bytes);
  if (encoding === 'windows-1252') out.note('read_as_windows_1252');
  const sample = sampleOf(bytes, encoding);
  const declared = separatorLine.exec(sample);
  const delimiter = (declared?.[1] as Delimiter | undefined) ?? delimiterOf(sample);
  if (declared !== null) out.note('separator_line');
  await out.sheet('', false);
  const widths = new WidthCount();
  let number = 0;
  let ahead = declared?.[0].length ?? 0;
  const reader = new RecordReader(delimiter, (fields, width) => {
    number += 1;
    out.row(
      number,
      fields.map((text) => (text === '' ? emptyCell : { kind: 'text', text })),
    );
    if (fields.some((field) => field !== '')) widths.add(width, number);
  });
  for (const piece of textPieces(bytes, encoding)) {
    const text = piece.slice(ahead);
    ahead = Math.max(0, ahead - piece.length);
    reader.write(text);
    await out.drain();
  }
  reader.end();
  const unlike = widths.unlike();
  if (unlike !== null) {
    out.note('rows_unequal', { rows: `${unlike.rows}`, row: `${unlike.first}` });
  }
}

// The first whole lines: a record that the sample cuts in two would have a width of its own.
function sampleOf(bytes: Buffer, encoding: TextEncoding): string {
  const [text = ''] = textPieces(bytes.subarray(0, sampleBytes), encoding);
  if (bytes.length <= sampleBytes) return text;
  const lastBreak = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
  return lastBreak === -1 ? text : text.slice(0, lastBreak + 1);
}

/** How many rows there are of each width, and where each width was first seen. */
class WidthCount {
  readonly #seen = new Map<number, { rows: number; first: number }>();

  add(width: number, row: number): void {
    const known = this.#seen.get(width);
    if (known === undefined) this.#seen.set(width, { rows: 1, first: row });
    else known.rows += 1;
  }

  /** How many rows have another width than most, and the first of them; null where all are alike. */
  unlike(): { readonly rows: number; readonly first: number } | null {
    const all = [...this.#seen.values()].toSorted((left, right) => right.rows - left.rows);
    const others = all.slice(1);
    if (others.length === 0) return null;
    return {
      rows: others.reduce((sum, { rows }) => sum + rows, 0),
      first: Math.min(...others.map(({ first }) => first)),
    };
  }
}
