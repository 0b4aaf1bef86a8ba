import { z } from 'zod';
import { entryMarkKinds } from '#domain/arende-judgement.ts';
import {
  arendeKinds,
  arendeOutcomes,
  arendeStatuses,
  entryKinds,
  textBlocks,
} from '#domain/arende-terms.ts';
import { budgetpostKinds } from '#domain/budgetpost.ts';
import { beslut } from './beslut.ts';
import { amount, id, moment, version } from './fields.ts';

/** How much more was carried over than is unused now, for one line and the year it was left in. */
const movedRow = z.object({
  lineId: id,
  lineName: z.string(),
  fromYear: z.int(),
  year: z.int(),
  carried: amount.meta({ description: 'Det som ärendet förde över och som fortfarande gäller.' }),
  unused: amount.nullable().meta({
    description: 'Outnyttjat enligt utfallet nu; null när utfall saknas.',
  }),
  excess: amount.nullable().meta({
    description: 'Det överförda som inte längre har täckning; null när utfall saknas.',
  }),
});

/** What no longer holds beneath a decided ärende; null where everything does. */
const movedBasis = z.object({ excess: amount, rows: z.array(movedRow) });

/** One ärende in a list. */
export const arendeSummary = z.object({
  arendeId: id,
  kind: z.enum(arendeKinds),
  dnr: z.string().nullable(),
  title: z.string(),
  year: z.int(),
  status: z.enum(arendeStatuses),
  outcome: z.enum(['bifall', 'avslag']).nullable(),
  total: amount.meta({
    description:
      'Det som ärendets poster lägger till årets budget, i Tkr; beslutade belopp där de finns.',
  }),
  entryCount: z.int(),
  latestBeslut: z
    .object({ outcome: z.enum(arendeOutcomes), how: z.enum(['decided', 'registered']), beslut })
    .nullable(),
  movedBasis: movedBasis.nullable(),
  version: version.meta({ description: 'Växer när något av ärendet ändras.' }),
  createdAt: moment,
  createdBy: z.string(),
});

/** See `arendeSummary`. */
export type ArendeSummary = z.output<typeof arendeSummary>;

/** What the rules say about an entry: it is refused, needs a reason, or is only told about. */
const entryMark = z.object({
  kind: z.enum(entryMarkKinds),
  severity: z.enum(['refused', 'needsReason', 'information']),
  by: amount
    .nullable()
    .meta({ description: 'Hur mycket, alltid positivt; null där det inte är ett belopp.' }),
  limit: amount.nullable().meta({ description: 'Delegationens gräns, för overDelegation.' }),
});

/** The figures behind the judgement of an entry, for its line and year, before and after all of it. */
const entryFigures = z.object({
  unused: amount.nullable().meta({ description: 'Outnyttjat från-året; null utan utfall.' }),
  left: amount.nullable().meta({
    description: 'Det av det outnyttjade som fanns kvar att föra över före ärendet.',
  }),
  need: amount.nullable(),
  budgetBefore: amount,
  budgetAfter: amount.meta({ description: 'Med alla ärendets poster på raden och året.' }),
  gap: amount.nullable().meta({ description: 'Behov minus budget före ärendet.' }),
  overNeed: amount.nullable().meta({ description: 'Budget efter minus behov: +32, −1.' }),
});

/** The entry that a correction replaces, as it was when it was written. */
const corrected = z.object({
  budgetpostId: id,
  lineId: id,
  year: z.int(),
  kind: z.enum(budgetpostKinds),
  amount,
  otherYear: z.int().nullable(),
  otherLineId: id.nullable(),
});

/** One proposed entry. `amount` is what `lineId` gets in `year`; of a correction, what it becomes. */
export const arendeEntry = z.object({
  entryId: id,
  position: z.int(),
  kind: z.enum(entryKinds),
  lineId: id.nullable(),
  lineName: z.string(),
  newLineName: z.string().nullable(),
  year: z.int(),
  fromYear: z.int().nullable(),
  fromLineId: id.nullable(),
  fromLineName: z.string().nullable(),
  corrects: corrected.nullable(),
  amount,
  decidedAmount: amount.nullable().meta({ description: 'Ändringsyrkande som bifölls.' }),
  adds: amount.meta({ description: 'Det posten lägger till sin rad och sitt år.' }),
  reason: z.string().nullable(),
  marks: z.array(entryMark),
  figures: entryFigures,
  budgetpostIds: z.array(id).meta({ description: 'Posterna som bifallet skrev.' }),
  createdBy: z.string(),
});

/** See `arendeEntry`. */
export type ArendeEntryAnswer = z.output<typeof arendeEntry>;

/** The budget of one year as the protocol prints it, with the ärende's own rows marked. */
const budgetTable = z.object({
  year: z.int(),
  before: amount,
  added: amount,
  after: amount,
  rows: z.array(
    z.object({
      lineId: id.nullable(),
      lineName: z.string(),
      kind: z.enum(budgetpostKinds),
      amount,
      entryId: id
        .nullable()
        .meta({ description: 'Posten i ärendet; null för det som redan fanns.' }),
    }),
  ),
});

/** A touched line and year: the budget before and after, and the need. */
const lineEffect = z.object({
  lineId: id.nullable(),
  lineName: z.string(),
  year: z.int(),
  before: amount,
  after: amount,
  need: amount.nullable(),
  needItems: z.array(
    z.object({
      name: z.string(),
      unit: z.string(),
      volume: z.string(),
      price: amount,
      value: amount,
    }),
  ),
});

const effectYear = z.object({
  year: z.int(),
  tillaggsbudget: amount.nullable(),
  closing: amount.nullable(),
  borgenstak: amount.nullable(),
  headroom: amount.nullable(),
});

/** Debt and headroom of the base scenario as it is, if the ärende is granted, and if it is not. */
const forecastEffect = z.object({
  scenarioId: id,
  name: z.string(),
  base: z.array(effectYear),
  bifall: z.array(effectYear),
  avslag: z.array(effectYear),
});

/** One block of the tjänsteskrivelse; `body` is what is shown, `suggested` what the figures write. */
const arendeText = z.object({
  block: z.enum(textBlocks),
  body: z.string(),
  suggested: z.string(),
  isSuggested: z.boolean(),
  version: version.meta({ description: 'För If-Match; 0 för ett block som ingen har skrivit.' }),
  changedAt: moment.nullable(),
  changedBy: z.string().nullable(),
});

const arendeDocument = z.object({
  documentId: id,
  name: z.string(),
  dated: z.string().nullable(),
  sha256: z.string().nullable(),
  createdAt: moment,
  createdBy: z.string(),
});

const arendeBeslut = z.object({
  step: z.int(),
  outcome: z.enum(arendeOutcomes),
  how: z.enum(['decided', 'registered']),
  protocol: z.string().nullable(),
  beslut,
  createdAt: moment,
  createdBy: z.string(),
});

/** All of an ärende: its entries and what they come to, its texts, basis and decisions. */
export const arende = arendeSummary.extend({
  baseScenarioId: id.nullable(),
  entries: z.array(arendeEntry),
  lines: z.array(lineEffect),
  budget: z.array(budgetTable),
  forecast: forecastEffect.nullable(),
  texts: z.array(arendeText),
  documents: z.array(arendeDocument),
  decisions: z.array(arendeBeslut),
  followedBy: z
    .array(z.object({ scenarioId: id, name: z.string(), year: z.int() }))
    .meta({ description: 'Scenarier vars tilläggsbudget följer ärendet.' }),
});

/** See `arende`. */
export type ArendeAnswer = z.output<typeof arende>;
