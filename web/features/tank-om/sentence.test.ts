import { describe, expect, it } from 'vitest';
import { computePlan } from '#domain/forecast/plan.ts';
import type { PlanInput } from '#domain/forecast/plan-input.ts';
import { assumptionOf, withAssumptions } from '#domain/forecast/what-if.ts';
import { percentOf } from '#domain/percent.ts';
import { tkr } from '#domain/tkr.ts';
import { en } from '../../texts/en.ts';
import { sv, type Texts } from '../../texts/sv.ts';
import { gapSentences } from './gaps.tsx';
import { leverWords, parseMonths, shownMonths } from './lever-words.ts';
import { untouched } from './levers.ts';
import { sentenceOf } from './sentence.ts';
import { planInput } from './testing.ts';
import { compareWith } from './what-if.ts';

const execution = (percent: string) =>
  assumptionOf({ kind: 'executionRate', percent: percentOf(percent) });

function sentence(
  tried: PlanInput,
  moved: readonly string[],
  { now = planInput, texts = sv }: { now?: PlanInput; texts?: Texts } = {},
): string {
  const plan = computePlan(tried);
  const comparison = compareWith(computePlan(now), plan);
  const subject = { scenario: 'Plan', moved, hasCeiling: plan.ceilings.length > 0 };
  return sentenceOf(comparison, subject, texts)
    .map(({ text }) => text)
    .join('')
    .replaceAll('\u00a0', ' ');
}

// 1 000 + 1 500 + 1 500 − 150 = 3 850 of the ceiling of 4 000.
describe('the sentence', () => {
  it('says how the scenario stands where nothing is moved', () => {
    expect(sentence(planInput, [])).toBe(
      'Som det står nu återstår 150 Tkr av borgensutrymmet 31/12 2026. Taket hålls varje månad.',
    );
  });

  it('names the one lever that is moved, and how far it reaches', () => {
    // 1 000 + 1 200 + 1 200 − 120 = 3 280.
    const tried = withAssumptions(planInput, [execution('80')]);
    expect(sentence(tried, ['80 % genomförandegrad'])).toBe(
      'Med 80 % genomförandegrad återstår 720 Tkr av borgensutrymmet 31/12 2026. Det är 570 Tkr mer än med ”Plan”. Taket hålls varje månad.',
    );
    expect(sentence(tried, ['80 % of the investments done'], { texts: en })).toBe(
      'With 80 % of the investments done, 720 Tkr of the guarantee headroom is left on 31/12 2026. That is 570 Tkr more than with “Plan”. The ceiling holds in every month.',
    );
  });

  it('counts several levers, and says when the ceiling breaks', () => {
    // 1 000 + 1 800 + 1 800 − 180 = 4 420; the loan of 2026 is drawn in January.
    const tried = withAssumptions(planInput, [execution('120')]);
    expect(sentence(tried, ['ett', 'två'])).toBe(
      'Med de 2 ändringarna överskrids borgenstaket med 420 Tkr 31/12 2026. Utrymmet är 570 Tkr mindre än med ”Plan”. Taket bryts första gången i januari 2026.',
    );
  });

  it('says the debt where there is no ceiling', () => {
    expect(sentence({ ...planInput, ceilings: [] }, [])).toBe(
      'Som det står nu är låneskulden 3 850 Tkr 31/12 2026. Inget borgenstak är beslutat.',
    );
  });

  it('says where the debt cannot be told, from the start or from a year on', () => {
    expect(sentence({ ...planInput, levels: [] }, [])).toBe(
      'Låneskulden 31/12 2025 går inte att räkna fram.',
    );
    const rows = planInput.rows.filter(({ year }) => year === 2025);
    expect(sentence({ ...planInput, rows }, [])).toBe(
      'Som det står nu återstår 1 500 Tkr av borgensutrymmet 31/12 2025. Taket hålls varje månad. Efter 2025 går skulden inte att räkna fram.',
    );
  });
});

describe('what is missing', () => {
  const sentences = (input: PlanInput) => gapSentences(computePlan(input), input.lines, sv);

  it('is nothing where everything can be told', () => {
    expect(sentences(planInput)).toEqual([]);
  });

  it('is named with its lines and what to do', () => {
    const [own = []] = planInput.levels;
    const levels = [own.filter(({ kind }) => kind !== 'loanShare')];
    expect(sentences({ ...planInput, levels })[0]).toBe(
      'Lånefinansieringsgrad saknas för Klienter, Nät 2025. Skriv in den bland antagandena, eller dra i reglaget.',
    );
  });

  it('is the first year without figures, or the ceiling', () => {
    const rows = planInput.rows.filter(({ year }) => year === 2025);
    expect(sentences({ ...planInput, rows })).toEqual([sv.tankOm.gaps.noRows(2026)]);
    expect(sentences({ ...planInput, ceilings: [] })).toEqual([sv.tankOm.gaps.noCeiling]);
  });
});

describe('a lever in words', () => {
  const words = (change: Partial<typeof untouched>): string => {
    const levers = { ...untouched, ...change };
    const [name] = Object.keys(change);
    return leverWords(name as keyof typeof levers, levers, planInput.lines, sv).replaceAll(
      '\u00a0',
      ' ',
    );
  };

  it.each([
    [{ execution: percentOf('80') }, '80 % genomförandegrad'],
    [{ rateShift: percentOf('1.5') }, '1,5 procentenheter högre ränta'],
    [{ rateShift: percentOf('-1') }, '1 procentenhet lägre ränta'],
    [{ rateShift: percentOf('0') }, 'lånens egna räntor'],
    [{ lifeShift: 12 }, '12 månader längre livslängder'],
    [{ lifeShift: -1 }, '1 månad kortare livslängder'],
    [{ priceChange: percentOf('-2') }, 'priser som sjunker 2 % om året'],
    [{ loanShare: percentOf('90') }, '90 % lånefinansiering'],
    [
      { extra: { lineId: 'nat', year: 2026, amount: tkr('1250.5') } },
      '1 250,5 Tkr mer på Nät 2026',
    ],
    [{ extra: { lineId: 'nat', year: 2026, amount: tkr('-5') } }, '5 Tkr mindre på Nät 2026'],
  ])('%o is “%s”', (change, text) => {
    expect(words(change)).toBe(text);
  });

  it('reads months as they are written, and nothing that is not whole', () => {
    expect(['12', '+12', '\u22126', '6 mån', ' -6 '].map(parseMonths)).toEqual([12, 12, -6, 6, -6]);
    expect(['', 'ett år', '1,5', '12345'].map(parseMonths)).toEqual([null, null, null, null]);
    expect([0, 7, -7].map(shownMonths)).toEqual(['0', '+7', '\u22127']);
  });
});
