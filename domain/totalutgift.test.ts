import { expect, it } from 'vitest';
import { tkr } from './tkr.ts';
import { projectTotals, type Totalutgift } from './totalutgift.ts';

const total = (kind: Totalutgift['kind'], asOf: string, amount: string, lineId = 'a') => ({
  kind,
  asOf,
  lineId,
  amount: tkr(amount),
});
const totals = [
  total('beslutad', '2023-06-01', '10000'),
  total('beraknad', '2024-12-31', '10400'),
  total('beraknad', '2024-12-31', '10901'),
  total('beraknad', '2025-12-31', '9500'),
  total('beslutad', '2023-06-01', '1', 'b'),
];

it.each([
  ['2023-05-31', null, null, null],
  ['2024-12-30', '10000', null, null],
  ['2024-12-31', '10000', '10901', '-901'],
  ['2026-01-01', '10000', '9500', '500'],
])(
  'on %s the project was to cost %s and is thought to cost %s',
  (day, beslutad, beraknad, deviation) => {
    const amount = (text: string | null) => (text === null ? null : tkr(text));
    expect(projectTotals(totals, 'a', day)).toEqual({
      beslutad: amount(beslutad),
      beraknad: amount(beraknad),
      deviation: amount(deviation),
    });
  },
);

it('knows no totals of a line that has none', () => {
  expect(projectTotals(totals, 'c', '2026-01-01')).toEqual({
    beslutad: null,
    beraknad: null,
    deviation: null,
  });
});
