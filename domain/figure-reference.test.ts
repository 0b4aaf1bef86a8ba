import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableFigures } from './borgensprognos-table.ts';
import { budgetpostKinds } from './budgetpost.ts';
import {
  effectOutcomes,
  type FigureReference,
  formatFigureReference,
  loanFigures,
  memberFigures,
  parseFigureReference,
  yearEndFigures,
} from './figure-reference.ts';

const klienter = '019a5b7c-0000-7000-8000-000000000020';

const year = fc.integer({ min: 2000, max: 2100 });
const id = fc.uuid();
const lineId = fc.option(id);
const references: fc.Arbitrary<FigureReference> = fc.oneof(
  fc.record({
    kind: fc.constant('budget' as const),
    year,
    lineId,
    postKind: fc.option(fc.constantFrom(...budgetpostKinds)),
  }),
  fc.record({ kind: fc.constant('budgetpost' as const), budgetpostId: id }),
  fc.record({
    kind: fc.constant('utfall' as const),
    year,
    lineId,
    month: fc.option(fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant('year' as const))),
  }),
  fc.record({
    kind: fc.constant('yearEnd' as const),
    year,
    lineId,
    figure: fc.constantFrom(...yearEndFigures),
  }),
  fc.record({ kind: fc.constantFrom('behov' as const, 'gap' as const), year, lineId }),
  fc.record({ kind: fc.constant('behovItem' as const), behovId: id }),
  fc.record({ kind: fc.constant('arende' as const), arendeId: id, entryId: lineId }),
  fc.record({
    kind: fc.constant('forecast' as const),
    scenarioId: id,
    year,
    figure: fc.constantFrom(...tableFigures),
  }),
  fc.record({
    kind: fc.constant('effect' as const),
    arendeId: id,
    outcome: fc.constantFrom(...effectOutcomes),
    year,
    figure: fc.constantFrom(...tableFigures),
  }),
  fc.record({
    kind: fc.constant('loan' as const),
    loanId: fc.option(id),
    year,
    figure: fc.constantFrom(...loanFigures),
  }),
  fc.record({ kind: fc.constant('borgenstak' as const), year }),
  fc.record({
    kind: fc.constant('memberShare' as const),
    scenarioId: id,
    memberId: id,
    year,
    figure: fc.constantFrom(...memberFigures),
  }),
);

describe('a reference to a figure', () => {
  it.each([
    ['budget:2025:total:total', { kind: 'budget', year: 2025, lineId: null, postKind: null }],
    [
      `budget:2025:${klienter}:aterbudgetering`,
      { kind: 'budget', year: 2025, lineId: klienter, postKind: 'aterbudgetering' },
    ],
    [`utfall:2024:${klienter}:12`, { kind: 'utfall', year: 2024, lineId: klienter, month: 12 }],
    ['utfall:2024:total:year', { kind: 'utfall', year: 2024, lineId: null, month: 'year' }],
    [
      `forecast:${klienter}:2025:debt`,
      { kind: 'forecast', scenarioId: klienter, year: 2025, figure: 'debt' },
    ],
  ])('is written %s', (text, reference) => {
    expect(parseFigureReference(text)).toEqual(reference);
    expect(formatFigureReference(reference as FigureReference)).toBe(text);
  });

  it('is the same after it was written and read', () => {
    fc.assert(
      fc.property(references, (reference) => {
        expect(parseFigureReference(formatFigureReference(reference))).toEqual(reference);
      }),
    );
  });

  it.each([
    '',
    'budget',
    'budget:2025',
    'budget:2025:total',
    'budget:2025:total:total:more',
    'budget:1999:total:total',
    'budget:02025:total:total',
    'budget:2025 :total:total',
    'budget:2025:total:hittepå',
    'budget:2025:klienter:total',
    'utfall:2024:total:0',
    'utfall:2024:total:13',
    'utfall:2024:total:01',
    'arende:total:total',
    `effect:${klienter}:aterremiss:2025:debt`,
    'loan:total:2025:principal',
    'toString:2025',
    '__proto__:2025:total',
  ])('is not “%s”', (text) => {
    expect(parseFigureReference(text)).toBeNull();
  });

  it('is nothing that another text could be', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = parseFigureReference(text);
        expect(read === null || formatFigureReference(read) === text).toBe(true);
      }),
    );
  });
});
