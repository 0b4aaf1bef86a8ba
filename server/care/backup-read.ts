import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import {
  type BackupHeader,
  type BackupTable,
  backupFormat,
  backupVersion,
  lineOf,
  type TableSum,
  tableSummer,
} from './backup-format.ts';
import { Told } from './told.ts';

/** A file that is not restored: the sentence says what is wrong with it, and what to do. */
export class BackupRefused extends Told {}

/** A backup that was read from its first byte to its last and is whole. */
export type ReadBackup = {
  readonly header: BackupHeader;
  readonly sums: readonly TableSum[];
};

const headerLine = z.object({
  format: z.literal(backupFormat),
  version: z.literal(backupVersion),
  madeAt: z.string(),
  tkr: z.string(),
  migrations: z.array(z.string()).min(1),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()).min(1) })),
});
const anyHeaderLine = z.object({ format: z.literal(backupFormat), version: z.int() });
const sumLine = z.strictObject({ table: z.string(), rows: z.int(), sha256: z.string() });
const endLine = z.strictObject({ end: z.literal(true), sha256: z.string() });
const rowLine = z.array(z.string().nullable());

/**
 * Reads a whole backup and holds it to all its sums. Throws `BackupRefused` where it is no backup, of
 * a newer format, cut off or altered.
 */
export async function verifyBackup(file: string): Promise<ReadBackup> {
  const backup = readBackup(file);
  for (;;) {
    const { done, value } = await backup.next();
    if (done === true) return value;
  }
}

/** Some rows of one table, as lines without their line ends. */
export type BackupRows = { readonly table: BackupTable; readonly lines: readonly string[] };

/**
 * Reads a backup as `verifyBackup` does, and gives its rows on the way, some at a time. Until the end
 * is reached nothing is known to be whole.
 */
export async function* readBackup(file: string): AsyncGenerator<BackupRows, ReadBackup> {
  const reader = new BackupReader(file);
  for await (const lines of lineGroups(file)) {
    let rows: string[] = [];
    for (const line of lines) {
      const { table } = reader;
      if (reader.take(line) === 'row') {
        rows.push(line);
      } else if (table !== undefined && rows.length > 0) {
        yield { table, lines: rows };
        rows = [];
      }
    }
    if (reader.table !== undefined && rows.length > 0) yield { table: reader.table, lines: rows };
  }
  return reader.finish();
}

/** Takes the lines of a backup one by one, and refuses the first that cannot be the next. */
class BackupReader {
  header: BackupHeader | undefined;
  /** The table whose rows come now. */
  table: BackupTable | undefined;
  readonly #file: string;
  readonly #sums: TableSum[] = [];
  readonly #whole = createHash('sha256');
  #summer = tableSummer('');
  #isAtEnd = false;

  constructor(file: string) {
    this.#file = file;
  }

