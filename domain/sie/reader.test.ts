import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromOre, sum, type Tkr, zero } from '../tkr.ts';
import { longestLine, mostWarnings } from './limits.ts';
import { keyOfObjects, orderedObjects } from './objects.ts';
import { createSieReader } from './reader.ts';
import type { SieChange, SieRead } from './types.ts';
import { type WrittenFile, type WrittenVoucher, writeSie } from './write.ts';

function read(...chunks: readonly Uint8Array[]): SieRead {
  const reader = createSieReader();
  for (const chunk of chunks) reader.push(chunk);
  return reader.finish();
}

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');

const anyOre = fc.oneof(
  fc.bigInt({ min: -(10n ** 6n), max: 10n ** 6n }),
  fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }),
);
const anyText = fc.string({
  unit: fc.constantFrom(...Array.from('abc åäöÅÄÖé"{}#1,-')),
  maxLength: 12,
});
const anyCode = fc.constantFrom('P1', 'P 2', 'Ö', 'a"b', '{}', '0012');
const anyAccount = fc.constantFrom('1930', '3010', '5010', '019', 'A1', '1234567890');
const anyObjects = fc
  .subarray(['1', '6', '21'])
  .chain((dimensions) =>
    fc.tuple(...dimensions.map((dimension) => anyCode.map((code) => ({ dimension, code })))),
  );
const anyDay = fc
  .record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
  .map(({ month, day }) => `2024-${`${month}`.padStart(2, '0')}-${`${day}`.padStart(2, '0')}`);

const anyVoucher: fc.Arbitrary<WrittenVoucher> = fc.record({
  series: fc.constantFrom('A', '', 'Ö 1'),
  number: fc.nat().map(String),
  date: anyDay,
  text: anyText,
  rows: fc.array(
    fc.record(
      {
        account: anyAccount,
        objects: anyObjects,
        amount: anyOre.map(fromOre),
        date: anyDay,
        text: anyText,
      },
      { requiredKeys: ['account', 'objects', 'amount'] },
    ),
    { maxLength: 6 },
  ),
});

const anyFile: fc.Arbitrary<WrittenFile> = fc.record({
  type: fc.constant('4' as const),
  program: anyText,
  companyName: anyText,
  orgnr: fc.constant('222000-0000'),
  fiscalYears: fc.constant([{ index: 0, start: '2024-01-01', end: '2024-12-31' }]),
  accounts: fc.uniqueArray(
    fc.record({
      number: anyAccount,
      name: anyText,
      type: fc.constantFrom('T' as const, 'K' as const, null),
    }),
    { selector: ({ number }) => number },
  ),
  vouchers: fc.array(anyVoucher, { maxLength: 8 }),
});

/** What the vouchers sum to, by month, account and objects. */
function sumsOf({ vouchers = [] }: WrittenFile): Map<string, Tkr> {
  const sums = new Map<string, Tkr>();
  for (const voucher of vouchers) {
    for (const { account, objects, amount, date } of voucher.rows) {
      const month = (date ?? voucher.date).slice(0, 7);
      const key = `${month} ${account} ${keyOfObjects(orderedObjects(objects))}`;
      sums.set(key, sum([sums.get(key) ?? zero, amount]));
    }
  }
  return sums;
}

function keyed(changes: readonly SieChange[]): Map<string, Tkr> {
  return new Map(
    changes.map(({ year, month, account, objects, amount }) => {
      const period = `${year}-${`${month}`.padStart(2, '0')}`;
      return [`${period} ${account} ${keyOfObjects(objects)}`, amount];
    }),
  );
}

const anyForm = fc.record({
  encoding: fc.constantFrom('cp437' as const, 'latin1' as const, 'utf8' as const),
  lineEnd: fc.constantFrom('\r\n' as const, '\n' as const, '\r' as const),
  hasChecksum: fc.boolean(),
});

describe('a file that was written', () => {
  it('is read as it was meant, in every form', () => {
    fc.assert(
      fc.property(anyFile, anyForm, (file, form) => {
        const found = read(...writeSie(file, form));
        expect(found.refusal).toBeNull();
        expect([found.program, found.companyName]).toEqual([file.program, file.companyName]);
        const accounts = (file.accounts ?? []).toSorted((a, b) => (a.number < b.number ? -1 : 1));
        expect(found.accounts).toEqual(accounts);
        expect(keyed(found.changes)).toEqual(sumsOf(file));
        const codes = found.warnings.map(({ code }) => code);
        expect(codes).not.toContain('row_unreadable');
        expect(codes).not.toContain('checksum_wrong');
        expect(codes).not.toContain('checksum_missing');
      }),
    );
  });

  it('is read alike however it is cut', () => {
    fc.assert(
      fc.property(anyFile, anyForm, fc.array(fc.nat({ max: 2000 })), (file, form, cuts) => {
        const whole = Buffer.concat([...writeSie(file, form)]);
        const places = [0, ...cuts.toSorted((a, b) => a - b), whole.length];
        const chunks = places.slice(1).map((to, at) => whole.subarray(places[at], to));
        expect(read(...chunks)).toEqual(read(whole));
      }),
    );
  });

  it('may be cut off anywhere, and counts what is left', () => {
    fc.assert(
      fc.property(anyFile, fc.nat({ max: 2000 }), (file, length) => {
        const whole = Buffer.concat([...writeSie(file)]);
        const part = read(whole.subarray(0, length));
        expect(part.changes.length).toBeLessThanOrEqual(sumsOf(file).size + 1);
      }),
    );
  });
});

