import { createHash } from 'node:crypto';
import { createToken, listTokens } from '#contract/account.ts';
import { listAssumptions, setAssumption } from '#contract/assumptions.ts';
import { createArticle, createBehov } from '#contract/behov.ts';
import { getInvesteringsbudget, updateInvestmentLine } from '#contract/investeringsbudget.ts';
import { getMapping } from '#contract/mapping.ts';
import { invite, listPeople } from '#contract/people.ts';
import { createScenario } from '#contract/scenarios.ts';
import { createMember, getSettings } from '#contract/settings.ts';
import { getUtfall, importUtfallFile, setUtfall } from '#contract/utfall.ts';
import type { Role } from '#domain/rights.ts';
import { call, type TestApp } from './app.ts';
import { arendeSamples } from './sample-arende.ts';
import { borgenSamples } from './sample-borgen.ts';
import { loanSamples } from './sample-loans.ts';
import { sieFile } from './sie.ts';

/** A call that succeeds for whoever may make it, in the demo organisation. */
export type SampleCall = {
  readonly params?: { readonly [name: string]: string };
  readonly query?: string;
  readonly body?: unknown;
  readonly version?: number;
};

/** Makes a sample, with what it stands on; `role` is who will make the call. */
export type Sample = (test: TestApp, role: Role) => SampleCall | Promise<SampleCall>;

let count = 0;
const unique = (): string => `Prov ${(count += 1)}`;

async function draft(test: TestApp) {
  const body = { name: unique(), openingYear: 2024, lastYear: 2026 };
  const { scenarioId, version, revision } = await call(test, createScenario, { body });
  return { params: { scenarioId }, version, revision };
}

async function budget(test: TestApp) {
  return call(test, getInvesteringsbudget, { params: { year: '2025' } });
}

/** A file that nobody has taken in, and what an import of it asks for. */
function newFile() {
  count += 1;
  const rows = [
    { account: '1240', amount: `${count}.00`, project: 'P1' },
    { account: '2440', amount: `-${count}.00` },
  ];
  const file = sieFile(2024, [{ day: '2024-03-05', rows }]);
  const sha256 = createHash('sha256').update(file).digest('hex');
  return { file, query: { fileName: 'prov.se', sha256, mappingVersion: '0' } };
}

async function imported(test: TestApp) {
  const { source } = await call(test, importUtfallFile, newFile());
  return { params: { sourceId: source.sourceId } };
}

const imports = new WeakMap<TestApp, ReturnType<typeof imported>>();

/** An import that all samples share that leave it as it is: each one takes a thread and a while. */
function sharedImport(test: TestApp) {
  const shared = imports.get(test) ?? imported(test);
  imports.set(test, shared);
  return shared;
}

async function article(test: TestApp) {
  const price = { validFrom: '2024-01-01', amount: '4.2' };
  return call(test, createArticle, { body: { name: unique(), unit: 'st', price } });
}

async function need(test: TestApp) {
  const { articleId, prices } = await article(test);
  const lineId = (await budget(test)).lines[0]?.lineId ?? '';
  const body = { lineId, year: 2025, articleId, volume: '1' };
  const { behovId } = await call(test, createBehov, { body });
  return { params: { behovId }, version: 1, priceId: prices[0]?.priceId };
}

async function member(test: TestApp) {
  const body = { name: unique() };
  const { memberId } = await call(test, createMember, { as: 'administrator', body });
  return { params: { memberId }, version: 1 };
}

/** Somebody who is no demo person: invited, and come. */
async function guest(test: TestApp) {
  const email = `${unique().replace(' ', '')}@test.se`.toLowerCase();
  const body = { name: unique(), email, role: 'ekonom' } as const;
  const { link } = await call(test, invite, { as: 'administrator', body });
  await test.app.inject({
    method: 'POST',
    url: '/api/links/invitation',
    headers: { host: '127.0.0.1', 'sec-fetch-site': 'same-origin' },
    payload: { link: link.split('#')[1], name: 'Gäst Gästsson', password: 'stol lampa gurka 7' },
  });
  const { people } = await call(test, listPeople, { as: 'administrator' });
  const found = people.find((person) => person.email === email);
  return { params: { personId: found?.personId ?? '' }, version: found?.version ?? 0 };
}

/**
 * A sample of every operation inside an organisation. A new operation without one here fails the
 * test of rights.
 */
