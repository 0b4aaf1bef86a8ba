import { z } from 'zod';
import { utfallKinds, utfallTargets } from '#domain/utfall-terms.ts';
import { endpoint } from './endpoint.ts';
import {
  amount,
  amountInput,
  fileName,
  id,
  moment,
  optionalText,
  sha256,
  version,
  yearParameter,
} from './fields.ts';
import { investmentLine } from './investeringsbudget.ts';
import { noQuery, organisationParams } from './organisations.ts';
import { utfallFacts, utfallFileAmount, utfallWarning, voucherRow } from './utfall-file.ts';
import { tableReading } from './utfall-table.ts';

const month = z.int().min(1).max(12);

/** A source of outcome: one import, or one amount that was typed. */
export const utfallSource = z.object({
  sourceId: id,
  sourceNumber: z
    .string()
    .meta({ description: 'Ordningen: en senare källa går före en tidigare.' }),
  kind: z.enum(utfallKinds),
  comment: z.string().nullable(),
  fileName: z.string().nullable(),
  sha256: z.string().nullable(),
  encoding: z.string().nullable(),
  mappingVersion: version.nullable(),
  years: z.array(z.int()).meta({ description: 'Åren som källan har belopp för.' }),
  total: amount
    .nullable()
    .meta({ description: 'Summan av alla belopp i Tkr; null när en import är ångrad.' }),
  onLines: amount.nullable().meta({ description: 'Därav på investeringsbudgetens rader, Tkr.' }),
  unmapped: amount.nullable().meta({ description: 'Därav utan koppling, Tkr.' }),
  unmappedCount: z.int().meta({
    description: 'Antalet belopp utan koppling: deras summa kan vara noll ändå.',
  }),
  warningCount: z.int(),
  createdAt: moment,
  createdBy: z.string(),
  undoneAt: moment.nullable(),
  undoneBy: z.string().nullable(),
});

/** See `utfallSource`. */
export type UtfallSourceAnswer = z.output<typeof utfallSource>;

/** What is known of one line one month, or of the year as a whole where the month is null. */
export const utfallCell = z.object({
  lineId: id,
  month: month.nullable(),
  amount: amount.nullable().meta({
    description: 'I Tkr; null när en senare källa svarar för månaden och inte har något här.',
  }),
  sourceId: id.nullable().meta({ description: 'Källan som gäller.' }),
  superseded: z
    .array(z.object({ sourceId: id, month: month.nullable(), amount }))
    .meta({ description: 'Vad tidigare källor hade här, äldst först.' }),
});

/** See `utfallCell`. */
export type UtfallCellAnswer = z.output<typeof utfallCell>;

/** A sum of amounts that go to the same place. */
export const utfallPlace = z.object({
  target: z.enum(utfallTargets),
  lineId: id.nullable(),
  driftrad: z.string().nullable(),
  year: z.int(),
  amount,
});

/** See `utfallPlace`. */
export type UtfallPlaceAnswer = z.output<typeof utfallPlace>;

const months = z.array(amount.nullable()).length(12);

/** The outcome of a year: what is in force by line and month, where it comes from, and sums. */
export const utfall = z.object({
  year: z.int(),
  years: z.array(z.int()).meta({ description: 'År som har utfall.' }),
  lines: z.array(investmentLine),
  cells: z.array(utfallCell),
  sources: z.array(utfallSource).meta({ description: 'Källorna som cellerna nämner.' }),
  rows: z.array(
    z.object({
      lineId: id,
      months,
      wholeYear: amount.nullable().meta({ description: 'Det som saknar månad.' }),
      total: amount
        .nullable()
        .meta({ description: 'I Tkr; null när inget är känt, och det är inte noll.' }),
    }),
  ),
  totals: z.object({ months, wholeYear: amount.nullable(), total: amount.nullable() }),
  elsewhere: z.array(utfallPlace).meta({
    description: 'Det i gällande importer som inte hör till en rad: drift, utanför, okopplat.',
  }),
  known: z
    .array(z.object({ sourceId: id, firstMonth: month, lastMonth: month }))
    .meta({ description: 'Månader som en import svarar för på alla rader.' }),
});

/** See `utfall`. */
export type UtfallAnswer = z.output<typeof utfall>;

