import type { AssumptionAnswer } from '#contract/assumptions.ts';
import type { Sentence } from '#contract/field-texts.ts';
import type { PrognosAssumption } from '#contract/prognos-file.ts';
import { organisationLevel } from '#contract/prognos-levels.ts';
import type { AssumptionKind } from '#domain/forecast/assumption-terms.ts';
import { tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { monthWords, named } from './words.ts';

const kindWords = {
  loanShare: { sv: 'Andel som lånefinansieras', en: 'Share financed by loans' },
  life: { sv: 'Livslängd', en: 'Life' },
  drawSpan: { sv: 'Lånen tas upp', en: 'Loans are drawn' },
  paymentInterval: { sv: 'Tid mellan amorteringar', en: 'Time between repayments' },
  executionRate: { sv: 'Genomförandegrad', en: 'Execution rate' },
  priceChange: { sv: 'Prisändring per år', en: 'Price change a year' },
  extraInvestment: { sv: 'Investering utöver budget', en: 'Investment beyond the budget' },
  lifeShift: { sv: 'Påslag på alla livslängder', en: 'Added to every life' },
  rateShift: { sv: 'Påslag på alla räntor', en: 'Added to every rate' },
  equityLife: { sv: 'Återbetalningstid, eget kapital', en: 'Repayment time, equity' },
  equityInterval: {
    sv: 'Tid mellan amorteringar, eget kapital',
    en: 'Time between repayments, equity',
  },
  openingLife: {
    sv: 'Återbetalningstid, skuld utan lån',
    en: 'Repayment time, debt without loans',
  },
  openingInterval: {
    sv: 'Tid mellan amorteringar, skuld utan lån',
    en: 'Time between repayments, debt without loans',
  },
  refinancedShare: {
    sv: 'Andel av förfallande lån som lånas om',
    en: 'Share of maturing loans that is borrowed again',
  },
  ceiling: { sv: 'Planerat borgenstak', en: 'Planned ceiling' },
} as const satisfies { readonly [kind in AssumptionKind]?: Sentence };

/** The kinds of assumption that a figure of a forecast can rest on. */
export type UsedKind = keyof typeof kindWords;

/** What a kind of assumption is called, and for which line where it is said of one. */
export function assumptionLabel(kind: UsedKind, lineName: string | null): Sentence {
  const { sv, en } = kindWords[kind];
  return lineName === null ? { sv, en } : { sv: `${sv}, ${lineName}`, en: `${en}, ${lineName}` };
}

/** An assumption as it is kept at a level: of one that is live, also who made it and when. */
export type ToldAssumption = PrognosAssumption | AssumptionAnswer;

/** "36 månader från 2026-01-01; organisationens; Eva Ekonom 2026-11-22; Datorerna byts". */
export function assumptionText(
  assumption: ToldAssumption,
  from: { readonly levelName: string | null; readonly isOwn: boolean },
): Sentence {
  const value = valueWords(assumption);
  const who =
    'changedBy' in assumption
      ? `${assumption.changedBy} ${assumption.changedAt.slice(0, 10)}`
      : null;
  const level = levelWords(from);
  const begins = assumption.from;
  const told = (language: 'sv' | 'en', since: string): string =>
    [
      begins === null ? value[language] : `${value[language]} ${since} ${begins}`,
      level[language],
      who,
      assumption.comment,
    ]
      .filter((part) => part !== null)
      .join('; ');
  return { sv: told('sv', 'från'), en: told('en', 'from') };
}

function levelWords({
  levelName,
  isOwn,
}: {
  readonly levelName: string | null;
  readonly isOwn: boolean;
}): Sentence {
  if (isOwn) return { sv: 'scenariots eget', en: 'the scenario’s own' };
  if (levelName === organisationLevel) {
    return { sv: 'organisationens', en: 'the organisation’s' };
  }
  return { sv: `ärvt från ${levelName ?? '?'}`, en: `inherited from ${levelName ?? '?'}` };
}

function valueWords({ percent, amount, months, lastMonth }: ToldAssumption): Sentence {
  if (percent !== null) return named(`${percent.replace('-', '−').replace('.', ',')} %`);
  if (amount !== null) return named(`${formatSwedish(tkr(amount))} Tkr`);
  if (months !== null && lastMonth !== null) {
    const [first, last] = [monthWords(months), monthWords(lastMonth)];
    return months === lastMonth
      ? first
      : { sv: `${first.sv}–${last.sv}`, en: `${first.en}–${last.en}` };
  }
  return {
    sv: months === 1 ? '1 månad' : `${months ?? 0} månader`,
    en: months === 1 ? '1 month' : `${months ?? 0} months`,
  };
}
