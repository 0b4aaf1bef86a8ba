import { describe, expect, it } from 'vitest';
import { toKronor } from './amount.ts';
import { isOfOtherYear, monthIn, yearOfMonth } from './changes.ts';
import { createLedger } from './ledger.ts';
import { createSieReader } from './reader.ts';

function read(...rows: readonly string[]) {
  const reader = createSieReader();
  reader.push(Uint8Array.from(Array.from(rows.join('\n'), (letter) => letter.charCodeAt(0))));
  const file = reader.finish();
  const shown = (list: typeof file.changes): string[] =>
    list.map(({ year, month, account, amount }) =>
      [year, month ?? 'år', account, toKronor(amount)].join(' '),
    );
  return { changes: shown(file.changes), budgets: shown(file.budgets), file };
}

const years = ['#SIETYP 3', '#RAR 0 20240101 20241231', '#RAR -1 20230101 20231231'];

describe('changes', () => {
  it('come from vouchers before #PSALDO, and from #PSALDO before balances, year by year', () => {
    const { changes, file } = read(
      ...years,
      '#RAR -2 20220101 20221231',
      '#RES 0 3010 -1',
      '#RES -1 3010 -2',
      '#RES -2 3010 -3',
      '#PSALDO 0 202401 3010 {} -1',
      '#PSALDO -1 202301 3010 {} -2',
      '#VER A 1 20240201',
      '#TRANS 3010 {} -1',
      '}',
    );
    expect(changes).toEqual(['2022 år 3010 -3.00', '2023 1 3010 -2.00', '2024 2 3010 -1.00']);
    expect(file.changeSources).toEqual([
      { yearIndex: 0, source: 'vouchers' },
      { yearIndex: -1, source: 'psaldo' },
      { yearIndex: -2, source: 'balances' },
    ]);
  });

  it('of a year that is dated in another are not counted there a second time', () => {
    const { changes, budgets, file } = read(
      ...years,
      '#PSALDO 0 202401 3010 {} -1',
      '#PSALDO -1 202401 3010 {} -9',
      '#PBUDGET 0 202401 3010 {} -1',
      '#PBUDGET -1 202401 3010 {} -9',
      '#PBUDGET 0 201901 3010 {} -7',
    );
    expect(changes).toEqual(['2024 1 3010 -1.00']);
    expect(budgets).toEqual(['2019 1 3010 -7.00', '2024 1 3010 -1.00']);
    const outside = { code: 'amount_outside_years' };
    expect(file.warnings).toEqual([
      { ...outside, line: 5, label: '#PSALDO', year: -1, period: '2024-01', counted: false },
      { ...outside, line: 7, label: '#PBUDGET', year: -1, period: '2024-01', counted: false },
      { ...outside, line: 8, label: '#PBUDGET', year: 0, period: '2019-01', counted: true },
    ]);
  });

  it('of a file without years are all of year 0', () => {
    const { changes, file } = read('#SIETYP 3', '#RES 0 3010 -1', '#PSALDO 0 202401 3010 {} -1');
    expect(changes).toEqual(['2024 1 3010 -1.00']);
    expect(file.warnings).toEqual([{ line: null, code: 'fiscal_years_missing' }]);
  });

  it('of balance accounts need both balances', () => {
    const { changes, file } = read(...years, '#UB 0 1930 5', '#IB -1 1930 1', '#RES 0 3010 -5');
    expect(changes).toEqual(['2024 år 3010 -5.00']);
    expect(file.warnings).toContainEqual({ line: null, code: 'opening_missing', year: 0 });
  });
});

describe('a month', () => {
  it('is of the fiscal year that it is in', () => {
    const ledger = createLedger();
    expect([yearOfMonth(ledger, 202401), isOfOtherYear(ledger, -1, 202401)]).toEqual([0, false]);
    ledger.fiscalYears.set(0, { index: 0, start: '2023-07-01', end: '2024-06-30' });
    ledger.fiscalYears.set(-1, { index: -1, start: '2022-09-15', end: '2023-06-30' });
    expect([202209, 202306, 202307, 202406].map((month) => yearOfMonth(ledger, month))).toEqual([
      -1, -1, 0, 0,
    ]);
    expect([yearOfMonth(ledger, 202208), yearOfMonth(ledger, 202407)]).toEqual([null, null]);
    expect(isOfOtherYear(ledger, 0, 202306)).toBe(true);
    expect(isOfOtherYear(ledger, 0, 202208)).toBe(false);
    expect(monthIn('2024-06-30')).toBe(202406);
  });
});
