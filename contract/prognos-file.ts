import { z } from 'zod';
import { forecastRowKinds } from '#domain/borgensutrymme.ts';
import { assumptionKinds } from '#domain/forecast/assumption-terms.ts';
import { loanForms, paymentsAYear } from '#domain/forecast/loan-terms.ts';
import { parseSignedPercent } from '#domain/percent.ts';
import type { FieldCode } from './field-texts.ts';
import { amountInput, day, year } from './fields.ts';

const textMissing: FieldCode = 'text_missing';
const textEmpty: FieldCode = 'text_empty';
const textTooLong: FieldCode = 'text_too_long';
const percentInvalid: FieldCode = 'signed_percent_invalid';
const weightInvalid: FieldCode = 'weight_invalid';
const monthsInvalid: FieldCode = 'months_not_whole';

/** A percentage that is asked to be stored: -1000 to 1000 with at most four decimals. */
export const percentInput = z
  .string(percentInvalid)
  .refine((raw) => parseSignedPercent(raw) !== null, percentInvalid)
  .meta({
    description: 'Procent, decimalform, högst fyra decimaler.',
    pattern: String.raw`^-?\d{1,4}(\.\d{1,4})?$`,
    examples: ['3.25'],
  });

/** A number of months, or a month of the year; what it may be depends on the kind of assumption. */
export const monthsInput = z.int(monthsInvalid).min(-1200, monthsInvalid).max(1200, monthsInvalid);

// What a file calls something: an id of our own where Tkr wrote it, any text where others did.
const identity = z.string(textMissing).min(1, textEmpty).max(200, textTooLong);
const name = z.string(textMissing).max(1000, textTooLong);
const comment = name.nullable().default(null);
const emptyAmount = amountInput.nullable().default(null);
const emptyPercent = percentInput.nullable().default(null);
const emptyMonths = monthsInput.nullable().default(null);

/** A line of the investeringsbudget, without what ärenden have added. */
export const prognosLine = z.strictObject({
  lineId: identity,
  name,
  budget: z.array(z.strictObject({ year, amount: amountInput })).default([]),
});

/** What an ärende adds; the line is null for one that it proposes. */
export const prognosArende = z.strictObject({
  arendeId: identity,
  name,
  isDecided: z.boolean(),
  entries: z
    .array(z.strictObject({ lineId: identity.nullable().default(null), year, amount: amountInput }))
    .default([]),
});

const prognosRatePeriod = z.discriminatedUnion('type', [
  z.strictObject({ from: day, type: z.literal('fixed'), rate: percentInput }),
  z.strictObject({
    from: day,
    type: z.literal('reference'),
    curveId: identity,
    margin: percentInput,
  }),
]);

/** A loan as agreed. */
export const prognosLoan = z.strictObject({
  loanId: identity,
  lender: name,
  reference: name,
  principal: amountInput,
  drawnOn: day,
  form: z.enum(loanForms),
  paymentsAYear: z.literal(paymentsAYear),
  firstPaymentOn: day,
  maturesOn: day,
  ratePeriods: z.array(prognosRatePeriod).default([]),
});

/** A reference rate over time. */
export const prognosCurve = z.strictObject({
  curveId: identity,
  name,
  points: z.array(z.strictObject({ from: day, rate: percentInput })).default([]),
});

/** A member and its name. */
export const prognosMember = z.strictObject({ memberId: identity, name });

/** A key by which the members answer: inhabitants, or percent with at most four decimals. */
export const prognosKey = z.strictObject({
  validFrom: day,
  type: z.enum(['population', 'percent']),
  parts: z.array(
    z.strictObject({
      memberId: identity,
      weight: z.string(weightInvalid).regex(/^\d{1,8}(\.\d{1,4})?$/u, weightInvalid),
    }),
  ),
});

/** One assumption, without who made it and when. */
export const prognosAssumption = z.strictObject({
  kind: z.enum(assumptionKinds),
  lineId: identity.nullable().default(null),
  from: day.nullable().default(null),
  percent: emptyPercent,
  low: emptyPercent,
  high: emptyPercent,
  amount: emptyAmount,
  months: emptyMonths,
  lastMonth: emptyMonths,
  comment,
});

/** See `prognosAssumption`. */
export type PrognosAssumption = z.output<typeof prognosAssumption>;

const prognosRow = z.strictObject({
  year,
  kind: z.enum(forecastRowKinds),
  source: z.enum(['typed', 'linked', 'computed']),
  amount: emptyAmount,
  arendeId: identity.nullable().default(null),
  linkedAmount: emptyAmount,
  comment,
});

/**
 * Everything that one scenario's forecast is computed from, as a file: what `tkr prognos` reads, what
 * is fetched as JSON, and what a frozen scenario keeps.
 *
 * What is absent is null or an empty list; what is unknown is refused. Source: docs/prognos.md.
 */
export const prognosFile = z.strictObject({
  format: z.literal('tkr-prognos-1'),
  name: name.nullable().default(null),
  openingYear: year,
  lastYear: year,
  openingDebt: z
    .strictObject({ source: z.enum(['typed', 'computed']), amount: emptyAmount })
    .default({ source: 'typed', amount: null }),
  rows: z.array(prognosRow).default([]),
  lines: z.array(prognosLine).default([]),
  arenden: z.array(prognosArende).default([]),
  loans: z.array(prognosLoan).default([]),
  curves: z.array(prognosCurve).default([]),
  levels: z
    .array(
      z.strictObject({
        name: name.nullable().default(null),
        assumptions: z.array(prognosAssumption).default([]),
      }),
    )
    .default([])
    .meta({ description: 'Scenariots egna antaganden först, organisationens sist.' }),
  ceilings: z.array(z.strictObject({ validFrom: day, amount: amountInput })).default([]),
  members: z.array(prognosMember).default([]),
  keys: z.array(prognosKey).default([]),
});

/** See `prognosFile`. */
export type PrognosFile = z.output<typeof prognosFile>;
