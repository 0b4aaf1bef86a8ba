import { describe, expect, it } from 'vitest';
import type { UtfallAnswer, UtfallCellAnswer, UtfallSourceAnswer } from '#contract/utfall.ts';
import type { Budgetpost } from '#domain/budgetpost.ts';
import { tkr, toPlain } from '#domain/tkr.ts';
import {
  elsewhereSums,
  isCorrected,
  sumOfMonth,
  toUtfallView,
  unsaved,
  withTyped,
} from './utfall-view.ts';

const klienter = 'klienter';
const mobiltelefoner = 'mobiltelefoner';

function source(sourceId: string, kind: UtfallSourceAnswer['kind']): UtfallSourceAnswer {
  return {
    ...{ sourceId, kind, sourceNumber: '1', comment: null, fileName: null, sha256: null },
    ...{ encoding: null, mappingVersion: null, years: [2024], total: '0', unmapped: '0' },
    ...{ onLines: '0', unmappedCount: 0, warningCount: 0, undoneAt: null, undoneBy: null },
    ...{ createdAt: '2025-02-10T08:00:00.000Z', createdBy: 'Anna Ek' },
  };
}

function cell(
  lineId: string,
  month: number | null,
  amount: string | null,
  sourceId: string | null = 'file',
  superseded: UtfallCellAnswer['superseded'] = [],
): UtfallCellAnswer {
  return { lineId, month, amount, sourceId, superseded };
}

function answer(
  cells: readonly UtfallCellAnswer[],
  more: Partial<UtfallAnswer> = {},
): UtfallAnswer {
  return {
    year: 2024,
    years: [2024],
    lines: [klienter, mobiltelefoner].map((name, position) => ({
      ...({ lineId: name, name, position, lineType: 'reinvestering', version: 1 } as const),
    })),
    cells: [...cells],
    sources: [source('file', 'sie4'), source('hand', 'typed')],
    rows: [],
    totals: { months: [], wholeYear: null, total: null },
    elsewhere: [],
    known: [],
    ...more,
  };
}

function post(lineId: string, amount: string): Budgetpost {
  return {
    ...{ id: `post ${lineId}`, lineId, year: 2024, kind: 'ursprunglig', amount: tkr(amount) },
    ...{ otherYear: null, otherLineId: null, pairId: null, replacesId: null },
  };
}

describe('the view of a year', () => {
  it('sums lines and months, and parts what is unused from what is overrun', () => {
    const view = toUtfallView(
      answer([
        cell(klienter, 2, '1250'),
        cell(klienter, 12, '500'),
        cell(mobiltelefoner, 2, '2100.5'),
      ]),
      [post(klienter, '9000'), post(mobiltelefoner, '2000')],
    );
    expect(view.rows.map(({ end }) => end.deviation)).toEqual([tkr('7250'), tkr('-100.5')]);
    expect(view.total).toEqual(tkr('3850.5'));
    expect(view.budget).toEqual(tkr('11000'));
    expect([view.unused, view.overrun]).toEqual([tkr('7250'), tkr('100.5')]);
    expect(view.overrunLines).toBe(1);
    expect(sumOfMonth(view, 2)).toEqual(tkr('3350.5'));
    expect(sumOfMonth(view, 3)).toBeNull();
    expect(view.hasBudget).toBe(true);
  });

  it('knows nothing of a line without amounts, and does not call its budget unused', () => {
    const view = toUtfallView(answer([cell(klienter, 1, '0')]), [
      post(klienter, '10'),
      post(mobiltelefoner, '2000'),
    ]);
    expect(view.rows[1]?.end.outcome).toBeNull();
    expect(view.unused).toEqual(tkr('10'));
    expect(view.unknownLines).toBe(1);
  });

  it('keeps a cell that a later file has emptied apart from those that are known', () => {
    const gone = cell(klienter, 3, null, null, [{ sourceId: 'hand', month: 3, amount: '7' }]);
    const view = toUtfallView(answer([gone]), []);
    expect(view.total).toBeNull();
    expect(view.rows[0]?.cells.size).toBe(0);
    expect(view.rows[0]?.emptied.get(3)).toEqual(gone);
  });

  it('is known until the last month of an import, and until December with a year as a whole', () => {
    const until = (cells: readonly UtfallCellAnswer[], lastMonth: number | null) => {
      const known = lastMonth === null ? [] : [{ sourceId: 'file', firstMonth: 1, lastMonth }];
      return toUtfallView(answer(cells, { known }), []).lastMonth;
    };
    expect(until([cell(klienter, 2, '1')], 6)).toBe(6);
    expect(until([cell(klienter, null, '1')], null)).toBe(12);
    expect(until([], null)).toBeNull();
  });

  it('says that a typed amount has taken the place of an imported one, and of nothing else', () => {
    const over = (sourceId: string) => [{ sourceId, month: 1, amount: '1' }];
    const view = toUtfallView(answer([cell(klienter, 1, '2', 'hand', over('file'))]), []);
    const twice = toUtfallView(answer([cell(klienter, 1, '2', 'hand', over('hand'))]), []);
    const corrected = [view, twice].map((one) => {
      const known = one.rows[0]?.cells.get(1);
      return known === undefined ? null : isCorrected(one, known);
    });
    expect(corrected).toEqual([true, false]);
  });

  it('sums what is on no line, place by place', () => {
    const place = (target: 'drift' | 'unmapped', amount: string) => ({
      ...{ target, lineId: null, driftrad: null, year: 2024, amount },
    });
    const sums = elsewhereSums([place('unmapped', '3'), place('drift', '5'), place('drift', '-1')]);
    expect(sums.map(({ target, amount }) => [target, toPlain(amount)])).toEqual([
      ['drift', '4'],
      ['unmapped', '3'],
    ]);
  });
});

describe('an amount that was typed', () => {
  const isTyped = (sourceId: string): boolean => sourceId !== 'file';

  it('stands in its cell at once, over what was there', () => {
    const typed = { lineId: klienter, month: 1, amount: '8' };
    expect(withTyped([cell(klienter, 1, '5'), cell(klienter, 2, '6')], typed, isTyped)).toEqual([
      cell(klienter, 2, '6'),
      cell(klienter, 1, '8', 'file', [{ sourceId: 'file', month: 1, amount: '5' }]),
    ]);
  });

  it('for the whole year takes the place of the months of its line', () => {
    const typed = { lineId: klienter, month: null, amount: '8' };
    const [other, own] = withTyped(
      [cell(klienter, 1, '5'), cell(mobiltelefoner, 1, '6')],
      typed,
      isTyped,
    );
    expect(other?.lineId).toBe(mobiltelefoner);
    expect(own).toEqual(
      cell(klienter, null, '8', unsaved, [{ sourceId: 'file', month: 1, amount: '5' }]),
    );
  });

  it('brings back what was imported when it is taken away, past everything that was typed', () => {
    const superseded = [
      { sourceId: 'file', month: 1, amount: '5' },
      { sourceId: 'hand', month: 1, amount: '7' },
    ];
    const empty = { lineId: klienter, month: 1, amount: null };
    expect(withTyped([cell(klienter, 1, '8', 'hand', superseded)], empty, isTyped)).toEqual([
      cell(klienter, 1, '5', 'file', []),
    ]);
    expect(withTyped([cell(klienter, 1, '8', 'hand')], empty, isTyped)).toEqual([]);
  });
});
