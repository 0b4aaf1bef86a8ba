import type { Sentence } from '#contract/field-texts.ts';
import { figureTerms, kindTerms } from '#contract/terms.ts';
import type { EntryKind } from '#domain/arende-terms.ts';
import type { TableFigure } from '#domain/borgensprognos-table.ts';
import type { BudgetpostKind } from '#domain/budgetpost.ts';
import type { EffectOutcome, YearEndFigure } from '#domain/figure-reference.ts';

/** A name of something in the data: the same in both languages. */
export function named(name: string): Sentence {
  return { sv: name, en: name };
}

/** Sentences after one another with commas between. */
export function joined(...parts: readonly (Sentence | null)[]): Sentence {
  const given = parts.filter((part) => part !== null);
  return {
    sv: given.map(({ sv }) => sv).join(', '),
    en: given.map(({ en }) => en).join(', '),
  };
}

/** "Investeringsbudget 2025". */
export function budgetOf(year: number): Sentence {
  return { sv: `Investeringsbudget ${year}`, en: `Investment budget ${year}` };
}

/** "återbudgetering från 2024": a kind of entry, and the other year of a carry-over. */
export function kindWords(
  kind: BudgetpostKind,
  { otherYear, year }: { readonly otherYear: number | null; readonly year: number },
): Sentence {
  const term = kindTerms[kind];
  if (otherYear === null) return term;
  return otherYear < year
    ? { sv: `${term.sv} från ${otherYear}`, en: `${term.en} from ${otherYear}` }
    : { sv: `${term.sv} till ${otherYear}`, en: `${term.en} to ${otherYear}` };
}

/** "Utfall 2024". */
export function utfallOf(year: number): Sentence {
  return { sv: `Utfall ${year}`, en: `Outcome ${year}` };
}

const monthNames = {
  sv: ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
};
const lastMonths = {
  sv: ['oktober', 'november', 'december'],
  en: ['October', 'November', 'December'],
};

/** The name of a month, or of what is known of a year without its months. */
export function monthWords(month: number | 'year'): Sentence {
  if (month === 'year') return { sv: 'året utan månad', en: 'the year without month' };
  const nameIn = (language: 'sv' | 'en') =>
    [...monthNames[language], ...lastMonths[language]][month - 1] ?? '';
  return { sv: nameIn('sv'), en: nameIn('en') };
}

const yearEndTerms: { readonly [figure in YearEndFigure]: Sentence } = {
  deviation: { sv: 'budget minus utfall', en: 'budget less outcome' },
  carriedIn: { sv: 'fört hit från tidigare år', en: 'carried in from earlier years' },
  carriedOut: { sv: 'fört vidare till senare år', en: 'carried on to later years' },
  left: { sv: 'kvar att föra över', en: 'left to carry over' },
};

/** "Bokslut 2024, kvar att föra över". */
export function yearEndWords(year: number, figure: YearEndFigure): Sentence {
  return joined({ sv: `Bokslut ${year}`, en: `Closing ${year}` }, yearEndTerms[figure]);
}

/** "Låneskuld 31/12 2025" in both languages. */
export function forecastWords(figure: TableFigure, year: number): Sentence {
  const isBalance = figure === 'debt' || figure === 'headroom';
  const term = figureTerms[figure];
  return isBalance
    ? { sv: `${term.sv} 31/12 ${year}`, en: `${term.en} 31 Dec ${year}` }
    : { sv: `${term.sv} ${year}`, en: `${term.en} ${year}` };
}

/** How parts become their figure. */
export const formulas = {
  sum: { sv: 'Summan av delarna', en: 'The sum of the parts' },
  debt: {
    sv: 'Skulden vid årets början plus årets upplåning och amorteringar',
    en: 'The debt at the beginning of the year plus borrowing and amortisation',
  },
  headroom: {
    sv: 'Borgenstaket den 31/12 minus låneskulden',
    en: 'The guarantee ceiling on 31 December less the debt',
  },
  memberHeadroom: {
    sv: 'Medlemmens del av borgenstaket minus dess del av låneskulden',
    en: 'The member’s part of the ceiling less its part of the debt',
  },
  deviation: {
    sv: 'Budgeten, med det som förts vidare, minus utfallet',
    en: 'The budget, with what was carried on, less the outcome',
  },
  left: {
    sv: 'Budget minus utfall, minus det som redan förts vidare',
    en: 'Budget less outcome, less what has been carried on already',
  },
  behov: { sv: 'Antal gånger styckpris', en: 'Volume times unit price' },
  gap: { sv: 'Behovet minus budgeten', en: 'The need less the budget' },
  linked: {
    sv: 'Det som ärendet lägger till årets budget',
    en: 'What the case adds to the budget of the year',
  },
} as const satisfies { readonly [name: string]: Sentence };

