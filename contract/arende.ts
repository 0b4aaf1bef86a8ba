import { z } from 'zod';
import { arendeKinds, arendeOutcomes, entryKinds, textBlocks } from '#domain/arende-terms.ts';
import { arende, arendeSummary } from './arende-answer.ts';
import { endpoint } from './endpoint.ts';
import {
  amountInput,
  day,
  emptiableText,
  id,
  optionalText,
  paragraphs,
  sha256,
  text,
  year,
} from './fields.ts';
import { noQuery, organisationParams } from './organisations.ts';
import { scenario } from './scenarios.ts';

const root = '/api/organisations/:organisationId/arenden';
const one = `${root}/:arendeId`;
const arendeParams = organisationParams.extend({ arendeId: id });
const entryParams = arendeParams.extend({ entryId: id });
const written = { query: noQuery, status: 200, answer: arende } as const;

export const listArenden = endpoint({
  operationId: 'listArenden',
  method: 'GET',
  path: root,
  summary: 'Alla ärenden, det senaste först; utkast visas inte för direktionen',
  access: 'readFigures',
  params: organisationParams,
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 200,
  answer: z.object({ arenden: z.array(arendeSummary) }),
});

export const createArende = endpoint({
  operationId: 'createArende',
  method: 'POST',
  path: root,
  summary: 'Nytt ärende, som utkast',
  access: 'editArende',
  params: organisationParams,
  body: z.strictObject({
    kind: z.enum(arendeKinds).default('tillaggsbudget'),
    title: text(200),
    dnr: optionalText(50),
    year,
    baseScenarioId: id.nullable().default(null),
  }),
  needsVersion: false,
  query: noQuery,
  status: 201,
  answer: arende,
});

export const getArende = endpoint({
  operationId: 'getArende',
  method: 'GET',
  path: one,
  summary: 'Ett ärende med poster, bedömning, texter, underlag, beslut och effekt',
  access: 'readFigures',
  params: arendeParams,
  body: null,
  needsVersion: false,
  ...written,
});

export const updateArende = endpoint({
  operationId: 'updateArende',
  method: 'PATCH',
  path: one,
  summary: 'Ändrar rubrik, diarienummer, år eller scenariot som effekten räknas från',
  access: 'editArende',
  params: arendeParams,
  body: z.strictObject({
    title: text(200).optional(),
    dnr: emptiableText(50).optional(),
    year: year.optional(),
    baseScenarioId: id.nullable().optional(),
  }),
  needsVersion: true,
  ...written,
});

export const deleteArende = endpoint({
  operationId: 'deleteArende',
  method: 'DELETE',
  path: one,
  summary: 'Tar bort ett utkast som inget organ har behandlat och inget scenario följer',
  access: 'editArende',
  params: arendeParams,
  query: noQuery,
  body: null,
  needsVersion: true,
  status: 204,
  answer: z.null(),
});

export const addArendeEntry = endpoint({
  operationId: 'addArendeEntry',
  method: 'POST',
  path: `${one}/entries`,
  summary: 'Lägger till en post sist; av en rättelse är beloppet vad posten ska bli',
  access: 'editArende',
  params: arendeParams,
  query: noQuery,
  body: z.strictObject({
    kind: z.enum(entryKinds),
    lineId: id.nullable().default(null),
    newLineName: optionalText(200),
    year,
    fromYear: year.nullable().default(null),
    fromLineId: id.nullable().default(null),
    correctsId: id.nullable().default(null),
    amount: amountInput,
    reason: optionalText(2000),
  }),
  needsVersion: false,
  status: 201,
  answer: arende,
});

export const changeArendeEntry = endpoint({
  operationId: 'changeArendeEntry',
  method: 'PATCH',
  path: `${one}/entries/:entryId`,
  summary: 'Ändrar en post; If-Match är ärendets version',
  access: 'editArende',
  params: entryParams,
  body: z.strictObject({
    lineId: id.optional(),
    newLineName: text(200).optional(),
    year: year.optional(),
    fromYear: year.optional(),
    fromLineId: id.optional(),
    amount: amountInput.optional(),
    reason: emptiableText(2000).optional(),
    position: z.int().min(0).max(10_000).optional(),
  }),
  needsVersion: true,
  ...written,
});

