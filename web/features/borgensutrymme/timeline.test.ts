import { describe, expect, it } from 'vitest';
import type { PrognosAssumption } from '#contract/prognos-file.ts';
import type { AssumptionLevel } from '#contract/prognos-levels.ts';
import { shownFrom, shownValue } from '../../lib/assumption-words.ts';
import { sv } from '../../texts/sv.ts';
import { timelinesOf } from './timeline.ts';

const words = sv.prognos;

function said(one: Partial<PrognosAssumption> & Pick<PrognosAssumption, 'kind'>) {
  const nothing = { percent: null, low: null, high: null, amount: null };
  const rest = { lineId: null, from: null, months: null, lastMonth: null, comment: null };
  return { ...nothing, ...rest, ...one };
}

function level(scenarioId: string | null, assumptions: PrognosAssumption[]): AssumptionLevel {
  return { scenarioId, name: scenarioId ?? 'Organisationen', isKept: false, assumptions };
}

const levels = [
  level('budget', [said({ kind: 'executionRate', percent: '80', from: '2026-01-01' })]),
  level('om', [
    said({ kind: 'life', months: 48, lineId: 'klienter', from: '2027-01-01' }),
    said({ kind: 'ceiling', amount: '70000', from: '2026-07-01' }),
  ]),
  level(null, [
    said({ kind: 'executionRate', percent: '90', from: '2020-01-01' }),
    said({ kind: 'life', months: 60 }),
  ]),
];

/** What holds, as the table says it. */
function told(kind: PrognosAssumption['kind'], lineId: string | null = null): string[][] {
  const { of } = timelinesOf(levels, '2025-01-01');
  return of(kind, lineId).map(({ from, found }) => [
    from === null ? '' : shownFrom(from, words),
    found === null ? '' : shownValue(kind, found.assumption, words).replaceAll('\u00a0', ' '),
    `${found?.level ?? ''}`,
  ]);
}

describe('what holds when', () => {
  it('is the organisation’s until the scenario’s own begins', () => {
    expect(told('executionRate')).toEqual([
      ['', '90 %', '2'],
      ['2026', '80 %', '0'],
    ]);
  });

  it('is of a line only from when something is said of it', () => {
    expect(told('life')).toEqual([['', '60 månader, 5 år', '2']]);
    expect(told('life', 'klienter')).toEqual([['2027', '48 månader, 4 år', '1']]);
    expect(told('life', 'nät')).toEqual([]);
  });

  it('is a planned ceiling by its day', () => {
    expect(told('ceiling')).toEqual([['1 juli 2026', '70 000 Tkr', '1']]);
  });

  it('is nothing where nobody has said anything', () => {
    expect(told('loanShare')).toEqual([['', '', '']]);
  });

  it('knows what each value was written as', () => {
    const timelines = timelinesOf(levels, '2025-01-01');
    const [, own] = timelines.of('executionRate', null);
    if (own === undefined || own.found === null)
      throw new Error('The scenario has a value of its own');
    expect(timelines.plainOf(own.found)).toBe(levels[0]?.assumptions[0]);
    expect(timelines.linesOf('life')).toEqual(['klienter']);
  });
});