/** How a figure of a forecast that is computed or follows the budget comes about. */
export const planFormulas = {
  openingDebt: {
    sv: 'Det som är kvar av lånen den dagen',
    en: 'What is left of the loans on that day',
  },
  borrowingInvestments: {
    sv: 'Budgeten utan det som ärenden lagt till × andel som lånefinansieras × genomförandegrad × priser, rad för rad',
    en: 'The budget without what cases have added × share financed by loans × execution rate × prices, line by line',
  },
  borrowingTillaggsbudget: {
    sv: 'Det som alla beslutade ärenden lägger till årets budget',
    en: 'What all decided cases add to the budget of the year',
  },
  borrowingEquityUse: { sv: 'Summan av delarna', en: 'The sum of the parts' },
  amortisation: {
    sv: 'Årets amortering av lånen, av det som lånats upp sedan prognosens början över livslängderna, och av ingående skuld som inget lån förklarar',
    en: 'The year’s repayment of the loans, of what was borrowed since the forecast began over the lives, and of opening debt that no loan explains',
  },
  withExtra: {
    sv: 'Det som är skrivet, plus det som kommer av investeringar utöver budgeten',
    en: 'What is typed, plus what comes from investments beyond the budget',
  },
} as const satisfies { readonly [name: string]: Sentence };

/** What the parts of a computed figure are called. */
export const planPartWords = {
  loan: (name: string): Sentence => ({ sv: `Lånet ${name}`, en: `The loan ${name}` }),
  noLine: { sv: 'Ingen enskild rad', en: 'No single line' },
  equity: { sv: 'Nyttjande av eget kapital', en: 'Use of equity' },
  openingRest: {
    sv: 'Ingående skuld som inget lån förklarar',
    en: 'Opening debt that no loan explains',
  },
  extra: { sv: 'utöver budget', en: 'beyond the budget' },
  drawnIn: (year: number): Sentence => ({ sv: `upplånat ${year}`, en: `borrowed ${year}` }),
  computed: { sv: 'Framräknat', en: 'Computed' },
  typed: { sv: 'Skrivet', en: 'Typed' },
} as const;

/** "Behov 2025". */
export function behovOf(year: number): Sentence {
  return { sv: `Behov ${year}`, en: `Need ${year}` };
}

/** "Behov 2025 utöver budget". */
export function gapOf(year: number): Sentence {
  return { sv: `Behov ${year} utöver budget`, en: `Need ${year} beyond the budget` };
}

/** "Borgenstak 31/12 2025". */
export function ceilingOf(year: number): Sentence {
  return { sv: `Borgenstak 31/12 ${year}`, en: `Guarantee ceiling 31 Dec ${year}` };
}

const entryTerms: { readonly [kind in EntryKind]: Sentence } = {
  ...kindTerms,
  newLine: { sv: 'ny rad', en: 'new line' },
  correction: { sv: 'rättelse', en: 'correction' },
};

/** "återbudgetering från 2024": what an entry of an ärende proposes. */
export function entryWords({
  kind,
  fromYear,
}: {
  readonly kind: EntryKind;
  readonly fromYear: number | null;
}): Sentence {
  const term = entryTerms[kind];
  if (fromYear === null) return term;
  return { sv: `${term.sv} från ${fromYear}`, en: `${term.en} from ${fromYear}` };
}

/** "om ärende 2025/17 bifalls" */
export function effectWords(outcome: EffectOutcome): Sentence {
  return outcome === 'bifall'
    ? { sv: 'om ärendet bifalls', en: 'if the case is granted' }
    : { sv: 'om ärendet avslås', en: 'if the case is turned down' };
}

/** What is taken away, as a part of a figure. */
export function less({ sv, en }: Sentence): Sentence {
  return { sv: `${sv}, avgår`, en: `Less ${en.toLowerCase()}` };
}
