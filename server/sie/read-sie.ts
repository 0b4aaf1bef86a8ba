import { createSieReader } from '#domain/sie/reader.ts';
import type { SieRead } from '#domain/sie/types.ts';
import { collectVoucherRows, type FoundRows } from '#domain/sie/voucher-rows.ts';
import type { VoucherWatch } from '#domain/sie/vouchers.ts';
import { createSie5Reader } from './sie5.ts';
import { createXmlText, isXml } from './xml-text.ts';

/** Bytes of a file, in chunks of any length, such as a stream gives. */
export type Chunks = AsyncIterable<Uint8Array>;

type Reader = {
  readonly push: (chunk: Uint8Array) => void;
  readonly isStopped: () => boolean;
  readonly finish: () => SieRead;
};

/**
 * Reads a SIE file of any type: XML is SIE 5, everything else type 1–4.
 *
 * Never throws for what stands in the file; a file that cannot be read has a `refusal`. Stops where
 * it is refused, and leaves the rest of the chunks unread.
 */
export async function readSie(chunks: Chunks): Promise<SieRead> {
  return readWith(chunks, null);
}

/**
 * Reads a file again for the voucher rows that match: the first `limit` of them, and how many there
 * are. The rows of a change are those of its account, year and month, with its objects.
 */
export async function readVoucherRows(
  chunks: Chunks,
  matches: VoucherWatch['matches'],
  limit: number,
): Promise<FoundRows> {
  const { watch, found } = collectVoucherRows(matches, limit);
  await readWith(chunks, watch);
  return found();
}

async function readWith(chunks: Chunks, watch: VoucherWatch | null): Promise<SieRead> {
  let reader: Reader | null = null;
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue;
    reader ??= isXml(chunk) ? xmlReader(watch) : createSieReader({ watch });
    reader.push(chunk);
    if (reader.isStopped()) break;
  }
  return (reader ?? createSieReader()).finish();
}

function xmlReader(watch: VoucherWatch | null): Reader {
  const sie5 = createSie5Reader({ watch });
  const text = createXmlText();
  return {
    push: (chunk) => {
      sie5.push(text.push(chunk));
    },
    isStopped: sie5.isStopped,
    finish: () => {
      sie5.push(text.finish());
      return sie5.finish(text.encoding());
    },
  };
}
