import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a zip that a test makes, and what it lies about. */
export type MadeEntry = {
  readonly name: string;
  readonly data: string | Buffer;
  /** What the headers say instead of the truth. */
  readonly says?: {
    readonly unpackedSize?: number;
    readonly crc?: number;
    readonly flags?: number;
    /** Where the directory says that the entry begins. */
    readonly offset?: number;
  };
};

const flagUtf8 = 0x800;

/** A zip of these entries, deflated, with a directory. */
export function makeZip(entries: readonly MadeEntry[], saysEntries = entries.length): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, says = {} } of entries) {
    const bytes = Buffer.isBuffer(data) ? data : Buffer.from(data);
    const packed = deflateRawSync(bytes);
    const nameBytes = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flagUtf8 | (says.flags ?? 0), 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(says.crc ?? crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(says.unpackedSize ?? bytes.length, 18);
    fields.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, nameBytes, packed]);
    const end = Buffer.alloc(14);
    end.writeUInt32LE(says.offset ?? offset, 10);
    directory.push(Buffer.from('504b01021400', 'hex'), fields, end, nameBytes);
    files.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const last = Buffer.alloc(22);
  last.write('504b0506', 'hex');
  last.writeUInt16LE(saysEntries % 0x10000, 8);
  last.writeUInt16LE(saysEntries % 0x10000, 10);
  last.writeUInt32LE(list.length, 12);
  last.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, list, last]);
}
