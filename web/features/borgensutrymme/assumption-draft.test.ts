import { describe, expect, it } from 'vitest';
import { type AssumptionDraft, draftOf, parseMonths, readDraft } from './assumption-draft.ts';

const nothing = { kind: 'life', lineId: null, from: null } as const;
const draft = (texts: Partial<AssumptionDraft>): AssumptionDraft => ({
  ...draftOf(nothing),
  ...texts,
});

describe('months as a person writes them', () => {
  it.each([
    ['36', 36],
    ['36 månader', 36],
    [' 36\u00a0mån. ', 36],
    ['3 år', 36],
    ['2,5 år', 30],
    ['2 år och 6 månader', 30],
    ['−6', -6],
    ['0', 0],
    ['-1 år', -12],
  ])('%j are %i months', (text, months) => {
    expect(parseMonths(text)).toBe(months);
  });

  it.each(['', 'tre år', '2,3 år', '36,5', '3 veckor'])('%j are none', (text) => {
    expect(parseMonths(text)).toBeNull();
  });
});

describe('an assumption that is being written', () => {
  it('is read with Swedish figures', () => {
    expect(readDraft('executionRate', 'om', draft({ percent: '87,5 %' }))).toMatchObject({
      ok: true,
      place: { scenarioId: 'om', kind: 'executionRate', lineId: null, from: null },
      state: { percent: '87.5', comment: null },
    });
    expect(readDraft('buffer', null, draft({ amount: '2 000,5' }))).toMatchObject({
      ok: true,
      state: { amount: '2000.5' },
    });
    expect(readDraft('drawSpan', 'om', draft({ months: '1', lastMonth: '12' }))).toMatchObject({
      ok: true,
      state: { months: 1, lastMonth: 12 },
    });
  });

  it('begins with what was said before', () => {
    const said = {
      percent: '-0.5',
      low: null,
      high: null,
      amount: null,
      months: null,
      lastMonth: null,
      comment: 'Så.',
    };
    const begun = draftOf({ kind: 'plannedRate', lineId: null, from: null }, said);
    expect([begun.percent, begun.comment]).toEqual(['−0,5', 'Så.']);
    expect(readDraft('plannedRate', 'om', begun)).toMatchObject({ ok: true, state: said });
  });

  it.each([
    ['life', {}, 'months', 'missing'],
    ['life', { months: 'länge' }, 'months', 'months'],
    ['life', { months: '0' }, 'months', 'assumption_value_out_of_range'],
    ['loanShare', { percent: 'allt' }, 'percent', 'percent'],
    ['loanShare', { percent: '101' }, 'percent', 'assumption_value_out_of_range'],
    ['buffer', { amount: '1.234' }, 'amount', 'amount'],
    ['extraInvestment', { amount: '500', from: '2026-01-01' }, 'line', 'assumption_needs_line'],
    ['ceiling', { amount: '70000' }, 'from', 'assumption_needs_day'],
    ['priceRange', { low: '3', percent: '2', high: '5' }, 'low', 'assumption_range_out_of_order'],
  ] as const)('%s with %j is wrong at %s: %s', (kind, texts, field, problem) => {
    expect(readDraft(kind, 'om', draft(texts))).toEqual({ ok: false, field, problem });
  });

  it('that only a scenario can have is none of the organisation’s', () => {
    const ceiling = draft({ amount: '70000', from: '2027-01-01' });
    expect(readDraft('ceiling', 'om', ceiling).ok).toBe(true);
    expect(readDraft('ceiling', null, ceiling)).toMatchObject({
      problem: 'assumption_only_in_scenario',
    });
  });
});