describe('any bytes', () => {
  it('are read without a fault', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 })), (chunks) => {
        expect(read(...chunks).vouchers).toBe(0);
      }),
    );
  });

  it('that look like rows are read without a fault', () => {
    const word = fc.constantFrom(
      ...['#TRANS', '#VER', '#PSALDO', '#IB', '#RAR', '#KONTO', '#KSUMMA', '#RTRANS', '#OBJEKT'],
      ...['{', '}', '"', '\\"', '\n', '\n{\n', '\n}\n', '20240101', '202401', '1930', '-1', '0'],
      ...['99999999999999999999', '1.005', '1,5', '\u00c5', '\u0000', 'P1', '6', 'A'],
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const { changes, warningCount, warnings } = read(bytesOf(words.join(' ')));
        expect(warnings.length).toBeLessThanOrEqual(warningCount);
        for (const { amount } of changes) expect(typeof amount).toBe('bigint');
      }),
      { numRuns: 1_000 },
    );
  });

  it('in one line of a million characters are read as fast as many lines', () => {
    for (const text of ['"', '{', '#', 'a', '\\"', '#VER A 1 "', '#TRANS 1930 {', '\u00c3']) {
      const line = text.padEnd(1_000_000, text.slice(-1));
      const { changes, warnings } = read(bytesOf(`#SIETYP 4\n${line}\n#FNAMN Kvar`));
      expect([changes, warnings.length < 4]).toEqual([[], true]);
    }
    const list = `#TRANS 1930 {${'6 P '.repeat(250_000)}} 1`;
    const { warnings } = read(bytesOf(`#SIETYP 4\n#VER A 1 20240101\n${list}\n}`));
    expect(warnings.length).toBeLessThan(4);
  });

  it('are refused where no row is one of SIE', () => {
    for (const text of ['', '\n\n', 'Hej', '<xml/>', 'konto;belopp\n1930;5', '#NYTT 1']) {
      expect(read(bytesOf(text)).refusal).toBe('sie_not_sie');
    }
    expect(read(bytesOf('\ufeff#FLAGGA 0')).refusal).toBe('sie_not_sie');
    expect(read(Buffer.from('\ufeff#FLAGGA 0')).refusal).toBeNull();
  });
});

describe('a file without end', () => {
  it('keeps a thousand warnings and counts the others', () => {
    const { warnings, warningCount } = read(
      bytesOf(`#SIETYP 4\n${'#IB 0 1930 x\n'.repeat(5_000)}`),
    );
    expect([warnings.length, warningCount]).toEqual([mostWarnings, 5_000]);
  });

  it('is refused past a million sums, and nothing more of it is read', () => {
    const reader = createSieReader();
    reader.push(bytesOf('#SIETYP 4\n#VER A 1 20240101\n'));
    const projects = Array.from({ length: 1_000 }, (_, project) => ` {6 ${project}} 1\n`);
    for (let account = 1_000; account <= 2_000 && !reader.isStopped(); account += 1) {
      reader.push(bytesOf(projects.map((rest) => `#TRANS ${account}${rest}`).join('')));
    }
    expect(reader.isStopped()).toBe(true);
    const { refusal, changes } = reader.finish();
    expect([refusal, changes]).toEqual(['sie_too_many_sums', []]);
  }, 30_000);

  it('is refused where its names alone would fill the memory', () => {
    const reader = createSieReader();
    reader.push(bytesOf('#SIETYP 4\n'));
    const name = 'x'.repeat(longestLine - 100);
    for (let number = 0; number < 100 && !reader.isStopped(); number += 1) {
      reader.push(bytesOf(`#KONTO ${number} ${name}\n`));
    }
    expect(reader.finish().refusal).toBe('sie_too_much_text');
  });

  it('has a line that is too long skipped, and told', () => {
    const long = bytesOf(`#KONTO 1930 ${'x'.repeat(longestLine)}\n`);
    const { accounts, warnings } = read(bytesOf('#SIETYP 1\n'), long, bytesOf('#KONTO 3010 A'));
    expect(accounts.map(({ number }) => number)).toEqual(['3010']);
    expect(warnings).toContainEqual({ line: 2, code: 'line_too_long', mebibytes: 1 });
  });
});
