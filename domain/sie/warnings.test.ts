import { describe, expect, it } from 'vitest';
import { longestValue, mostWarnings } from './limits.ts';
import { createWarnings, shown } from './warnings.ts';

const unknown = (account: string) => ({ code: 'account_unknown', account }) as const;

describe('warnings', () => {
  it('stand in order of line, those of the whole file first', () => {
    const warnings = createWarnings();
    warnings.row(7, unknown('7'));
    warnings.name(3, unknown('3'));
    warnings.file(null, unknown('0'));
    warnings.row(2, unknown('2'));
    expect(warnings.list().map(({ line }) => line)).toEqual([null, 2, 3, 7]);
    expect(warnings.count()).toBe(4);
  });

  it('are all counted, and a thousand kept: about the file before about rows and names', () => {
    const warnings = createWarnings();
    for (let line = 1; line <= mostWarnings + 500; line += 1) {
      warnings.name(line, unknown('name'));
      warnings.row(line, unknown('row'));
    }
    for (let count = 0; count < 10; count += 1) warnings.file(null, unknown('file'));
    const kept = warnings.list();
    expect(warnings.count()).toBe(2 * (mostWarnings + 500) + 10);
    expect(kept).toHaveLength(mostWarnings);
    const accounts = kept.map((warning) => 'account' in warning && warning.account);
    expect(accounts.filter((account) => account === 'file')).toHaveLength(10);
    expect(accounts).not.toContain('name');
  });

  it('show the beginning of a long text', () => {
    expect(shown('kort')).toBe('kort');
    expect(shown('x'.repeat(longestValue + 1))).toBe(`${'x'.repeat(longestValue)}…`);
  });
});
