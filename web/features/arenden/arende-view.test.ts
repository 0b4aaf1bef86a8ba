import { describe, expect, it } from 'vitest';
import { toPlain } from '#domain/tkr.ts';
import { klienter, mobiltelefoner, paragraph14, tillagg } from './arende-testing.ts';
import { type EntryDraft, toArendeView } from './arende-view.ts';

function drafted(entryId: string, draft: EntryDraft) {
  return toArendeView(paragraph14, new Map([[entryId, draft]]));
}

function entryIn(view: ReturnType<typeof toArendeView>, entryId: string) {
  const entry = view.entries.find((one) => one.entryId === entryId);
  if (entry === undefined) throw new Error(`There is no ${entryId}`);
  return entry;
}

function marksOf(view: ReturnType<typeof toArendeView>, entryId: string) {
  return entryIn(view, entryId).marks.map(({ kind, by }) => [
    kind,
    by === null ? null : toPlain(by),
  ]);
}

describe('an ärende on screen', () => {
  it('is what the server said where nothing is being written', () => {
    const view = toArendeView(paragraph14, new Map());
    expect(toPlain(view.total)).toBe('5010');
    expect(view.budgets.map(({ year, after }) => [year, toPlain(after)])).toEqual([
      [2025, '26555'],
    ]);
    expect(marksOf(view, klienter)).toEqual([
      ['overNeed', '32'],
      ['noPolicy', null],
    ]);
    expect(marksOf(view, mobiltelefoner)).toEqual([['underNeed', '1']]);
    expect(marksOf(view, tillagg)).toEqual([['underNeed', '1']]);
  });

  it('moves the budget, the total and the judgement with an amount that is being written', () => {
    const view = drafted(klienter, { amount: '3368' });
    expect(toPlain(view.total)).toBe('4978');
    expect(view.budgets.map(({ after }) => toPlain(after))).toEqual(['26523']);
    expect(marksOf(view, klienter)).toEqual([['noPolicy', null]]);
    expect(toPlain(entryIn(view, klienter).adds)).toBe('3368');
  });

  it('moves the other entries of the same line and year too', () => {
    const view = drafted(tillagg, { amount: '621' });
    const { figures } = entryIn(view, mobiltelefoner);
    expect(figures.budgetAfter === null ? null : toPlain(figures.budgetAfter)).toBe('3150');
    expect(marksOf(view, mobiltelefoner)).toEqual([]);
    expect(marksOf(view, tillagg)).toEqual([]);
  });

  it('stops what is more than the line left unused, by what it is more', () => {
    expect(marksOf(drafted(mobiltelefoner, { amount: '990.01' }), mobiltelefoner)[0]).toEqual([
      'overUnused',
      '0.01',
    ]);
    expect(marksOf(drafted(mobiltelefoner, { amount: '990' }), mobiltelefoner)).toEqual([
      ['underNeed', '1'],
    ]);
  });

  it('takes what is carried from the year it comes from', () => {
    const view = drafted(klienter, { amount: '100' });
    // 100 + 990 leave 2024.
    expect([...view.added].map(([year, amount]) => [year, toPlain(amount)])).toEqual([
      [2025, '1710'],
      [2024, '-1090'],
    ]);
  });

  it('shows a reason that is being written, and one that was taken away', () => {
    expect(entryIn(drafted(klienter, { reason: 'Leasing' }), klienter).reason).toBe('Leasing');
    expect(entryIn(drafted(tillagg, { reason: null }), tillagg).reason).toBeNull();
  });

  it('adds nothing to a year for money that moves between its lines', () => {
    const [first] = paragraph14.entries;
    if (first === undefined) throw new Error('There is an entry');
    const moved = {
      ...first,
      kind: 'omdisponering' as const,
      fromYear: null,
      fromLineId: 'switchar',
      fromLineName: 'Switchar',
    };
    const view = toArendeView(
      { ...paragraph14, entries: [moved] },
      new Map([[klienter, { amount: '250' }]]),
    );
    expect(toPlain(view.total)).toBe('0');
  });
});
