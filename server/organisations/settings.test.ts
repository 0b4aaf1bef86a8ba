import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf } from '#contract/endpoint.ts';
import {
  createMember,
  deleteMember,
  getSettings,
  updateMember,
  updateSettings,
} from '#contract/settings.ts';
import { call, everythingStored, send, startTestApp, type TestApp } from '../testing/app.ts';
import { makeNeighbour } from '../testing/neighbour.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const as = 'administrator';

async function refusalOf(body: object, version: number) {
  const params = { organisationId: test.organisationId };
  const before = await everythingStored(test);
  const answer = await send(test, {
    method: 'PATCH',
    url: addressOf(updateSettings, { params }),
    body,
    as,
    headers: { 'if-match': `"${version}"` },
  });
  expect(await everythingStored(test)).toBe(before);
  return answer.body;
}

describe('the settings of an organisation', () => {
  it('hold its facts and its members, in Swedish order', async () => {
    const settings = await call(test, getSettings, { as: 'revisor' });
    expect(settings).toMatchObject({
      name: 'Kommunalförbundet Itsam',
      slug: 'itsam',
      orgnr: null,
      isDemo: true,
      provider: null,
    });
    expect(settings.members.map(({ name, kommunkod }) => `${name} ${kommunkod}`)).toEqual([
      'Boxholms kommun 0560',
      'Vimmerby kommun 0884',
      'Ydre kommun 0512',
      'Åtvidabergs kommun 0561',
      'Ödeshögs kommun 0509',
    ]);
  });

  it('are changed from the version that was seen, and not from an older one', async () => {
    const body = { orgnr: '2220003095' };
    const changed = await call(test, updateSettings, { as, body, version: 1 });
    expect([changed.orgnr, changed.version]).toEqual(['222000-3095', 2]);
    expect(await refusalOf({ name: 'Annat' }, 1)).toMatchObject({
      code: 'version_stale',
      conflict: { yours: { name: 'Annat' }, current: { version: 2 } },
    });
  });

  it('take no organisationsnummer with a wrong check digit, and no codes in the demo', async () => {
    expect(await refusalOf({ orgnr: '222000-3096' }, 2)).toMatchObject({
      code: 'input_invalid',
      fields: [{ path: '/orgnr', code: 'orgnr_invalid' }],
    });
    expect(await refusalOf({ requiresSecondFactor: true }, 2)).toMatchObject({
      code: 'demo_has_no_codes',
    });
  });

  it('take no name that another organisation has, and their own as it is', async () => {
    await makeNeighbour(test, 'Grannförbundet');
    expect(await refusalOf({ name: 'Grannförbundet' }, 2)).toMatchObject({
      code: 'organisation_name_taken',
    });
    const body = { name: 'Kommunalförbundet Itsam' };
    const { name, version } = await call(test, updateSettings, { as, body, version: 2 });
    expect([name, version]).toEqual(['Kommunalförbundet Itsam', 3]);
  });
});

describe('a member', () => {
  it('comes, gets its days, and goes only where it was a mistake', async () => {
    const body = { name: 'Kinda kommun', kommunkod: '0513', joinedOn: '2013-01-01' };
    const made = await call(test, createMember, { as, body });
    const params = { memberId: made.memberId };
    const left = { leftOn: '2025-01-01' };
    const changed = await call(test, updateMember, { as, params, body: left, version: 1 });
    expect(changed).toMatchObject({ ...body, ...left, version: 2 });
    for (const [wrong, code] of [
      [{ leftOn: '2013-01-01' }, 'member_left_before_joined'],
      [{ name: 'Ydre kommun' }, 'member_name_taken'],
      [{ kommunkod: '9999' }, 'input_invalid'],
    ] as const) {
      const answer = await send(test, {
        method: 'PATCH',
        url: addressOf(updateMember, {
          params: { ...params, organisationId: test.organisationId },
        }),
        body: wrong,
        as,
        headers: { 'if-match': '"2"' },
      });
      expect(answer.body).toMatchObject({ code });
    }
    await call(test, deleteMember, { as, params, version: 2 });
    const { members } = await call(test, getSettings, {});
    expect(members).toHaveLength(5);
  });
});