const root = '/api/organisations/:organisationId';
const sourceParams = organisationParams.extend({ sourceId: id });
const yearParams = organisationParams.extend({ year: yearParameter });

export const getUtfall = endpoint({
  operationId: 'getUtfall',
  method: 'GET',
  path: `${root}/utfall/:year`,
  summary: 'Utfallet ett år, per rad och månad, med sina källor',
  access: 'readFigures',
  params: yearParams,
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 200,
  answer: utfall,
});

export const exportUtfallCsv = endpoint({
  operationId: 'exportUtfallCsv',
  method: 'GET',
  path: `${root}/utfall/:year/csv`,
  summary: 'Utfallet ett år som CSV',
  access: 'exportFigures',
  params: yearParams,
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 200,
  answer: 'csv',
});

export const setUtfall = endpoint({
  operationId: 'setUtfall',
  method: 'PUT',
  path: `${root}/utfall/:year/cell`,
  summary:
    'Skriver utfallet i en cell; ett tomt belopp tar bort det som skrivits. replacesId är källan som gällde',
  access: 'editUtfall',
  params: yearParams,
  query: noQuery,
  body: z.strictObject({
    lineId: id,
    month: month.nullable().meta({ description: 'Null är året som helhet.' }),
    amount: amountInput.nullable(),
    replacesId: id.nullable().meta({ description: 'Källan som gäller i cellen, null om ingen.' }),
    comment: optionalText(1000),
  }),
  needsVersion: false,
  status: 200,
  answer: z.object({
    source: utfallSource
      .nullable()
      .meta({ description: 'Den nya källan; null när cellen tömdes.' }),
    cells: z
      .array(utfallCell)
      .meta({ description: 'Radens alla celler det året, efter ändringen.' }),
  }),
});

export const listUtfallSources = endpoint({
  operationId: 'listUtfallSources',
  method: 'GET',
  path: `${root}/utfall-sources`,
  summary: 'Importerna eller det som skrivits, nyast först, hundra åt gången',
  access: 'readFigures',
  params: organisationParams,
  query: z.strictObject({
    kind: z.enum(['imported', 'typed']).default('imported'),
    before: z
      .string()
      .regex(/^\d{1,15}$/u)
      .optional()
      .meta({ description: 'Bara källor med lägre nummer: nästa sida.' }),
  }),
  body: null,
  needsVersion: false,
  status: 200,
  answer: z.object({
    sources: z.array(utfallSource),
    next: z.string().nullable().meta({ description: 'Värde för `before` till nästa sida.' }),
    limits: z
      .object({ file: z.int(), table: z.int() })
      .meta({ description: 'Största fil, i byte: SIE, och CSV eller XLSX.' }),
  }),
});

export const getUtfallSource = endpoint({
  operationId: 'getUtfallSource',
  method: 'GET',
  path: `${root}/utfall-sources/:sourceId`,
  summary: 'En källa: vad filen sade, varningarna, och vart beloppen gick',
  access: 'readFigures',
  params: sourceParams,
  query: z.strictObject({
    amounts: z
      .enum(['none', 'all'])
      .default('none')
      .meta({ description: '"all" ger också varje belopp, för att koppla om.' }),
  }),
  body: null,
  needsVersion: false,
  status: 200,
  answer: z.object({
    source: utfallSource,
    facts: utfallFacts.nullable().meta({ description: 'Null för det som skrivits.' }),
    warnings: z.array(utfallWarning),
    places: z
      .array(utfallPlace)
      .meta({ description: 'Summor per år och rad, drift, utanför, okopplat.' }),
    unmapped: z
      .array(utfallFileAmount)
      .meta({ description: 'Det okopplade, störst först, högst 500 belopp.' }),
    amounts: z
      .array(
        utfallFileAmount.extend({
          target: z.enum(utfallTargets),
          lineId: id.nullable(),
          driftrad: z.string().nullable(),
        }),
      )
      .nullable(),
  }),
});

export const undoUtfallSource = endpoint({
  operationId: 'undoUtfallSource',
  method: 'POST',
  path: `${root}/utfall-sources/:sourceId/undo`,
  summary: 'Ångrar en import eller ett skrivet belopp, helt',
  access: 'editUtfall',
  params: sourceParams,
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 200,
  answer: utfallSource,
});

