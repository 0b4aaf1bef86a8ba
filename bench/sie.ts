import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type WrittenVoucher, writeSie } from '#domain/sie/write.ts';
import { fromOre, negate, sum } from '#domain/tkr.ts';
import { type Random, seededRandom } from '../server/faults/random.ts';
import { type Comparison, compare } from './measure.ts';
import type { SieMeasure } from './sie-child.ts';

const program = path.join(import.meta.dirname, 'sie-child.ts');
const megabyte = 1_000_000;
const large = 200;
const small = 2;
const rounds = 3;

/** A year's vouchers read and summed, beside only splitting the same file at its blanks. */
export async function compareSie(): Promise<Comparison[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tkr-bench-sie-'));
  try {
    const largeFile = await writeLedger(path.join(folder, 'stor.se'), large);
    const smallFile = await writeLedger(path.join(folder, 'liten.se'), small);
    const peaks: number[] = [];
    const seconds = (kind: SieMeasure['kind']) => async (): Promise<number> => {
      const measured = await measureIn(kind, largeFile);
      if (kind === 'read') peaks.push(measured.peak);
      return measured.seconds;
    };
    const title = `SIE 4, ${large} MB verifikationer`;
    const time = await compare({ title, unit: 's', rounds }, [
      { name: 'dela i rader och fält', measure: seconds('split') },
      { name: 'createSieReader', measure: seconds('read') },
    ]);
    const memory = await compare({ title: 'Mest minne (RSS)', unit: 'MiB', rounds }, [
      {
        name: `createSieReader, ${small} MB`,
        measure: async () => (await measureIn('read', smallFile)).peak,
      },
      { name: `createSieReader, ${large} MB`, measure: () => peaks.shift() ?? Number.NaN },
    ]);
    return [time, memory];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Measures in a process of its own, so that neither heap nor compiler remembers the one before. */
export async function measureIn(kind: SieMeasure['kind'], file: string): Promise<SieMeasure> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, kind, file]);
  return JSON.parse(stdout) as SieMeasure;
}

/** Writes a SIE file of a year’s vouchers, of so many megabytes, and gives its path. */
export async function writeLedger(file: string, megabytes: number): Promise<string> {
  const out = createWriteStream(file);
  const vouchers = vouchersUntil(() => out.bytesWritten > megabytes * megabyte);
  const fiscalYears = [{ index: 0, start: '2024-01-01', end: '2024-12-31' }];
  for (const piece of writeSie({ type: '4', fiscalYears, vouchers })) {
    if (!out.write(piece)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return file;
}

function* vouchersUntil(isEnough: () => boolean): Generator<WrittenVoucher> {
  const random = seededRandom(1);
  for (let number = 1; !isEnough(); number += 1) yield aVoucher(random, number);
}

// A project belongs to one kostnadsställe, so that there are some ten thousand sums, as in the year of
// a kommunalförbund: both files meet them all, and only their length differs.
function aVoucher(random: Random, number: number): WrittenVoucher {
  const date = `2024-${twoDigits(1 + random.below(12))}-${twoDigits(1 + random.below(28))}`;
  const net = fromOre(BigInt(random.below(10_000_000)));
  const vat = fromOre(BigInt(random.below(100_000)));
  const project = random.below(25);
  const objects = [
    { dimension: '1', code: `${100 + (project % 5)}` },
    { dimension: '6', code: `P${project}` },
  ];
  return {
    series: 'L',
    number: `${number}`,
    date,
    text: `Leverantörsfaktura ${number}`,
    rows: [
      { account: `${5000 + random.below(30)}`, objects, amount: net, date, text: 'Inköp' },
      { account: '1680', objects: [], amount: vat, date, text: 'Moms' },
      { account: '2510', objects: [], amount: negate(sum([net, vat])), date, text: '' },
    ],
  };
}

function twoDigits(value: number): string {
  return `${value}`.padStart(2, '0');
}
