import { tkrOf } from './amount.ts';
import { budgetsOf, changesOf } from './changes.ts';
import { checkLedger } from './checks.ts';
import type { Ledger } from './ledger.ts';
import { compareDimensions, compareTexts, keyOfObjects } from './objects.ts';
import type { SieBalance, SieBalanceKind, SieEncoding, SieRead, SieType } from './types.ts';

/** What a whole file says: its ledger settled and checked. A refused file has no changes. */
export function readOf(ledger: Ledger, encoding: SieEncoding): SieRead {
  const { warnings, head, refusal } = ledger;
  const isRefused = refusal !== null;
  const settled = isRefused ? { changes: [], sources: [], byYear: null } : changesOf(ledger);
  if (!isRefused && head.type === null) warnings.file(null, { code: 'type_missing' });
  if (settled.byYear !== null) checkLedger(ledger, settled.byYear);
  return {
    refusal,
    encoding,
    type: typeOf(ledger),
    flagga: head.flagga,
    program: head.program,
    companyName: head.companyName,
    orgnr: head.orgnr,
    fiscalYears: [...ledger.fiscalYears.values()].toSorted(
      (left, right) => right.index - left.index,
    ),
    accounts: accountsIn(ledger),
    dimensions: dimensionsIn(ledger),
    balances: isRefused ? [] : balancesIn(ledger),
    changes: settled.changes,
    changeSources: settled.sources,
    budgets: isRefused ? [] : budgetsOf(ledger),
    vouchers: ledger.vouchers,
    warnings: warnings.list(),
    warningCount: warnings.count(),
  };
}

// #SIETYP 4 is both: a file to export has balances, and one to import has vouchers alone.
function typeOf({ head, balances }: Ledger): SieType | null {
  if (head.type !== '4') return head.type;
  return balances.size > 0 ? '4E' : '4I';
}

function accountsIn({ accounts }: Ledger): SieRead['accounts'] {
  return [...accounts]
    .map(([number, { name, type }]) => ({ number, name: name ?? '', type }))
    .toSorted((left, right) => compareTexts(left.number, right.number));
}

function dimensionsIn({ dimensions }: Ledger): SieRead['dimensions'] {
  return [...dimensions]
    .map(([number, { name, parent, objects }]) => ({
      number,
      name,
      parent,
      objects: [...objects]
        .map(([code, objectName]) => ({ code, name: objectName }))
        .toSorted((left, right) => compareTexts(left.code, right.code)),
    }))
    .toSorted((left, right) => compareDimensions(left.number, right.number));
}

const kinds: readonly SieBalanceKind[] = ['IB', 'UB', 'RES', 'OIB', 'OUB'];

function balancesIn({ balances }: Ledger): SieBalance[] {
  return [...balances.values()]
    .map(({ kind, yearIndex, account, objects, ore }) => {
      return { kind, yearIndex, account, objects, amount: tkrOf(ore) };
    })
    .toSorted(
      (left, right) =>
        kinds.indexOf(left.kind) - kinds.indexOf(right.kind) ||
        right.yearIndex - left.yearIndex ||
        compareTexts(left.account, right.account) ||
        compareTexts(keyOfObjects(left.objects), keyOfObjects(right.objects)),
    );
}