export const remapUtfallSource = endpoint({
  operationId: 'remapUtfallSource',
  method: 'POST',
  path: `${root}/utfall-sources/:sourceId/remap`,
  summary: 'Kopplar om en import med en annan version av kontokopplingen',
  access: 'editUtfall',
  params: sourceParams,
  query: noQuery,
  body: z.strictObject({
    mappingVersion: version,
    replacesVersion: version.meta({ description: 'Versionen som importen har nu.' }),
  }),
  needsVersion: false,
  status: 200,
  answer: utfallSource,
});

/** How a table is read, `tableChoice` of `utfall-table.ts`; as JSON, since it comes beside the file. */
const columns = z.string().max(10_000).optional().meta({
  description: 'Hur en tabell läses, som JSON; behövs inte när förslaget är rätt.',
});

export const readUtfallFile = endpoint({
  operationId: 'readUtfallFile',
  method: 'POST',
  path: `${root}/utfall-files/read`,
  summary: 'Läser en fil (SIE 4, SIE 5, CSV, XLSX) och svarar vad som står i den; inget sparas',
  access: 'editUtfall',
  params: organisationParams,
  query: z.strictObject({ fileName, columns }),
  body: 'file',
  needsVersion: false,
  keepsNothing: true,
  status: 200,
  answer: z.object({
    sha256: z.string(),
    byteSize: z.int(),
    kind: z.enum(['sie4', 'sie5', 'csv', 'xlsx']),
    encoding: z.string().nullable(),
    facts: utfallFacts,
    warnings: z.array(utfallWarning),
    warningCount: z.int().meta({ description: 'Så många de är, också de som inte visas.' }),
    amounts: z.array(utfallFileAmount),
    table: tableReading.nullable().meta({
      description: 'Hur tabellen lästes, och det som kan väljas om; null för SIE.',
    }),
    importedAs: z
      .array(utfallSource)
      .meta({ description: 'Gällande importer av just den här filen.' }),
  }),
});

export const importUtfallFile = endpoint({
  operationId: 'importUtfallFile',
  method: 'POST',
  path: `${root}/utfall-imports`,
  summary: 'Tar in en fil: samma fil som lästes, med kopplingen som förhandsvisades',
  access: 'editUtfall',
  params: organisationParams,
  query: z.strictObject({
    fileName,
    columns,
    problems: z
      .string()
      .regex(/^\d{1,7}$/u)
      .default('0')
      .meta({
        description: 'Antalet ställen i en tabell som inte gick att läsa, så som det visades.',
      }),
    sha256: sha256.meta({ description: 'Från läsningen: en annan fil nekas.' }),
    mappingVersion: z.string().regex(/^\d{1,9}$/u),
    years: z
      .string()
      .regex(/^\d{4}(,\d{4}){0,99}$/u)
      .optional()
      .meta({ description: 'Åren som tas in, "2024,2025"; annars de som läsningen föreslog.' }),
    comment: optionalText(1000),
  }),
  body: 'file',
  needsVersion: false,
  status: 200,
  answer: z.object({
    outcome: z
      .enum(['imported', 'unchanged'])
      .meta({ description: '"unchanged": filen är redan inne med samma koppling och år.' }),
    source: utfallSource,
    places: z.array(utfallPlace),
  }),
});

export const listVouchers = endpoint({
  operationId: 'listVouchers',
  method: 'GET',
  path: `${root}/utfall-sources/:sourceId/vouchers`,
  summary: 'Verifikationsraderna bakom en siffra, lästa ur filen som togs in',
  access: 'readFigures',
  params: sourceParams,
  query: z.strictObject({
    year: yearParameter,
    month: z
      .string()
      .regex(/^([1-9]|1[0-2])$/u)
      .optional(),
    lineId: id.optional().meta({ description: 'Raden som beloppen gick till.' }),
    account: z.string().max(100).optional(),
  }),
  body: null,
  needsVersion: false,
  status: 200,
  answer: z.object({
    rows: z.array(voucherRow).meta({ description: 'De första tusen, i filens ordning.' }),
    rowCount: z.int().meta({ description: 'Så många de är i allt.' }),
    rowTotal: amount.nullable().meta({ description: 'Summan av dem; null när de är för många.' }),
    figure: amount.meta({
      description: 'Siffran de ska ge; skiljer sig där filen saknar verifikationer.',
    }),
  }),
});
