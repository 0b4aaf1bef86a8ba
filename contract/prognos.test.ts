import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { assumptionKinds } from '#domain/forecast/assumption-terms.ts';
import { computePlan } from '#domain/forecast/plan.ts';
import type { AssumptionAnswer } from './assumptions.ts';
import { prognosText, toPlanInput, toPrognosFile } from './prognos.ts';
import { problemsOfPrognos } from './prognos-check.ts';
import { type PrognosFile, prognosFile } from './prognos-file.ts';
import { planInputOf, readKeys } from './prognos-input.ts';
import { levelsOf, type PrognosScenario, type PrognosSource } from './prognos-levels.ts';
import { prognosResult } from './prognos-result.ts';
import { toPrognosResult } from './to-prognos-result.ts';

const root = path.join(import.meta.dirname, '..');
const docs = readFileSync(path.join(root, 'docs/prognos.md'), 'utf8');
const example = JSON.parse(/```json\n([\s\S]*?)```/u.exec(docs)?.[1] ?? '') as object;

function resultOf(file: PrognosFile) {
  const input = planInputOf(file);
  const plan = computePlan(input);
  return toPrognosResult(input, plan, { name: file.name, keys: readKeys(file.keys) });
}

/** The names in the first column of the tables under a heading of the docs. */
function documented(heading: string): string[] {
  const section = docs.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| `(\w+)`/gmu)].map(([, name = '']) => name);
}

const fieldsOf = (schema: z.ZodObject): string[] => Object.keys(schema.shape);

describe('docs/prognos.md', () => {
  it('has an example that holds and can be computed', () => {
    const file = prognosFile.parse(example);
    expect(problemsOfPrognos(file)).toEqual([]);
    const result = resultOf(file);
    expect(result.gaps).toEqual([]);
    expect(prognosResult.parse(result)).toEqual(result);
  });

  it('has every field of the file and of the result, and every kind of assumption', () => {
    const inner = ['ratePeriods', 'assumptions'];
    expect(documented('Fälten').toSorted()).toEqual(
      [...fieldsOf(prognosFile), ...inner].toSorted(),
    );
    expect(documented('Antagandena')).toEqual(assumptionKinds);
    const told = documented('Vad `tkr prognos` skriver');
    expect(told).toEqual(['ok', 'missing', ...fieldsOf(prognosResult)]);
  });
});

const base = {
  scenarioId: 'a',
  name: 'Om tillägg',
  description: null,
  status: 'utkast',
  parentId: 'b',
  isPrivate: false,
  frozenAt: null,
  frozenBy: null,
  openingYear: 2024,
  lastYear: 2026,
  position: 0,
  version: 1,
  revision: 1,
} as const;
const nothing = {
  percent: null,
  low: null,
  high: null,
  amount: null,
  months: null,
  lastMonth: null,
};
const known = { version: 1, changedAt: '2026-01-01T00:00:00.000Z', changedBy: 'Eva' };

function assumed(scenarioId: string | null, kind: AssumptionAnswer['kind'], value: object) {
  const place = {
    assumptionId: `${scenarioId} ${kind}`,
    scenarioId,
    kind,
    lineId: null,
    from: null,
  };
  return { ...place, ...nothing, comment: null, ...known, ...value };
}

function figure(
  year: number,
  kind: 'amortisation' | 'borrowingInvestments',
  source: 'computed' | 'linked',
) {
  const none = { amount: null, arendeId: null, linkedAmount: null, comment: null };
  return { year, kind, source, ...none, isOverridden: false, ...known };
}

const entry: PrognosScenario = {
  scenario: base,
  figures: [
    {
      ...figure(2024, 'amortisation', 'computed'),
      kind: 'openingDebt',
      source: 'typed',
      amount: '1000',
    },
    figure(2026, 'amortisation', 'computed'),
    figure(2025, 'amortisation', 'computed'),
    figure(2025, 'borrowingInvestments', 'linked'),
    figure(2026, 'borrowingInvestments', 'linked'),
    // Left over from when the scenario was longer.
    figure(2027, 'amortisation', 'computed'),
  ],
  kept: null,
};
const parent = { scenario: { ...base, scenarioId: 'b', name: 'Bas', parentId: null }, kept: null };
const source: PrognosSource = {
  scenarios: [entry],
  ancestors: [parent],
  borgenstak: [{ validFrom: '2024-01-01', amount: '5000' }],
  basis: {
    lines: [
      {
        lineId: 'k',
        name: 'Klienter',
        budget: [
          { year: 2025, amount: '1200' },
          { year: 2026, amount: '600' },
          { year: 2030, amount: '9' },
        ],
      },
    ],
    arenden: [
      { arendeId: 'x', name: 'Eget', isDecided: false, entries: [] },
      { arendeId: 'y', name: 'Beslutat', isDecided: true, entries: [] },
    ],
    loans: [],
    curves: [],
    members: [],
    keys: [],
  },
  assumptions: [
    assumed(null, 'loanShare', { percent: '100' }),
    assumed(null, 'life', { months: 12 }),
    assumed('b', 'life', { months: 36 }),
    assumed('a', 'life', {}),
    assumed('c', 'life', { months: 60 }),
  ],
};