  take(line: string): 'row' | 'other' {
    if (this.#isAtEnd) throw altered(this.#file);
    const value = this.#parse(line);
    if (this.header === undefined) {
      this.header = headerOf(this.#file, value);
      this.#nextTable();
    } else if (Array.isArray(value)) {
      this.#takeRow(value, line);
      this.#whole.update(`${line}\n`);
      return 'row';
    } else if (this.table !== undefined) {
      this.#takeSum(value);
    } else {
      this.#takeEnd(value);
      return 'other';
    }
    this.#whole.update(`${line}\n`);
    return 'other';
  }

  finish(): ReadBackup {
    if (this.header === undefined || !this.#isAtEnd) throw cutOff(this.#file);
    return { header: this.header, sums: this.#sums };
  }

  #parse(line: string): unknown {
    try {
      return JSON.parse(line);
    } catch {
      throw this.header === undefined ? notOne(this.#file) : altered(this.#file);
    }
  }

  #nextTable(): void {
    this.table = this.header?.tables[this.#sums.length];
    this.#summer = tableSummer(this.table?.name ?? '');
  }

  #takeRow(value: readonly unknown[], line: string): void {
    const isRow = rowLine.safeParse(value).success && value.length === this.table?.columns.length;
    if (!isRow) throw altered(this.#file);
    this.#summer.add(`${line}\n`);
  }

  #takeSum(value: unknown): void {
    const sum = this.#summer.sum();
    // The same line to the byte: what is written about the rows is what they are.
    if (!sumLine.safeParse(value).success || lineOf(value) !== lineOf(sum)) {
      throw altered(this.#file, sum.table);
    }
    this.#sums.push(sum);
    this.#nextTable();
  }

  #takeEnd(value: unknown): void {
    const end = endLine.safeParse(value);
    if (!end.success || end.data.sha256 !== this.#whole.digest('hex')) throw altered(this.#file);
    this.#isAtEnd = true;
  }
}

function headerOf(file: string, value: unknown): BackupHeader {
  const any = anyHeaderLine.safeParse(value);
  if (!any.success) throw notOne(file);
  if (any.data.version > backupVersion) throw newer(file, `formatets version ${any.data.version}`);
  const header = headerLine.safeParse(value);
  if (!header.success) throw altered(file);
  return header.data;
}

// The lines that a stretch of the file holds, without their ends. Only a line feed ends a line:
// texts hold other characters that some programs take for line ends.
async function* lineGroups(file: string): AsyncGenerator<string[]> {
  await assertGzip(file);
  // The start of the line that is being read, in the pieces that it came in.
  let pieces: Buffer[] = [];
  try {
    const bytes = pipeline(createReadStream(file), createGunzip(), () => undefined);
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      const last = chunk.lastIndexOf(10);
      if (last === -1) {
        pieces.push(chunk);
        continue;
      }
      const whole = Buffer.concat([...pieces, chunk.subarray(0, last)]);
      pieces = [chunk.subarray(last + 1)];
      yield whole.toString('utf8').split('\n');
    }
  } catch (error) {
    throw refusalOf(file, error);
  }
  if (pieces.some(({ length }) => length > 0)) throw cutOff(file);
}

async function assertGzip(file: string): Promise<void> {
  const { size } = await stat(file).catch((error: unknown) => {
    throw refusalOf(file, error);
  });
  if (size === 0)
    throw new BackupRefused(`Filen ${file} är tom: kopian blev aldrig skriven. ${kept}`);
  const handle = await open(file, 'r');
  const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
  await handle.close();
  if (size >= 2 && buffer.readUInt16BE() !== 0x1f8b) throw notOne(file);
}

const kept = 'Ingenting har ändrats i databasen. Använd en annan säkerhetskopia.';

const notOne = (file: string): BackupRefused =>
  new BackupRefused(`Filen ${file} är ingen säkerhetskopia från Tkr. ${kept}`);

const cutOff = (file: string): BackupRefused =>
  new BackupRefused(`Säkerhetskopian ${file} är avkapad: slutet saknas. ${kept}`);

const altered = (file: string, table?: string): BackupRefused =>
  new BackupRefused(
    `Säkerhetskopian ${file} har ändrats eller skadats sedan den gjordes` +
      `${table === undefined ? '' : ` (tabellen ${table})`}. ${kept}`,
  );

/** A backup that only a newer Tkr understands; `by` says how that is seen. */
export const newer = (file: string, by: string): BackupRefused =>
  new BackupRefused(
    `Säkerhetskopian ${file} är gjord av en nyare version av Tkr (${by}). ` +
      'Ingenting har ändrats i databasen. Installera den versionen av Tkr, eller en nyare, och återläs med den.',
  );

function refusalOf(file: string, error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return error;
  if (error.code === 'ENOENT') {
    return new BackupRefused(`Filen ${file} finns inte. Ingenting har ändrats i databasen.`);
  }
  // What zlib says where the end does not come; everything else that it says is damage.
  if (error.code === 'Z_BUF_ERROR') return cutOff(file);
  return error.code.startsWith('Z_') ? altered(file) : error;
}
