import { describe, expect, it } from 'vitest';
import { sieFile } from '../testing/sie.ts';
import type { FileReading } from './file-reading.ts';
import { startReading } from './read-thread.ts';

const file = sieFile(2024, [
  {
    day: '2024-03-05',
    rows: [
      { account: '1240', amount: '10.00' },
      { account: '2440', amount: '-10.00' },
    ],
  },
]);

describe('a thread that reads', () => {
  it('answers with what the file says, whatever the pieces are', async () => {
    const thread = startReading<FileReading>({ is: 'read' });
    for (let at = 0; at < file.length; at += 7) {
      expect(await thread.push(file.subarray(at, at + 7))).toBe(true);
    }
    const answer = await thread.finish();
    await thread.stop();
    expect(
      answer.ok && answer.value.amounts.map(({ account, amount }) => [account, amount]),
    ).toEqual([
      ['1240', '0.01'],
      ['2440', '-0.01'],
    ]);
  });

  it('wants no more of what it has refused', async () => {
    const thread = startReading<FileReading>({ is: 'read' });
    // More text than is kept, in names that all differ.
    const piece = (from: number): Buffer =>
      Buffer.from(
        Array.from({ length: 100 }, (_, at) => `#KONTO ${from + at} "${'n'.repeat(9_000)}"`).join(
          '\n',
        ),
      );
    let pushed = 0;
    while (pushed < 200 && (await thread.push(piece(pushed * 100)))) pushed += 1;
    const answer = await thread.finish();
    await thread.stop();
    expect(pushed).toBeLessThan(200);
    expect(answer).toEqual({ ok: false, refusal: 'sie_too_much_text' });
  });

  it('that runs out of memory is a refusal', async () => {
    const thread = startReading<FileReading>({ is: 'read' }, { megabytes: 24 });
    const piece = (from: number): Buffer =>
      Buffer.from(
        Array.from(
          { length: 10_000 },
          (_, at) => `#PSALDO 0 2024${`${1 + (at % 12)}`.padStart(2, '0')} ${from + at} {} 1`,
        ).join('\n'),
      );
    let pushed = 0;
    while (pushed < 90 && (await thread.push(piece(pushed * 10_000)))) pushed += 1;
    const answer = await thread.finish();
    await thread.stop();
    expect(answer).toEqual({ ok: false, refusal: 'reading_too_heavy' });
  });

  it('that says nothing for too long is a refusal', async () => {
    const thread = startReading<FileReading>({ is: 'read' }, { silence: 1 });
    const answer = await thread.finish();
    await thread.stop();
    expect(answer).toEqual({ ok: false, refusal: 'reading_too_slow' });
  });

  it('that is stopped wants no more', async () => {
    const thread = startReading<FileReading>({ is: 'read' });
    await thread.stop();
    expect(await thread.push(file)).toBe(false);
  });
});
