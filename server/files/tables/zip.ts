import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { maxUnpackedBytes, maxZipEntries } from './limits.ts';
import { TableRefused } from './refused.ts';

/** The parts of a workbook, by their names in lower case and without a leading slash. */
export type ZipParts = {
  readonly names: ReadonlySet<string>;
  /** The text of a part, piece by piece; throws where there is none, or where it is damaged. */
  text(name: string): AsyncGenerator<string>;
};

/** Bytes before an entry's data that its local header takes at least. */
const localHeaderBytes = 30;

/**
 * Opens a zip whose bytes are all here, and unpacks nothing.
 *
 * Throws for a zip that is damaged, locked, has too many entries, names outside itself, two parts of
 * one name, or entries that share bytes (as zip bombs have).
 */
export async function openZip(bytes: Buffer): Promise<ZipParts> {
  const zip = await orDamaged(fromBufferPromise(bytes, { validateEntrySizes: true }));
  const entries = await readDirectory(zip);
  const budget = { left: maxUnpackedBytes };
  return {
    names: new Set(entries.keys()),
    text(name) {
      const entry = entries.get(name.toLowerCase());
      if (entry === undefined) throw new TableRefused('workbook_damaged');
      return partText(zip, entry, budget);
    },
  };
}

async function readDirectory(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > maxZipEntries) throw new TableRefused('too_many_parts');
  const entries = new Map<string, Entry>();
  const each = zip.eachEntry();
  for (;;) {
    const next = await orDamaged(each.next());
    if (next.done === true) break;
    const entry = next.value;
    if (entry.isEncrypted()) throw new TableRefused('workbook_locked');
    const name = entry.fileName.toLowerCase();
    if (entries.has(name)) throw new TableRefused('workbook_damaged');
    entries.set(name, entry);
  }
  if (overlap([...entries.values()])) throw new TableRefused('workbook_damaged');
  return entries;
}

function overlap(entries: readonly Entry[]): boolean {
  let end = 0;
  for (const entry of entries.toSorted(byOffset)) {
    if (entry.relativeOffsetOfLocalHeader < end) return true;
    end = entry.relativeOffsetOfLocalHeader + localHeaderBytes + entry.compressedSize;
  }
  return false;
}

function byOffset(left: Entry, right: Entry): number {
  return left.relativeOffsetOfLocalHeader - right.relativeOffsetOfLocalHeader;
}

// Decoded as UTF-8, which is what every program writes that writes workbooks.
async function* partText(
  zip: ZipFile,
  entry: Entry,
  budget: { left: number },
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let sum = 0;
  const stream = await orDamaged(zip.openReadStreamPromise(entry));
  const pieces = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  for (;;) {
    const next = await orDamaged(pieces.next());
    if (next.done === true) break;
    budget.left -= next.value.length;
    if (budget.left < 0) {
      stream.destroy();
      throw new TableRefused('unpacked_too_large');
    }
    sum = crc32(next.value, sum);
    yield decoded(() => decoder.decode(next.value, { stream: true }));
  }
  if (sum !== entry.crc32) throw new TableRefused('workbook_damaged');
  yield decoded(() => decoder.decode());
}

// What the zip reader and zlib throw says that the bytes are wrong, whatever it says.
async function orDamaged<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch {
    throw new TableRefused('workbook_damaged');
  }
}

function decoded(decode: () => string): string {
  try {
    return decode();
  } catch {
    throw new TableRefused('workbook_damaged');
  }
}
