import { createShareKey, registerBorgenstak } from '#contract/borgen.ts';
import { listScenarios } from '#contract/scenarios.ts';
import { createMember } from '#contract/settings.ts';
import { call, type TestApp } from './app.ts';
import type { Sample } from './sample-calls.ts';

let count = 0;

/** A day of its own for each sample. */
function nextDay(): string {
  count += 1;
  return `20${30 + Math.floor(count / 12)}-${`${(count % 12) + 1}`.padStart(2, '0')}-01`;
}

function ceiling() {
  return {
    validFrom: nextDay(),
    amount: '90000',
    beslut: { title: 'Borgenstak', organ: 'Direktionen', date: '2025-03-27' },
  };
}

async function entered(test: TestApp) {
  const { borgenstakId } = await call(test, registerBorgenstak, { body: ceiling() });
  return { params: { borgenstakId } };
}

/** What a new key is, with a member that it is for. */
async function key(test: TestApp) {
  count += 1;
  const body = { name: `Andelskommun ${count}` };
  const { memberId } = await call(test, createMember, { as: 'administrator', body });
  return {
    validFrom: nextDay(),
    type: 'percent',
    source: 'Prov',
    parts: [{ memberId, weight: '100' }],
  } as const;
}

async function storedKey(test: TestApp) {
  const body = await key(test);
  const { keyId, version } = await call(test, createShareKey, {
    body: { ...body, parts: [...body.parts] },
  });
  return { params: { keyId }, version, body };
}

/** The samples of ceilings and keys. */
export const borgenSamples: { readonly [operationId: string]: Sample } = {
  listBorgenstak: () => ({}),
  registerBorgenstak: () => ({ body: ceiling() }),
  correctBorgenstak: async (test) => ({
    ...(await entered(test)),
    body: { right: null, comment: 'Prov' },
  }),
  listShareKeys: () => ({}),
  createShareKey: async (test) => ({ body: await key(test) }),
  updateShareKey: storedKey,
  deleteShareKey: async (test) => {
    const { params, version } = await storedKey(test);
    return { params, version };
  },
  readPopulationFile: () => ({
    body: Buffer.from('"region";"2024"\r\n"0000 Ingenstans";17\r\n'),
    query: 'fileName=folkmangd.csv',
  }),
  exportMemberSharesCsv: async (test) => {
    const { scenarios } = await call(test, listScenarios, {});
    return { query: `scenario=${scenarios[0]?.scenarioId ?? ''}` };
  },
};
