import {
  addArendeDocument,
  addArendeEntry,
  createArende,
  decideArende,
  moveArende,
} from '#contract/arende.ts';
import {
  createBudgetpost,
  createInvestmentLine,
  getInvesteringsbudget,
} from '#contract/investeringsbudget.ts';
import { listScenarios } from '#contract/scenarios.ts';
import { setUtfall } from '#contract/utfall.ts';
import { call, type TestApp } from './app.ts';
import { paragraph14Decision } from './paragraph-14.ts';
import type { Sample } from './sample-calls.ts';

let count = 0;
const unique = (): string => `Ärende ${(count += 1)}`;

/** An ärende with one entry, as a draft. */
async function draft(test: TestApp) {
  const { lines } = await call(test, getInvesteringsbudget, { params: { year: '2025' } });
  const { scenarios } = await call(test, listScenarios, {});
  const baseScenarioId = scenarios[0]?.scenarioId ?? null;
  const { arendeId } = await call(test, createArende, {
    body: { title: unique(), year: 2025, baseScenarioId },
  });
  const lineId = lines[0]?.lineId ?? '';
  const entry = { kind: 'tillaggsaskande', lineId, year: 2025, amount: '1' } as const;
  const body = { ...entry, reason: 'Prov.' };
  const { entries, version } = await call(test, addArendeEntry, { params: { arendeId }, body });
  const entryId = entries[0]?.entryId ?? '';
  return { params: { arendeId }, entryId, lineId, version };
}

async function inBeredning(test: TestApp) {
  const { params, version } = await draft(test);
  const body = { to: 'beredning' } as const;
  return { params, version: (await call(test, moveArende, { params, body, version })).version };
}

async function document(test: TestApp) {
  const { params } = await draft(test);
  const { documents } = await call(test, addArendeDocument, { params, body: { name: unique() } });
  return { params: { ...params, documentId: documents[0]?.documentId ?? '' } };
}

/** A granted ärende that carried 10 from 2030, where only 5 turned out to be unused. */
async function moved(test: TestApp) {
  const { lineId } = await call(test, createInvestmentLine, { body: { name: unique() } });
  const beslut = { title: 'Budget', organ: 'Direktionen', date: '2029-10-31' };
  const post = { lineId, year: 2030, kind: 'ursprunglig', amount: '10', beslut } as const;
  await call(test, createBudgetpost, { body: post });
  const utfall = { lineId, month: null, amount: '0', replacesId: null };
  const { source } = await call(test, setUtfall, { params: { year: '2030' }, body: utfall });
  const { arendeId } = await call(test, createArende, { body: { title: unique(), year: 2031 } });
  const params = { arendeId };
  const entry = { kind: 'aterbudgetering', lineId, year: 2031, fromYear: 2030 } as const;
  const added = await call(test, addArendeEntry, { params, body: { ...entry, amount: '10' } });
  const { version } = await call(test, moveArende, {
    params,
    body: { to: 'beredning' },
    version: added.version,
  });
  await call(test, decideArende, { params, body: paragraph14Decision, version, as: 'direktion' });
  const less = { ...utfall, amount: '5', replacesId: source?.sourceId ?? null };
  await call(test, setUtfall, { params: { year: '2030' }, body: less });
  return { params };
}

/** A sample of every operation on ärenden. */
export const arendeSamples: { readonly [operationId: string]: Sample } = {
  listArenden: () => ({}),
  createArende: () => ({ body: { title: unique(), year: 2025 } }),
  getArende: async (test) => ({ params: (await inBeredning(test)).params }),
  exportArendeCsv: async (test) => ({ params: (await inBeredning(test)).params }),
  exportTjansteskrivelse: async (test) => ({ params: (await inBeredning(test)).params }),
  updateArende: async (test) => {
    const { params, version } = await draft(test);
    return { params, version, body: { title: unique() } };
  },
  deleteArende: async (test) => {
    const { params, version } = await draft(test);
    return { params, version };
  },
  addArendeEntry: async (test) => {
    const { params, lineId } = await draft(test);
    return { params, body: { kind: 'tillaggsaskande', lineId, year: 2025, amount: '2' } };
  },
  changeArendeEntry: async (test) => {
    const { params, entryId, version } = await draft(test);
    return { params: { ...params, entryId }, version, body: { amount: '2' } };
  },
  removeArendeEntry: async (test) => {
    const { params, entryId, version } = await draft(test);
    return { params: { ...params, entryId }, version };
  },
  setArendeText: async (test) => {
    const { params } = await draft(test);
    return { params: { ...params, block: 'arendet' }, version: 0, body: { body: 'Så här.' } };
  },
  addArendeDocument: async (test) => {
    return { params: (await draft(test)).params, body: { name: unique() } };
  },
  removeArendeDocument: document,
  moveArende: async (test) => {
    const { params, version } = await draft(test);
    return { params, version, body: { to: 'beredning' } };
  },
  decideArende: async (test) => {
    const { params, version } = await inBeredning(test);
    return { params, version, body: { ...paragraph14Decision, protocol: 'Protokollet' } };
  },
  createArendeScenarios: async (test) => {
    const body = { bifallName: unique(), avslagName: unique() };
    return { params: (await draft(test)).params, body };
  },
  proposeCorrections: moved,
};
