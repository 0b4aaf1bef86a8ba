import { expect, it } from 'vitest';
import { percentOf } from '../percent.ts';
import { tkr, toOre } from '../tkr.ts';
import { isDrawn, responseOf } from './simulation-response.ts';
import { followingRows, line, planInput, row, terms } from './testing.ts';
import { assumptionOf } from './what-if.ts';

const lines = [line('klienter', { 2025: '1200', 2026: '2400' })];
const half = assumptionOf({ kind: 'executionRate', lineId: 'klienter', percent: percentOf('50') });
const drawn = assumptionOf({
  kind: 'executionRange',
  low: percentOf('70'),
  percent: percentOf('80'),
  high: percentOf('90'),
  from: '2026-01-01',
});
const ore = (...amounts: string[]) => amounts.map((amount) => toOre(tkr(amount)));

it('parts the debt by the year that is invested in, all of it where the rate is drawn', () => {
  const input = planInput({ lastYear: 2026, lines, levels: [[half, drawn], terms(36)] });
  const response = responseOf(input);
  expect(response?.fixedDebt).toEqual(ore('0', '0'));
  // Half of 1 200 as the line says: 525 and then 325 left; all of 2 400: 2 100 left.
  expect(response?.debtOfYear).toEqual([ore('525', '0'), ore('325', '2100')]);
  expect(response && isDrawn(response.assumptions, 2025)).toBe(false);
  expect(response && isDrawn(response.assumptions, 2026)).toBe(true);
});

it('keeps what is typed fixed, on the terms of its lines', () => {
  const typed = row(2025, 'borrowingInvestments', 'typed', { amount: tkr('600') });
  const rows = followingRows(2025, 2026).map((one) =>
    one.year === 2025 && one.kind === typed.kind ? typed : one,
  );
  const response = responseOf(
    planInput({ lastYear: 2026, rows, lines, levels: [[drawn], terms(36)] }),
  );
  expect(response?.fixedDebt).toEqual(ore('525', '325'));
  expect(response?.debtOfYear).toEqual([ore('0', '0'), ore('0', '2100')]);
});

it('knows no cost without a rate, and no debt without a life', () => {
  expect(responseOf(planInput({ lastYear: 2026, lines }))?.knowsCost).toBe(false);
  expect(responseOf(planInput({ lines, levels: [] }))).toBeNull();
});