export const organisationSamples: { readonly [operationId: string]: Sample } = {
  ...arendeSamples,
  ...loanSamples,
  ...borgenSamples,
  getInvesteringsbudget: () => ({ params: { year: '2025' } }),
  exportInvesteringsbudgetCsv: () => ({ params: { year: '2025' }, query: 'layout=protocol' }),
  createBudgetpost: async (test) => {
    const { lines, beslut } = await budget(test);
    return {
      body: {
        lineId: lines[0]?.lineId,
        year: 2025,
        kind: 'ursprunglig',
        amount: '1',
        beslutId: beslut[0]?.beslutId,
      },
    };
  },
  correctBudgetpost: async (test) => {
    const { budgetposts } = await budget(test);
    const replaced = new Set(budgetposts.map(({ replacesId }) => replacesId));
    const post = budgetposts.find(
      ({ budgetpostId, kind }) => kind === 'ursprunglig' && !replaced.has(budgetpostId),
    );
    count += 1;
    return { params: { budgetpostId: post?.budgetpostId ?? '' }, body: { amount: `${count}.5` } };
  },
  createInvestmentLine: () => ({ body: { name: unique() } }),
  updateInvestmentLine: async (test) => {
    const line = (await budget(test)).lines[0];
    return {
      params: { lineId: line?.lineId ?? '' },
      body: { name: unique() },
      version: line?.version ?? 0,
    };
  },
  getBehov: () => ({ params: { year: '2025' } }),
  exportBehovCsv: () => ({ params: { year: '2025' } }),
  createArticle: () => ({
    body: { name: unique(), unit: 'st', price: { validFrom: '2025-01-01', amount: '1' } },
  }),
  updateArticle: async (test) => {
    const { articleId, version } = await article(test);
    return { params: { articleId }, body: { unit: 'par' }, version };
  },
  createArticlePrice: async (test) => ({
    params: { articleId: (await article(test)).articleId },
    body: { validFrom: '2026-01-01', amount: '5' },
  }),
  createBehov: async (test) => {
    const lineId = (await budget(test)).lines[0]?.lineId;
    const { articleId } = await article(test);
    return { body: { lineId, year: 2025, articleId, volume: '2' } };
  },
  updateBehov: async (test) => {
    const { params, version, priceId } = await need(test);
    return { params, version, body: { volume: '3', priceId } };
  },
  deleteBehov: async (test) => {
    const { params, version } = await need(test);
    return { params, version };
  },
  getCarryOver: () => ({}),
  createCarryOverPolicy: () => ({
    body: {
      validFrom: '2025-01-01',
      lineType: 'ramanslag',
      rule: 'lapses',
      source: 'Prov § 1',
    },
  }),
  createTotalutgift: async (test) => {
    const line = (await budget(test)).lines.at(-1);
    if (line !== undefined && line.lineType !== 'projekt') {
      const { lineId, version } = line;
      const body = { lineType: 'projekt' } as const;
      await call(test, updateInvestmentLine, { params: { lineId }, body, version });
    }
    const lineId = line?.lineId;
    return { body: { lineId, kind: 'beraknad', asOf: '2025-06-30', amount: '100' } };
  },
  getAccumulated: () => ({}),
  exportAccumulatedCsv: () => ({ query: 'from=2024&to=2025' }),
  getUtfall: () => ({ params: { year: '2025' } }),
  exportUtfallCsv: () => ({ params: { year: '2025' } }),
  setUtfall: async (test) => {
    const lineId = (await budget(test)).lines[0]?.lineId ?? '';
    const params = { year: '2024' };
    const body = { lineId, month: 1, amount: '1', replacesId: null };
    const clear = { ...body, amount: null };
    // The cell is empty again where an earlier sample has filled it.
    const { sources, cells } = await call(test, getUtfall, { params });
    const filled = cells.find((cell) => cell.lineId === lineId && cell.month === 1);
    const replacesId = filled?.sourceId ?? null;
    if (sources.length > 0) await call(test, setUtfall, { params, body: { ...clear, replacesId } });
    return { params, body };
  },
  listUtfallSources: () => ({}),
  getUtfallSource: sharedImport,
  undoUtfallSource: imported,
  remapUtfallSource: async (test) => ({
    ...(await sharedImport(test)),
    body: { mappingVersion: 0, replacesVersion: 0 },
  }),
  listVouchers: async (test) => ({ ...(await sharedImport(test)), query: 'year=2024' }),
  readUtfallFile: () => ({ body: newFile().file, query: 'fileName=prov.se' }),
  importUtfallFile: () => {
    const { file, query } = newFile();
    return { body: file, query: new URLSearchParams(query).toString() };
  },
  getMapping: () => ({}),
  saveMapping: async (test) => ({
    body: { rules: [] },
    version: (await call(test, getMapping, {})).newestVersion,
  }),
  listScenarios: () => ({}),
  createScenario: () => ({ body: { name: unique(), openingYear: 2024, lastYear: 2025 } }),
  updateScenario: async (test) => ({ ...(await draft(test)), body: { name: unique() } }),
  deleteScenario: async (test) => {
    const { params, revision } = await draft(test);
    return { params, version: revision };
  },
  freezeScenario: async (test) => {
    const { params, revision } = await draft(test);
    return { params, body: { basis: null }, version: revision };
  },
  setForecastRow: async (test) => {
    const { params } = await draft(test);
    const place = { ...params, year: '2025', kind: 'amortisation' };
    return { params: place, body: { amount: '-1' }, version: 0 };
  },
  setForecastSources: async (test) => {
    const { params, revision } = await draft(test);
    const figures = [{ year: 2025, kind: 'amortisation', source: 'computed' }];
    return { params, body: { figures }, version: revision };
  },
  exportPrognosJson: async (test) => ({ params: (await draft(test)).params }),
  listAssumptions: () => ({}),
  setAssumption: async (test) => {
    const { scenarioId } = (await draft(test)).params;
    return { body: { scenarioId, kind: 'life', months: 36 }, version: 0 };
  },
  getBorgensprognos: () => ({}),
  getFigurePassport: () => ({ query: 'figure=budget:2025:total:total' }),
  exportBorgensprognosCsv: () => ({}),
  exportCapitalCostCsv: () => ({}),
  listAssumptionHistory: async (test) => {
    count += 1;
    const from = `${2000 + (count % 100)}-01-01`;
    const body = { scenarioId: null, kind: 'internranta', from, percent: '2' } as const;
    const { assumptions } = await call(test, listAssumptions, {});
    const known = assumptions.find((one) => one.kind === body.kind && one.from === from);
    const version = known?.version ?? 0;
    const { assumption } = await call(test, setAssumption, { body, version });
    return { params: { assumptionId: assumption.assumptionId } };
  },
  listLog: () => ({}),
  listAnchors: () => ({}),
  getSettings: () => ({}),
  updateSettings: async (test) => {
    const { version } = await call(test, getSettings, {});
    return { body: { orgnr: '222000-3095' }, version };
  },
  createMember: () => ({ body: { name: unique() } }),
  updateMember: async (test) => ({ ...(await member(test)), body: { name: unique() } }),
  deleteMember: member,
  listPeople: () => ({}),
  changeRole: async (test) => ({ ...(await guest(test)), body: { role: 'revisor' } }),
  endMembership: guest,
  createPasswordLink: async (test) => ({ params: (await guest(test)).params }),
  invite: () => ({
    body: { name: unique(), email: `${unique().replace(' ', '')}@test.se`, role: 'ekonom' },
  }),
  revokeInvitation: async (test) => {
    const body = { name: unique(), email: `${unique().replace(' ', '')}@test.se`, role: 'ekonom' };
    const { invitation } = await call(test, invite, {
      as: 'administrator',
      body: { ...body, role: 'ekonom' },
    });
    return { params: { invitationId: invitation.invitationId } };
  },
  listTokens: () => ({}),
  createToken: () => ({ body: { name: unique(), scope: 'read' } }),
  revokeToken: async (test, role) => {
    const body = { name: unique(), scope: 'read' } as const;
    const made = await call(test, createToken, { as: role, body });
    const { tokens } = await call(test, listTokens, { as: role });
    return { params: { tokenId: tokens[0]?.tokenId ?? made.token.tokenId } };
  },
};

