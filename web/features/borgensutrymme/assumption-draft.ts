import { toAssumption } from '#contract/prognos-input.ts';
import type { AssumptionRefusal } from '#domain/forecast/assumption-rules.ts';
import { refusalOfAssumption } from '#domain/forecast/assumption-rules.ts';
import {
  type Assumption,
  type AssumptionKind,
  type AssumptionShape,
  assumptionShapes,
} from '#domain/forecast/assumption-terms.ts';
import { percentToPlain } from '#domain/percent.ts';
import { toPlain } from '#domain/tkr.ts';
import { formatSwedish, parseSwedish } from '#domain/tkr-swedish.ts';
import { type AssumptionState, noAssumption } from '../../lib/assumption-editor.ts';
import type { AssumptionPlace } from '../../lib/forecast-cache.ts';
import { parseSwedishPercent, shownPercent } from '../../lib/percent-text.ts';

/** An assumption as it is being written, text by text. */
export type AssumptionDraft = {
  /** A line's id; empty for all lines. */
  readonly line: string;
  /** A day; empty for what always holds. */
  readonly from: string;
  readonly percent: string;
  readonly low: string;
  readonly high: string;
  readonly amount: string;
  readonly months: string;
  readonly lastMonth: string;
  readonly comment: string;
};

/** The fields that something can be wrong with. */
export type DraftField = keyof AssumptionDraft;

/** What a draft says, or what is wrong with which field. */
export type ReadDraft =
  | { readonly ok: true; readonly place: AssumptionPlace; readonly state: AssumptionState }
  | { readonly ok: false; readonly field: DraftField; readonly problem: DraftProblem };

/** What can be wrong: a text that is nothing of the kind, or a value that cannot be. */
export type DraftProblem = 'missing' | 'percent' | 'months' | 'amount' | AssumptionRefusal;

/** The draft to begin with: what is said in a place, or nothing. */
export function draftOf(
  place: Pick<AssumptionPlace, 'kind' | 'lineId' | 'from'>,
  state: AssumptionState = noAssumption,
): AssumptionDraft {
  const { percent, low, high, amount } = toAssumption({ ...place, ...state });
  return {
    line: place.lineId ?? '',
    from: place.from ?? '',
    percent: percent === null ? '' : shownPercent(percent),
    low: low === null ? '' : shownPercent(low),
    high: high === null ? '' : shownPercent(high),
    amount: amount === null ? '' : formatSwedish(amount),
    months: state.months === null ? '' : `${state.months}`.replace('-', '\u2212'),
    lastMonth: state.lastMonth === null ? '' : `${state.lastMonth}`,
    comment: state.comment ?? '',
  };
}

const fieldsOf: { readonly [shape in AssumptionShape]: readonly DraftField[] } = {
  percent: ['percent'],
  months: ['months'],
  span: ['months', 'lastMonth'],
  amount: ['amount'],
  range: ['low', 'percent', 'high'],
};

/** Reads a draft as a value of its kind, in a scenario or as the organisation's own. */
export function readDraft(
  kind: AssumptionKind,
  scenarioId: string | null,
  draft: AssumptionDraft,
): ReadDraft {
  const lineId = draft.line === '' ? null : draft.line;
  const place = { scenarioId, kind, lineId, from: draft.from === '' ? null : draft.from };
  const comment = draft.comment.trim() === '' ? null : draft.comment.trim();
  const read: { -readonly [field in keyof AssumptionState]: AssumptionState[field] } = {
    ...noAssumption,
    comment,
  };
  for (const field of fieldsOf[assumptionShapes[kind]]) {
    const text = draft[field];
    if (text.trim() === '') return { ok: false, field, problem: 'missing' };
    if (field === 'amount') {
      const parsed = parseSwedish(text);
      if (!parsed.ok) return { ok: false, field, problem: 'amount' };
      read.amount = toPlain(parsed.value);
    } else if (field === 'months' || field === 'lastMonth') {
      const months = parseMonths(text);
      if (months === null) return { ok: false, field, problem: 'months' };
      read[field] = months;
    } else if (field === 'percent' || field === 'low' || field === 'high') {
      const percent = parseSwedishPercent(text);
      if (percent === null) return { ok: false, field, problem: 'percent' };
      read[field] = percentToPlain(percent);
    }
  }
  const assumption: Assumption = toAssumption({ ...place, ...read });
  const refusal = refusalOfAssumption(assumption, scenarioId !== null);
  if (refusal !== null) return { ok: false, field: fieldOf(kind, refusal), problem: refusal };
  return { ok: true, place, state: read };
}

/** The refusals that are about where an assumption holds, and not about its value. */
const placeRefusals: { readonly [code in AssumptionRefusal]?: DraftField } = {
  assumption_needs_line: 'line',
  assumption_for_no_line: 'line',
  assumption_needs_day: 'from',
  assumption_holds_always: 'from',
  assumption_year_begins_in_january: 'from',
};

function fieldOf(kind: AssumptionKind, refusal: AssumptionRefusal): DraftField {
  return placeRefusals[refusal] ?? fieldsOf[assumptionShapes[kind]][0] ?? 'percent';
}

/** Months as a person writes them: `36`, `36 månader`, `3 år`, `2,5 år`, `2 år 6 mån`; else null. */
export function parseMonths(text: string): number | null {
  const tidy = text
    .trim()
    .toLowerCase()
    .replace(/[\u2212\u2013]/gu, '-')
    .replace(/[\u00a0\s]+/gu, ' ');
  const months = /^([+-]?\d{1,4})(?: ?(?:månader|månad|mån|m|months?)\.?)?$/u.exec(tidy);
  if (months !== null) return parseInt(months[1] ?? '', 10);
  const years =
    /^([+-]?\d{1,3})([.,]5)? ?(?:år|years?)(?: (?:och |and )?(\d{1,2}) ?(?:månader|månad|mån|m|months?)\.?)?$/u.exec(
      tidy,
    );
  if (years === null) return null;
  const [, whole = '', half, rest] = years;
  const size =
    Math.abs(parseInt(whole, 10)) * 12 + (half === undefined ? 0 : 6) + parseInt(rest ?? '0', 10);
  return whole.startsWith('-') ? -size : size;
}