export const removeArendeEntry = endpoint({
  operationId: 'removeArendeEntry',
  method: 'DELETE',
  path: `${one}/entries/:entryId`,
  summary: 'Tar bort en post ur ett ärende; If-Match är ärendets version',
  access: 'editArende',
  params: entryParams,
  body: null,
  needsVersion: true,
  ...written,
});

export const setArendeText = endpoint({
  operationId: 'setArendeText',
  method: 'PUT',
  path: `${one}/texts/:block`,
  summary: 'Skriver ett textblock; null ger tillbaka förslaget. If-Match är blockets version',
  access: 'editArende',
  params: arendeParams.extend({ block: z.enum(textBlocks) }),
  body: z.strictObject({ body: paragraphs(20_000).nullable() }),
  needsVersion: true,
  ...written,
});

export const addArendeDocument = endpoint({
  operationId: 'addArendeDocument',
  method: 'POST',
  path: `${one}/documents`,
  summary: 'Lägger till ett beslutsunderlag: namn, datum och filens SHA-256',
  access: 'editArende',
  params: arendeParams,
  query: noQuery,
  body: z.strictObject({
    name: text(300),
    dated: day.nullable().default(null),
    sha256: sha256.nullable().default(null),
  }),
  needsVersion: false,
  status: 201,
  answer: arende,
});

export const removeArendeDocument = endpoint({
  operationId: 'removeArendeDocument',
  method: 'DELETE',
  path: `${one}/documents/:documentId`,
  summary: 'Tar bort ett beslutsunderlag',
  access: 'editArende',
  params: arendeParams.extend({ documentId: id }),
  body: null,
  needsVersion: false,
  ...written,
});

export const moveArende = endpoint({
  operationId: 'moveArende',
  method: 'POST',
  path: `${one}/move`,
  summary: 'Skickar ett utkast till beredning, eller tar tillbaka det; If-Match är versionen',
  access: 'editArende',
  params: arendeParams,
  body: z.strictObject({ to: z.enum(['beredning', 'utkast']) }),
  needsVersion: true,
  ...written,
});

export const decideArende = endpoint({
  operationId: 'decideArende',
  method: 'POST',
  path: `${one}/beslut`,
  summary:
    'Beslutar: bifall skriver posterna. Direktionen beslutar, ekonomen registrerar med protokollet som källa. If-Match är versionen som sågs',
  access: 'decideArende',
  params: arendeParams,
  body: z.strictObject({
    outcome: z.enum(arendeOutcomes),
    organ: text(100),
    date: day,
    paragraph: text(50),
    dnr: optionalText(50).meta({ description: 'Utan uppgift gäller ärendets diarienummer.' }),
    note: optionalText(1000),
    protocol: optionalText(300).meta({
      description: 'Protokollet som beslutet registreras ur; krävs av en ekonom.',
    }),
    decidedAmounts: z
      .array(z.strictObject({ entryId: id, amount: amountInput }))
      .max(500)
      .default([])
      .meta({ description: 'Ändringsyrkanden som bifölls; noll stryker en post.' }),
  }),
  needsVersion: true,
  ...written,
});

export const createArendeScenarios = endpoint({
  operationId: 'createArendeScenarios',
  method: 'POST',
  path: `${one}/scenarios`,
  summary: 'Gör två scenarier av ärendets scenario: om det bifalls och om det avslås',
  access: 'editScenarios',
  params: arendeParams,
  query: noQuery,
  body: z.strictObject({ bifallName: optionalText(100), avslagName: optionalText(100) }),
  needsVersion: false,
  status: 201,
  answer: z.object({ bifall: scenario, avslag: scenario }),
});

export const proposeCorrections = endpoint({
  operationId: 'proposeCorrections',
  method: 'POST',
  path: `${one}/corrections`,
  summary: 'Gör ett rättelseärende, som utkast, av det som inte längre har täckning',
  access: 'editArende',
  params: arendeParams,
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 201,
  answer: arende,
});

export const exportArendeCsv = endpoint({
  operationId: 'exportArendeCsv',
  method: 'GET',
  path: `${one}/csv`,
  summary: 'Ärendets poster som CSV',
  access: 'exportFigures',
  params: arendeParams,
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 200,
  answer: 'csv',
});
