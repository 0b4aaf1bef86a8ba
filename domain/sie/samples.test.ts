import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { add, type Tkr, zero } from '../tkr.ts';
import { toKronor } from './amount.ts';
import { createSieReader } from './reader.ts';
import type { SieRead, SieWarningCode } from './types.ts';

// Exports of several vendors' systems, kept beside the repository and not in it.
const folder = path.join(import.meta.dirname, '../../../shared/cases/sie');
const names = existsSync(folder)
  ? readdirSync(folder).filter((name) => /\.s[ei]$/iu.test(name))
  : [];

function read(name: string, change = (bytes: Buffer): Buffer => bytes): SieRead {
  const reader = createSieReader();
  reader.push(change(readFileSync(path.join(folder, name))));
  return reader.finish();
}

function has(name: string, code: SieWarningCode, facts: object = {}): void {
  if (!names.includes(name)) return;
  expect(read(name).warnings).toContainEqual(expect.objectContaining({ code, ...facts }));
}

/** What an account of year 0 changed by: the months of its fiscal year. */
function changeOf({ changes, fiscalYears }: SieRead, account: string): Tkr {
  const year = fiscalYears.find(({ index }) => index === 0);
  return changes.reduce((total, change) => {
    if (change.account !== account || change.month === null) return total;
    const day = `${change.year}-${`${change.month}`.padStart(2, '0')}-15`;
    const isIn = year !== undefined && day >= year.start && day <= year.end;
    return isIn ? add(total, change.amount) : total;
  }, zero);
}

// Where the months of a file are known to be something else than its #RES.
const unlike = (name: string): boolean => /^XE_SIE_[23]/u.test(name);

describe('files of other systems', () => {
  it('are all read, where they are at hand', () => {
    expect(names.length === 0 || names.length === 18).toBe(true);
    for (const name of names) {
      const file = read(name);
      expect([name, file.refusal, file.encoding]).toEqual([name, null, 'cp437']);
      expect(file.warnings.map(({ code }) => code)).not.toContain('row_unreadable');
      expect(file.warnings.map(({ code }) => code)).not.toContain('bytes_unclear');
    }
  });

  it('meet their own #RES, account by account', () => {
    let compared = 0;
    for (const name of names.filter((one) => !unlike(one))) {
      const file = read(name);
      const isByMonth = file.changes.some(({ year, month }) => month !== null && year > 0);
      for (const { kind, yearIndex, account, amount } of file.balances) {
        if (kind !== 'RES' || yearIndex !== 0 || !isByMonth) continue;
        compared += 1;
        const change = toKronor(changeOf(file, account));
        expect(`${name} ${account} ${change}`).toBe(`${name} ${account} ${toKronor(amount)}`);
      }
    }
    expect(compared > 300 || names.length === 0).toBe(true);
  });

  it('are the same with other line ends', () => {
    for (const name of names) {
      const ended = (end: string) => (bytes: Buffer) =>
        Buffer.from(bytes.toString('latin1').replaceAll(/\r?\n/gu, end), 'latin1');
      expect(read(name, ended('\r\n'))).toEqual(read(name));
      expect(read(name, ended('\r'))).toEqual(read(name));
    }
  });

  it('have the oddities that are known of them', () => {
    has('objektsaldo_ovnbolag.se', 'psaldo_rest', { year: 0, accounts: 38, of: 70 });
    for (const name of names.filter((one) => /^(?:XE|MAMUT)/u.test(one))) {
      has(name, 'opening_not_closing', { account: '2099' });
    }
    has('XE_SIE_2_20151125094903.SE', 'changes_not_res', { account: '3010' });
    has('XE_SIE_3_20151125094952.SE', 'psaldo_unclear', { account: '3010' });
    has('transaktioner_ovnbolag-bad-balance.se', 'voucher_unbalanced');
    has('urval_ovnbolag.si', 'already_imported');
    if (!names.includes('typ3.se')) return;
    expect(read('typ3.se').budgets).toHaveLength(444);
    expect(read('typ4si.si').type).toBe('4I');
    expect(read('MAMUT_SIE3_EXPORT.SE').changes).toContainEqual(
      expect.objectContaining({ account: '1510', objects: [{ dimension: '6', code: '2' }] }),
    );
  });
});