describe('the levels of a scenario', () => {
  it('are its own, its parent’s and the organisation’s, without what was emptied', () => {
    const levels = levelsOf(source, 'a');
    expect(levels.map(({ name }) => name)).toEqual(['Om tillägg', 'Bas', 'Organisationen']);
    expect(levels.map(({ assumptions }) => assumptions.length)).toEqual([0, 1, 2]);
  });

  it('end where a scenario would inherit from itself, or from one that is not seen', () => {
    const ring = {
      ...source,
      ancestors: [{ ...parent, scenario: { ...parent.scenario, parentId: 'a' } }],
    };
    expect(levelsOf(ring, 'a')).toHaveLength(3);
    expect(levelsOf({ ...source, ancestors: [] }, 'a')).toHaveLength(2);
  });

  it('are those that a frozen parent keeps, whatever holds now', () => {
    const kept = toPrognosFile(source, entry);
    const frozen = { scenario: { ...parent.scenario, status: 'faststalld' as const }, kept };
    const levels = levelsOf({ ...source, ancestors: [frozen] }, 'a');
    expect(levels.map(({ name, isKept }) => [name, isKept])).toEqual([
      ['Om tillägg', false],
      ['Om tillägg', true],
      ['Bas', true],
      ['Organisationen', true],
    ]);
  });
});

describe('a scenario as a file', () => {
  const file = toPrognosFile(source, entry);

  it('has the figures in order, and only what concerns the scenario', () => {
    expect(prognosFile.parse(file)).toEqual(file);
    expect(problemsOfPrognos(file)).toEqual([]);
    expect(file.rows.map(({ year, kind }) => `${year} ${kind}`)).toEqual([
      '2025 borrowingInvestments',
      '2025 amortisation',
      '2026 borrowingInvestments',
      '2026 amortisation',
    ]);
    expect(file.lines[0]?.budget.map(({ year }) => year)).toEqual([2025, 2026]);
    expect(file.arenden.map(({ arendeId }) => arendeId)).toEqual(['y']);
  });

  it('comes to the same as the answer that it was made of', () => {
    const plan = computePlan(toPlanInput(source, entry));
    expect(computePlan(planInputOf(file)).months).toEqual(plan.months);
    // 1 200 Tkr over three years, of which 150 the first.
    expect(resultOf(file).years[0]).toMatchObject({ amortisation: '-150', closing: '2050' });
  });

  it('is one text, whatever the order of what it was made of', () => {
    const turned = { ...source, assumptions: source.assumptions.toReversed() };
    const same = toPrognosFile(turned, { ...entry, figures: entry.figures.toReversed() });
    expect(prognosText(same)).toBe(prognosText(file));
  });

  it('is what a frozen scenario keeps, and only typed figures where it keeps nothing', () => {
    const frozen = { ...entry, scenario: { ...base, status: 'faststalld' as const } };
    const moved = { ...source, basis: { ...source.basis, lines: [] } };
    expect(toPrognosFile(moved, { ...frozen, kept: file })).toBe(file);
    expect(toPlanInput(moved, { ...frozen, kept: file })).toBe(planInputOf(file));
    const before = toPrognosFile(source, frozen);
    expect([before.lines, before.loans, before.levels]).toEqual([[], [], []]);
    expect(toPlanInput(source, frozen)).toEqual(planInputOf(before));
  });

  it('reads what scenarios share once, as long as it is the same', () => {
    const [first, second] = [toPlanInput(source, entry), toPlanInput({ ...source }, entry)];
    expect(second.lines).toBe(first.lines);
    expect(second.levels[1]?.[0]).toBe(first.levels[1]?.[0]);
  });
});

describe('a file that is wrong', () => {
  const codes = (change: object) =>
    problemsOfPrognos(prognosFile.parse({ ...example, ...change })).map(
      ({ path: at, code }) => `${at} ${code}`,
    );

  it.each([
    ['a forecast of 21 years', { openingYear: 2004, rows: [] }, '/lastYear forecast_too_long'],
    [
      'a year outside',
      { rows: [{ year: 2030, kind: 'amortisation', source: 'computed' }] },
      '/rows/0/year forecast_year_outside_scenario',
    ],
    [
      'a positive amortisation',
      { rows: [{ year: 2025, kind: 'amortisation', source: 'typed', amount: '1' }] },
      '/rows/0/amount amortisation_positive',
    ],
    [
      'amortisation that follows the budget',
      { rows: [{ year: 2025, kind: 'amortisation', source: 'linked' }] },
      '/rows/0/source figure_source_unfit',
    ],
    [
      'the same figure twice',
      {
        rows: [
          { year: 2025, kind: 'amortisation', source: 'computed' },
          { year: 2025, kind: 'amortisation', source: 'computed' },
        ],
      },
      '/rows/1 prognos_given_twice',
    ],
    [
      'a curve that is not there',
      { curves: [] },
      '/loans/0/ratePeriods/1/curveId prognos_unknown_reference',
    ],
    ['a member that is not there', { members: [] }, '/keys/0 member_not_found'],
    [
      'a share above a hundred percent',
      { levels: [{ assumptions: [{ kind: 'loanShare', percent: '101' }] }] },
      '/levels/0/assumptions/0 assumption_value_out_of_range',
    ],
    [
      'inhabitants in parts',
      {
        keys: [
          {
            validFrom: '2024-01-01',
            type: 'population',
            parts: [{ memberId: '0560', weight: '1.5' }],
          },
        ],
      },
      '/keys/0/parts/0/weight prognos_weight_unfit',
    ],
  ])('is told of %s', (_, change, told) => {
    expect(codes(change)).toContain(told);
  });
});
