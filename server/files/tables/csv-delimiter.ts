import { type Delimiter, RecordReader } from './csv-records.ts';
import { TableRefused } from './refused.ts';

/** In order of how likely each is in a Swedish file, where the comma is a decimal sign. */
const candidates: readonly Delimiter[] = [';', '\t', ','];

/** Records that are looked at; more would say the same. */
const sampleRecords = 200;

/**
 * The delimiter that splits the beginning of a file into the most records of one width above one.
 *
 * Where two do equally well the semicolon goes before the tab and the tab before the comma, which in
 * `Rad;1,5` is a decimal sign. A file that none splits has one column, and takes the semicolon.
 */
export function delimiterOf(sample: string): Delimiter {
  let best: Delimiter = ';';
  let bestShare = 0;
  for (const candidate of candidates) {
    const share = evenShare(sample, candidate);
    if (share > bestShare) {
      best = candidate;
      bestShare = share;
    }
  }
  return best;
}

// How many of the records that are not blank have the commonest width above one.
function evenShare(sample: string, delimiter: Delimiter): number {
  const widths: number[] = [];
  const reader = new RecordReader(delimiter, (fields, width) => {
    if (fields.some((field) => field.trim() !== '') && widths.length < sampleRecords) {
      widths.push(width);
    }
  });
  try {
    reader.write(sample);
    reader.end();
  } catch (error) {
    // A wrong delimiter can open quotes that the right one does not, and a sample ends anywhere.
    if (!(error instanceof TableRefused)) throw error;
  }
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  return widths.length === 0 ? 0 : Math.max(0, ...counts.values()) / widths.length;
}
