import { createReadStream } from 'node:fs';
import { createSieReader } from '#domain/sie/reader.ts';

/** What one process measured: seconds, and the most memory it held, in MiB. */
export type SieMeasure = {
  readonly kind: 'split' | 'read';
  readonly seconds: number;
  readonly peak: number;
};

const [kind, file = ''] = process.argv.slice(2);
const start = performance.now();
const result = kind === 'split' ? await split(file) : await read(file);
const seconds = (performance.now() - start) / 1_000;
if (result === 0) throw new Error('Nothing was read');
process.stdout.write(
  JSON.stringify({ kind, seconds, peak: process.resourceUsage().maxRSS / 1_024 }),
);

/** The least that any reader does: the file's text, split at line ends and blanks. */
async function split(path: string): Promise<number> {
  let fields = 0;
  let rest = '';
  for await (const chunk of createReadStream(path, 'latin1')) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) fields += line.split(' ').length;
  }
  return fields + rest.split(' ').length;
}

async function read(path: string): Promise<number> {
  const reader = createSieReader();
  for await (const chunk of createReadStream(path)) reader.push(chunk as Uint8Array);
  const { refusal, changes, warnings } = reader.finish();
  const hasOthers = warnings.some(({ code }) => code !== 'dimension_unknown');
  if (refusal !== null || hasOthers) throw new Error('The file was not read as it was written');
  return changes.length;
}
