import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addedByYear,
  carriedOutOf,
  changesOf,
  type EntryRefusal,
  type ProposedEntry,
  planEntry,
} from './arende-entries.ts';
import type { Budgetpost } from './budgetpost.ts';
import { fromOre, sum, tkr, toPlain } from './tkr.ts';

const empty = { newLineName: null, fromYear: null, fromLineId: null, correctsId: null };
const request: ProposedEntry = {
  ...empty,
  id: 'e',
  kind: 'tillaggsaskande',
  lineId: 'mobil',
  year: 2025,
  amount: tkr('620'),
  decidedAmount: null,
};
const carry: ProposedEntry = { ...request, id: 'c', kind: 'aterbudgetering', fromYear: 2024 };

const received: Budgetpost = {
  id: 'in',
  lineId: 'klienter',
  year: 2025,
  kind: 'aterbudgetering',
  amount: tkr('3400'),
  otherYear: 2024,
  otherLineId: null,
  pairId: 'pair',
  replacesId: null,
};
const left: Budgetpost = {
  ...received,
  id: 'out',
  year: 2024,
  amount: tkr('-3400'),
  otherYear: 2025,
};
const correction: ProposedEntry = {
  ...request,
  kind: 'correction',
  lineId: 'klienter',
  correctsId: 'in',
  amount: tkr('3000'),
};

const changes = (entry: ProposedEntry, posts: readonly Budgetpost[] = []) =>
  changesOf(entry, posts).map(({ lineId, year, amount }) => [lineId, year, toPlain(amount)]);

describe('what an entry becomes', () => {
  it('adds a tilläggsäskande to its line and year', () => {
    expect(changes(request)).toEqual([['mobil', 2025, '620']]);
  });

  it('takes an återbudgetering out of the year that it comes from', () => {
    expect(changes({ ...carry, amount: tkr('990') })).toEqual([
      ['mobil', 2025, '990'],
      ['mobil', 2024, '-990'],
    ]);
  });

  it('moves an omdisponering between lines of the same year', () => {
    const move = { ...request, kind: 'omdisponering', fromLineId: 'nat' } as const;
    expect(changes(move)).toEqual([
      ['mobil', 2025, '620'],
      ['nat', 2025, '-620'],
    ]);
  });

  it('gives a new line a stand-in of its own, and makes it a tilläggsäskande', () => {
    const line = { ...request, kind: 'newLine', lineId: null, newLineName: 'Brandvägg' } as const;
    const planned = planEntry(line, []);
    expect(planned).toMatchObject({
      ok: true,
      value: { kind: 'new', posts: [{ lineId: 'e', kind: 'tillaggsaskande' }] },
    });
  });

  it('adds the difference that a correction makes, on both sides of a move', () => {
    expect(changes(correction, [received, left])).toEqual([
      ['klienter', 2025, '-400'],
      ['klienter', 2024, '400'],
    ]);
  });

  it('counts a decided amount in place of the proposed one', () => {
    expect(changes({ ...request, decidedAmount: tkr('500') })).toEqual([['mobil', 2025, '500']]);
  });

  it('adds nothing for what was struck', () => {
    expect(changes({ ...carry, decidedAmount: tkr('0') })).toEqual([]);
    const kept = { ...correction, decidedAmount: tkr('3400') };
    expect(planEntry(kept, [received, left])).toEqual({ ok: true, value: { kind: 'none' } });
  });
});

describe('an entry that cannot stand', () => {
  it.each<[EntryRefusal, ProposedEntry]>([
    ['entry_needs_line', { ...request, lineId: null }],
    ['entry_needs_name', { ...request, kind: 'newLine', lineId: null }],
    ['entry_field_not_used', { ...request, newLineName: 'Brandvägg' }],
    ['entry_field_not_used', { ...request, correctsId: 'in' }],
    ['entry_field_not_used', { ...correction, fromYear: 2024 }],
    ['entry_needs_budgetpost', { ...request, kind: 'correction' }],
    ['budgetpost_not_found', { ...correction, correctsId: 'other' }],
    ['correction_changes_nothing', { ...correction, amount: tkr('3400') }],
    ['correction_flips_move', { ...correction, amount: tkr('-1') }],
    ['budgetpost_amount_zero', { ...request, amount: tkr('0') }],
    ['budgetpost_amount_zero', { ...request, amount: tkr('0'), decidedAmount: tkr('0') }],
    ['aterbudgetering_needs_from_year', { ...carry, fromYear: null }],
    ['aterbudgetering_not_from_earlier_year', { ...carry, fromYear: 2025 }],
    ['aterbudgetering_not_positive', { ...carry, decidedAmount: tkr('-1') }],
    ['omdisponering_same_line', { ...request, kind: 'omdisponering', fromLineId: 'mobil' }],
    ['from_year_not_used', { ...request, fromYear: 2024 }],
  ])('%s', (refusal, entry) => {
    expect(planEntry(entry, [received, left])).toEqual({ ok: false, refusal });
    expect(changesOf(entry, [received, left])).toEqual([]);
  });

  it('is a correction of what another one has replaced', () => {
    const later = { ...received, id: 'later', amount: tkr('3100'), replacesId: 'in' };
    const refusal = { ok: false, refusal: 'budgetpost_already_corrected' };
    expect(planEntry(correction, [received, left, later])).toEqual(refusal);
  });
});

describe('sums', () => {
  const paragraph14 = [
    { ...carry, id: '1', lineId: 'klienter', amount: tkr('3400') },
    { ...carry, id: '2', amount: tkr('990') },
    { ...request, id: '3' },
  ].flatMap((entry) => changesOf(entry, []));

  it('add 5 010 to 2025 and take 4 390 out of 2024 in § 14', () => {
    const totals = [...addedByYear(paragraph14)].map(([year, amount]) => [year, toPlain(amount)]);
    expect(totals).toEqual([
      [2025, '5010'],
      [2024, '-4390'],
    ]);
  });

  it('take 990 out of what Mobiltelefoner left unused', () => {
    expect(carriedOutOf(paragraph14, { lineId: 'mobil', year: 2024 })).toBe(tkr('990'));
    expect(carriedOutOf(paragraph14, { lineId: 'mobil', year: 2025 })).toBe(tkr('-990'));
  });

  const entry = fc
    .record({
      kind: fc.constantFrom('aterbudgetering', 'tillaggsaskande', 'omdisponering', 'newLine'),
      year: fc.integer({ min: 2023, max: 2027 }),
      ore: fc.bigInt({ min: 1n, max: 10n ** 15n }),
      line: fc.constantFrom('a', 'b', 'c'),
    })
    .map(({ kind, year, ore, line }): ProposedEntry => {
      const isNew = kind === 'newLine';
      return {
        ...empty,
        id: `${line} ${ore}`,
        kind,
        lineId: isNew ? null : line,
        newLineName: isNew ? 'Ny' : null,
        year,
        fromYear: kind === 'aterbudgetering' ? year - 1 : null,
        fromLineId: kind === 'omdisponering' ? `${line}2` : null,
        amount: fromOre(ore),
        decidedAmount: null,
      };
    });

  it('come to what was asked for: moves take out exactly what they put in', () => {
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const all = entries.flatMap((one) => changesOf(one, []));
        const asked = entries.filter(
          ({ kind }) => kind === 'tillaggsaskande' || kind === 'newLine',
        );
        expect(sum(addedByYear(all).values())).toBe(sum(asked.map(({ amount }) => amount)));
      }),
    );
  });
});