const noLink = 'A'.repeat(43);

/** A sample of every operation outside organisations; each is refused for its own reasons, or not. */
export const otherSamples: { readonly [operationId: string]: SampleCall } = {
  getHealth: {},
  getReady: {},
  getSession: {},
  login: { body: { email: 'ingen@test.se', password: 'fel lösenord här' } },
  giveSecondFactor: { body: { code: '000000' } },
  enterDemo: { body: { role: 'revisor' } },
  logout: {},
  acceptAdministratorLink: {
    body: {
      link: noLink,
      name: 'Anna Ek',
      email: 'anna@test.se',
      password: 'stol lampa gurka 7',
      organisation: { name: 'Nya förbundet' },
    },
  },
  acceptPasswordLink: { body: { link: noLink, password: 'stol lampa gurka 7' } },
  requestPasswordLink: { body: { email: 'ingen@test.se' } },
  lookAtInvitation: { body: { link: noLink } },
  acceptInvitation: { body: { link: noLink } },
  listOrganisations: {},
  getAccount: {},
  updateAccount: { body: { name: 'Nytt Namn' } },
  changePassword: { body: { current: 'fel', next: 'stol lampa gurka 7' } },
  startTotp: { body: { password: 'fel' } },
  confirmTotp: { body: { code: '000000' } },
  renewRecoveryCodes: { body: { password: 'fel' } },
  removeTotp: { body: { password: 'fel' } },
  endSession: { params: { sessionId: '01a20246-2eb6-7eed-bcb2-b0e78d8891c9' } },
  endOtherSessions: {},
  createOrganisation: { body: { name: 'Ännu ett förbund' } },
  removeDemo: {},
};
