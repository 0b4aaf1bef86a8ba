import { createToken, listTokens } from '#contract/account.ts';
import { getInvesteringsbudget } from '#contract/investeringsbudget.ts';
import { invite, listPeople } from '#contract/people.ts';
import { createScenario } from '#contract/scenarios.ts';
import { createMember, getSettings } from '#contract/settings.ts';
import type { Role } from '#domain/rights.ts';
import { call, type TestApp } from './app.ts';

/** A call that succeeds for whoever may make it, in the demo organisation. */
export type SampleCall = {
  readonly params?: { readonly [name: string]: string };
  readonly query?: string;
  readonly body?: unknown;
  readonly version?: number;
};

/** Makes a sample, with what it stands on; `role` is who will make the call. */
type Sample = (test: TestApp, role: Role) => SampleCall | Promise<SampleCall>;

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
  listScenarios: () => ({}),
  createScenario: () => ({ body: { name: unique(), openingYear: 2024, lastYear: 2025 } }),
  updateScenario: async (test) => ({ ...(await draft(test)), body: { name: unique() } }),
  deleteScenario: async (test) => {
    const { params, revision } = await draft(test);
    return { params, version: revision };
  },
  freezeScenario: async (test) => {
    const { params, revision } = await draft(test);
    return { params, version: revision };
  },
  setForecastRow: async (test) => {
    const { params } = await draft(test);
    const place = { ...params, year: '2025', kind: 'amortisation' };
    return { params: place, body: { amount: '-1' }, version: 0 };
  },
  getBorgensprognos: () => ({}),
  exportBorgensprognosCsv: () => ({}),
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
