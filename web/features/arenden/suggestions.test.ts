import { describe, expect, it } from 'vitest';
import { type Tkr, tkr, toPlain } from '#domain/tkr.ts';
import { paragraph14 } from './arende-testing.ts';
import { toArendeView } from './arende-view.ts';
import { type LineFacts, suggest, suggestionTotals } from './suggestions.ts';

const years = { from: 2024, to: 2025 };
const { entries } = toArendeView(paragraph14, new Map());

function line(name: string, left: string | null, need: string | null, budget: string): LineFacts {
  const known = (plain: string | null): Tkr | null => (plain === null ? null : tkr(plain));
  const gap = need === null ? null : `${parseInt(need, 10) - parseInt(budget, 10)}`;
  return {
    lineId: name,
    name,
    left: known(left),
    need: known(need),
    budget: tkr(budget),
    gap: known(gap),
  };
}

const lines = [
  line('Klienter', '5196', '11550', '8182'),
  line('Mobiltelefoner', '990', '3150', '1539'),
  line('Nät', '-901', null, '500'),
  line('Switchar', '12', null, '500'),
];

function shownOf(list: ReturnType<typeof suggest>) {
  return list.map(({ name, carry, request }) => [name, toPlain(carry), toPlain(request)]);
}

describe('what could be proposed', () => {
  it('is what is unused up to the gap, and the rest of the gap as a request', () => {
    expect(shownOf(suggest(lines, [], years))).toEqual([
      ['Klienter', '3368', '0'],
      ['Mobiltelefoner', '990', '621'],
      // Unused, but nobody said that anything is needed.
      ['Switchar', '0', '0'],
    ]);
  });

  it('is what is left after what is proposed already', () => {
    expect(shownOf(suggest(lines, entries, years))).toEqual([
      ['Klienter', '0', '0'],
      ['Mobiltelefoner', '0', '1'],
      ['Switchar', '0', '0'],
    ]);
    const onlyCarried = entries.filter(({ kind }) => kind === 'aterbudgetering');
    expect(shownOf(suggest(lines, onlyCarried, years))[1]).toEqual(['Mobiltelefoner', '0', '621']);
  });

  it('takes nothing from an overrun or an unknown outcome', () => {
    const short = line('Nät', '-901', '600', '500');
    const unknown = line('Nät', null, '600', '500');
    expect(shownOf(suggest([short], [], years))).toEqual([['Nät', '0', '100']]);
    expect(shownOf(suggest([unknown], [], years))).toEqual([['Nät', '0', '100']]);
  });

  it('sums what is unused and what is missing, without overruns', () => {
    const { left, gap } = suggestionTotals(suggest(lines, [], years));
    expect(toPlain(left)).toBe('6198');
    expect(toPlain(gap)).toBe('4979');
  });
});
