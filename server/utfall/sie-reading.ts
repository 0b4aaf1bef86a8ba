import type { UtfallFacts, UtfallFileAmount } from '#contract/utfall-file.ts';
import { accepted, type Result, refused } from '#domain/result.ts';
import type { SieChange, SieRead, SieRefusal } from '#domain/sie/types.ts';
import { toOre, toPlain } from '#domain/tkr.ts';
import { toObjectText } from '#domain/utfall-objects.ts';
import { yearsOfFile } from '#domain/utfall-years.ts';
import { type FileReading, isTooLarge, mostAmounts, storable } from './file-reading.ts';

/** Why a SIE file gives no amounts. */
export type SieReadingRefusal = SieRefusal | 'utfall_too_many_amounts' | 'utfall_amount_too_large';

/** What is taken from a SIE file that was read. */
export function readingOfSie(read: SieRead): Result<FileReading, SieReadingRefusal> {
  const { refusal, changes, type } = read;
  if (refusal !== null) return refused(refusal);
  if (changes.length > mostAmounts) return refused('utfall_too_many_amounts');
  if (changes.some(({ amount }) => isTooLarge(toOre(amount)))) {
    return refused('utfall_amount_too_large');
  }
  return accepted({
    kind: type === '5' ? 'sie5' : 'sie4',
    encoding: read.encoding,
    facts: factsOf(read),
    warnings: read.warnings,
    warningCount: read.warningCount,
    amounts: changes.map(amountOf),
    table: null,
  });
}

function amountOf({ year, month, account, objects, amount }: SieChange): UtfallFileAmount {
  return {
    year,
    month,
    account: storable(account),
    objects: storable(toObjectText(objects)),
    name: null,
    fileRow: null,
    amount: toPlain(amount),
  };
}

function factsOf(read: SieRead): UtfallFacts {
  const { changes, accounts, dimensions, type, program, companyName, orgnr, vouchers } = read;
  const usedAccounts = new Set(changes.map(({ account }) => account));
  const used = changes.flatMap(({ objects }) => objects);
  const usedObjects = new Map<string, Set<string>>();
  for (const { dimension, code } of used) {
    const codes = usedObjects.get(dimension) ?? new Set();
    usedObjects.set(dimension, codes.add(code));
  }
  return {
    sieType: type,
    program,
    companyName,
    orgnr,
    vouchers,
    fiscalYears: read.fiscalYears.map(({ index, start, end }) => ({ index, start, end })),
    years: yearsOfFile(changes, 'sie').map((year) => ({ ...year, total: toPlain(year.total) })),
    accounts: accounts
      .filter(({ number }) => usedAccounts.has(number))
      .map(({ number, name, type: kind }) => ({ number: storable(number), name, type: kind })),
    objects: dimensions.flatMap(({ number, name, objects }) =>
      objects
        .filter(({ code }) => usedObjects.get(number)?.has(code) === true)
        .map((object) => ({
          dimension: storable(number),
          dimensionName: name,
          code: storable(object.code),
          name: object.name,
        })),
    ),
  };
}
