import { createReadStream, statSync } from 'node:fs';
import path from 'node:path';
import { sieRefusalTexts, sieSentence } from '#contract/sie-texts.ts';
import { toKronor } from '#domain/sie/amount.ts';
import { keyOfObjects } from '#domain/sie/objects.ts';
import type { SieBalance, SieChange, SieObject, SieRead } from '#domain/sie/types.ts';
import { Told } from '../care/told.ts';
import { readSie } from '../sie/read-sie.ts';
import { type Command, WrongUsage } from './command.ts';

/** `tkr sie`: shows what Tkr reads in a SIE file. No database and no data directory is touched. */
export const sie: Command = {
  parameters: 'FIL',
  about: 'visar vad som står i en SIE-fil, med varningar; inget sparas',
  run: async (parameters) => {
    const [file, ...rest] = parameters;
    if (file === undefined || file.startsWith('-')) {
      throw new WrongUsage('Ange SIE-filen efter kommandot.');
    }
    if (rest.length > 0) throw new WrongUsage(`${rest[0]} hör inte till kommandot.`);
    const read = await readFile(path.resolve(file));
    if (read.refusal !== null) throw new Told(`${file}: ${sieRefusalTexts[read.refusal].sv}`);
    return { ok: true, ...shownOf(read) };
  },
};

async function readFile(file: string): Promise<SieRead> {
  try {
    if (statSync(file).isDirectory()) {
      throw new Told(`${file} är en katalog. Inget är läst. Ange en fil i den.`);
    }
    return await readSie(createReadStream(file));
  } catch (error) {
    if (error instanceof Told) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : null;
    const sentence =
      code === 'ENOENT'
        ? `Filen ${file} finns inte. Inget är läst. Kontrollera namnet.`
        : code === 'EACCES'
          ? `Filen ${file} får inte läsas av den här användaren. Inget är läst.`
          : null;
    if (sentence === null) throw error;
    throw new Told(sentence, { cause: error });
  }
}

function shownOf(read: SieRead) {
  const { encoding, type, flagga, program, companyName, orgnr, fiscalYears, vouchers } = read;
  return {
    encoding,
    type,
    flagga,
    program,
    companyName,
    orgnr,
    fiscalYears,
    accounts: read.accounts,
    dimensions: read.dimensions,
    balances: balancesOf(read.balances),
    objectBalances: read.balances
      .filter(({ objects }) => objects.length > 0)
      .map(({ kind, yearIndex, account, objects, amount }) => {
        return {
          kind,
          yearIndex,
          account,
          objects: shownObjects(objects),
          amount: toKronor(amount),
        };
      }),
    changes: printedChanges(read.changes).map(shownChange),
    changeSources: read.changeSources,
    budgets: read.budgets.map(shownChange),
    vouchers,
    warningCount: read.warningCount,
    warnings: read.warnings.map(({ line, ...finding }) => {
      const { code, ...facts } = finding;
      return { line, code, message: sieSentence(finding), ...facts };
    }),
  };
}

// A year that only its sums are known of has them among the balances; beside months they would be
// added to what they are not part of.
function printedChanges(changes: readonly SieChange[]): readonly SieChange[] {
  const byMonth = changes.filter(({ month }) => month !== null);
  return byMonth.length === 0 ? changes : byMonth;
}

function shownChange({ year, month, account, objects, amount }: SieChange) {
  return { year, month, account, objects: shownObjects(objects), amount: toKronor(amount) };
}

function shownObjects(objects: readonly SieObject[]) {
  return objects.map(({ dimension, code }) => ({ dimension, object: code }));
}

type ByAccount = { [account: string]: string };
type ByYear = { [yearIndex: string]: ByAccount };

// The balances of whole accounts: kind, year, account.
function balancesOf(balances: readonly SieBalance[]): { readonly [kind: string]: ByYear } {
  const shown: { [kind: string]: ByYear } = { IB: {}, UB: {}, RES: {} };
  for (const { kind, yearIndex, account, objects, amount } of balances) {
    if (keyOfObjects(objects) !== '') continue;
    const years = (shown[kind] ??= {});
    const accounts = (years[`${yearIndex}`] ??= {});
    accounts[account] = toKronor(amount);
  }
  return shown;
}
