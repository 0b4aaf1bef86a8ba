import { type TableFigure, tableFigures } from './borgensprognos-table.ts';
import { type BudgetpostKind, budgetpostKinds } from './budgetpost.ts';
import { isBudgetYear } from './year.ts';

/** What a year's end says of a line besides its budget and its outcome. See `YearEnd`. */
export const yearEndFigures = ['deviation', 'carriedIn', 'carriedOut', 'left'] as const;

/** The two ways that the effect of an ärende is shown for. */
export const effectOutcomes = ['bifall', 'avslag'] as const;

/** See `effectOutcomes`. */
export type EffectOutcome = (typeof effectOutcomes)[number];

/** What a member answers for a share of, as it stands on the last day of a year. */
export const memberFigures = ['debt', 'borgenstak', 'headroom'] as const;

/** See `memberFigures`. */
export type MemberFigure = (typeof memberFigures)[number];

/** What a year says of a loan: owed at its end, repaid in it, and paid in interest. */
export const loanFigures = ['balance', 'amortisation', 'interest'] as const;

/** See `loanFigures`. */
export type LoanFigure = (typeof loanFigures)[number];

/** See `yearEndFigures`. */
export type YearEndFigure = (typeof yearEndFigures)[number];

/**
 * Which figure a passport is of. A null line is all lines, a null kind all kinds of entries, a null
 * month the whole of what is known of the year; `year` as a month is what has no month.
 *
 * Source: DESIGN §1, row 11.
 */
export type FigureReference =
  | {
      readonly kind: 'budget';
      readonly year: number;
      readonly lineId: string | null;
      readonly postKind: BudgetpostKind | null;
    }
  | { readonly kind: 'budgetpost'; readonly budgetpostId: string }
  | {
      readonly kind: 'utfall';
      readonly year: number;
      readonly lineId: string | null;
      readonly month: number | 'year' | null;
    }
  | {
      readonly kind: 'yearEnd';
      readonly year: number;
      readonly lineId: string | null;
      readonly figure: YearEndFigure;
    }
  | { readonly kind: 'behov'; readonly year: number; readonly lineId: string | null }
  | { readonly kind: 'behovItem'; readonly behovId: string }
  | { readonly kind: 'gap'; readonly year: number; readonly lineId: string | null }
  | { readonly kind: 'arende'; readonly arendeId: string; readonly entryId: string | null }
  | {
      readonly kind: 'forecast';
      readonly scenarioId: string;
      readonly year: number;
      readonly figure: TableFigure;
    }
  | {
      /** What an ärende does to its base scenario, if it is granted and if it is not. */
      readonly kind: 'effect';
      readonly arendeId: string;
      readonly outcome: EffectOutcome;
      readonly year: number;
      readonly figure: TableFigure;
    }
  | {
      /** A loan in a year; a null loan is all loans together. */
      readonly kind: 'loan';
      readonly loanId: string | null;
      readonly year: number;
      readonly figure: LoanFigure;
    }
  | { readonly kind: 'borgenstak'; readonly year: number }
  | {
      /** A member's share of a scenario's debt, ceiling or headroom. */
      readonly kind: 'memberShare';
      readonly scenarioId: string;
      readonly memberId: string;
      readonly year: number;
      readonly figure: MemberFigure;
    };

const none = 'total';
const separator = ':';

/** A reference as one text, the form of the API and of addresses: `budget:2025:total:ursprunglig`. */
export function formatFigureReference(reference: FigureReference): string {
  return [reference.kind, ...fieldsOf(reference)].map((field) => field ?? none).join(separator);
}

function fieldsOf(reference: FigureReference): (string | number | null)[] {
  switch (reference.kind) {
    case 'budget':
      return [reference.year, reference.lineId, reference.postKind];
    case 'budgetpost':
      return [reference.budgetpostId];
    case 'utfall':
      return [reference.year, reference.lineId, reference.month];
    case 'yearEnd':
      return [reference.year, reference.lineId, reference.figure];
    case 'behov':
    case 'gap':
      return [reference.year, reference.lineId];
    case 'behovItem':
      return [reference.behovId];
    case 'arende':
      return [reference.arendeId, reference.entryId];
    case 'forecast':
      return [reference.scenarioId, reference.year, reference.figure];
    case 'effect':
      return [reference.arendeId, reference.outcome, reference.year, reference.figure];
    case 'loan':
      return [reference.loanId, reference.year, reference.figure];
    case 'borgenstak':
      return [reference.year];
    case 'memberShare':
      return [reference.scenarioId, reference.memberId, reference.year, reference.figure];
  }
}

/** Reads a reference; null for a text that is none. */
export function parseFigureReference(text: string): FigureReference | null {
  const [kind = '', ...fields] = text.split(separator);
  const reference = readFields(kind, fields);
  // Whatever was left out, added or written in another way does not come back the same.
  return reference !== null && formatFigureReference(reference) === text ? reference : null;
}

function readFields(kind: string, fields: readonly string[]) {
  const [first = '', second = '', third = '', fourth = ''] = fields;
  switch (kind) {
    case 'budget':
      return all({ kind, year: year(first), lineId: line(second), postKind: postKind(third) });
    case 'budgetpost':
      return all({ kind, budgetpostId: id(first) });
    case 'utfall':
      return all({ kind, year: year(first), lineId: line(second), month: month(third) });
    case 'yearEnd':
      return all({ kind, year: year(first), lineId: line(second), figure: yearEnd(third) });
    case 'behov':
    case 'gap':
      return all({ kind, year: year(first), lineId: line(second) });
    case 'behovItem':
      return all({ kind, behovId: id(first) });
    case 'arende':
      return all({ kind, arendeId: id(first), entryId: line(second) });
    case 'forecast':
      return all({ kind, scenarioId: id(first), year: year(second), figure: figure(third) });
    case 'effect':
      return all({
        kind,
        arendeId: id(first),
        outcome: effectOutcomes.find((one) => one === second),
        year: year(third),
        figure: figure(fourth),
      });
    case 'loan':
      return all({ kind, loanId: line(first), year: year(second), figure: loanFigure(third) });
    case 'borgenstak':
      return all({ kind, year: year(first) });
    case 'memberShare':
      return all({
        kind,
        scenarioId: id(first),
        memberId: id(second),
        year: year(third),
        figure: memberFigures.find((one) => one === fourth),
      });
    default:
      return null;
  }
}

type Known<Fields> = { readonly [name in keyof Fields]: Exclude<Fields[name], undefined> };

// A field that cannot be read is undefined, and then there is no reference.
function all<Fields extends object>(fields: Fields): Known<Fields> | null {
  return Object.values(fields).includes(undefined) ? null : (fields as Known<Fields>);
}

function id(text: string): string | undefined {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(text) ? text : undefined;
}

function line(text: string): string | null | undefined {
  return text === none ? null : id(text);
}

function year(text: string): number | undefined {
  const read = parseInt(text, 10);
  return isBudgetYear(read) ? read : undefined;
}

function month(text: string): number | 'year' | null | undefined {
  if (text === none) return null;
  if (text === 'year') return text;
  const read = parseInt(text, 10);
  return read >= 1 && read <= 12 ? read : undefined;
}

function postKind(text: string): BudgetpostKind | null | undefined {
  return text === none ? null : budgetpostKinds.find((one) => one === text);
}

function yearEnd(text: string): YearEndFigure | undefined {
  return yearEndFigures.find((one) => one === text);
}

function figure(text: string): TableFigure | undefined {
  return tableFigures.find((one) => one === text);
}

function loanFigure(text: string): LoanFigure | undefined {
  return loanFigures.find((one) => one === text);
}
