import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  correctBorgenstak,
  createShareKey,
  deleteShareKey,
  exportMemberSharesCsv,
  listBorgenstak,
  listShareKeys,
  readPopulationFile,
  registerBorgenstak,
  updateShareKey,
} from '#contract/borgen.ts';
import { getFigurePassport } from '#contract/passport.ts';
import { listScenarios } from '#contract/scenarios.ts';
import { createMember, deleteMember } from '#contract/settings.ts';
import { call, everythingStored, send, startTestApp, type TestApp } from '../testing/app.ts';

let test: TestApp;
let ydre: string;
let vimmerby: string;
let others: string[];
let boxholm: string;

beforeAll(async () => {
  test = await startTestApp();
  const { members } = await call(test, listShareKeys, {});
  const idOf = (code: string) => members.find((one) => one.kommunkod === code)?.memberId ?? '';
  [ydre, vimmerby, boxholm] = [idOf('0512'), idOf('0884'), idOf('0560')];
  others = members
    .map(({ memberId }) => memberId)
    .filter((id) => ![ydre, vimmerby, boxholm].includes(id));
});
afterAll(() => test.close());

const beslut = {
  title: 'Höjt borgenstak',
  organ: 'Direktionen',
  date: '2025-06-12',
  paragraph: '§ 21',
};

async function refused(method: 'POST' | 'PUT' | 'DELETE', path: string, rest: object = {}) {
  const before = await everythingStored(test);
  const url = `/api/organisations/${test.organisationId}/${path}`;
  const answer = await send(test, { method, url, ...rest });
  expect(await everythingStored(test)).toBe(before);
  return answer.body;
}

const inForce = async () =>
  (await call(test, listBorgenstak, {})).borgenstak
    .filter((one) => one.isInForce)
    .map(({ validFrom, amount }) => [validFrom, amount]);

describe('ceilings', () => {
  it('are those of the demo to begin with, with their decision', async () => {
    const { borgenstak } = await call(test, listBorgenstak, {});
    expect(borgenstak).toMatchObject([
      {
        validFrom: '2024-12-31',
        amount: '80000',
        isInForce: true,
        replacesId: null,
        createdBy: null,
        beslut: { title: 'Borgenstak' },
      },
    ]);
  });

  it('are registered with a new decision, or one that is there', async () => {
    const body = { validFrom: '2026-01-01', amount: '85000', beslut };
    const first = await call(test, registerBorgenstak, { body });
    expect(first).toMatchObject({ amount: '85000', beslut, isInForce: true });
    expect(first.createdBy).toBe('Demoekonom');
    const { beslutId } = first.beslut;
    const again = { validFrom: '2027-01-01', amount: '90000.00001', beslutId };
    expect(await call(test, registerBorgenstak, { body: again })).toMatchObject({
      amount: '90000.00001',
      beslut: { beslutId },
    });
    expect(await inForce()).toEqual([
      ['2024-12-31', '80000'],
      ['2026-01-01', '85000'],
      ['2027-01-01', '90000.00001'],
    ]);
  });

  it('are refused without a decision, on a taken day, and below zero', async () => {
    const body = { validFrom: '2026-06-01', amount: '1' };
    expect(await refused('POST', 'borgenstak', { body })).toMatchObject({ code: 'beslut_missing' });
    const taken = { ...body, validFrom: '2026-01-01', beslut };
    expect(await refused('POST', 'borgenstak', { body: taken })).toMatchObject({
      code: 'borgenstak_day_taken',
    });
    const negative = { ...body, amount: '-1', beslut };
    expect(await refused('POST', 'borgenstak', { body: negative })).toMatchObject({
      fields: [{ path: '/amount', code: 'amount_negative' }],
    });
  });

  it('are corrected by a new one that points at the old, once', async () => {
    const { borgenstak } = await call(test, listBorgenstak, {});
    const wrong = borgenstak.find(({ validFrom }) => validFrom === '2027-01-01');
    const params = { borgenstakId: wrong?.borgenstakId ?? '' };
    const path = `borgenstak/${params.borgenstakId}/corrections`;
    const right = { validFrom: '2027-07-01', amount: '90000' };
    const comment = 'Protokollet säger 1 juli';
    const same = { right: { validFrom: '2027-01-01', amount: '90000.00001' }, comment };
    expect(await refused('POST', path, { body: same })).toMatchObject({
      code: 'correction_changes_nothing',
    });
    const taken = { right: { ...right, validFrom: '2026-01-01' }, comment };
    expect(await refused('POST', path, { body: taken })).toMatchObject({
      code: 'borgenstak_day_taken',
    });
    expect(await refused('POST', path, { body: { right, comment: '' } })).toMatchObject({
      fields: [{ path: '/comment', code: 'text_empty' }],
    });
    const corrected = await call(test, correctBorgenstak, { params, body: { right, comment } });
    expect(corrected).toMatchObject({
      ...right,
      comment,
      replacesId: params.borgenstakId,
      beslut: { beslutId: wrong?.beslut.beslutId },
    });
    expect(await inForce()).toContainEqual(['2027-07-01', '90000']);
    expect(await inForce()).not.toContainEqual(['2027-01-01', '90000.00001']);
    expect(await refused('POST', path, { body: { right, comment } })).toMatchObject({
      code: 'borgenstak_already_corrected',
      conflict: { current: { borgenstakId: corrected.borgenstakId } },
    });
  });

  it('are taken back, and the day is free again', async () => {
    const { borgenstak } = await call(test, listBorgenstak, {});
    const mistake = borgenstak.find((one) => one.isInForce && one.validFrom === '2027-07-01');
    const params = { borgenstakId: mistake?.borgenstakId ?? '' };
    const body = { right: null, comment: 'Beslutet upphävdes' };
    const taken = await call(test, correctBorgenstak, { params, body });
    expect(taken).toMatchObject({ isWithdrawn: true, isInForce: false, amount: '90000' });
    expect(await inForce()).toEqual([
      ['2024-12-31', '80000'],
      ['2026-01-01', '85000'],
    ]);
    const path = `borgenstak/${taken.borgenstakId}/corrections`;
    expect(await refused('POST', path, { body })).toMatchObject({ code: 'borgenstak_withdrawn' });
    const anew = { validFrom: '2027-07-01', amount: '91000', beslutId: taken.beslut.beslutId };
    await call(test, registerBorgenstak, { body: anew });
    expect(await inForce()).toContainEqual(['2027-07-01', '91000']);
  });
});

const part = (memberId: string, weight: string) => ({ memberId, weight });

describe('keys', () => {
  const population = () => ({
    validFrom: '2024-01-01',
    type: 'population' as const,
    source: 'SCB 2023-12-31',
    parts: [part(ydre, '3712'), part(vimmerby, '10017'), part(boxholm, '5512')],
  });

  it('are entered, changed and removed, each by the version that was seen', async () => {
    const key = await call(test, createShareKey, { body: population() });
    expect(key).toMatchObject({ validFrom: '2024-01-01', type: 'population', version: 1 });
    expect(new Map(key.parts.map(({ memberId, weight }) => [memberId, weight]))).toEqual(
      new Map([
        [ydre, '3712'],
        [vimmerby, '10017'],
        [boxholm, '5512'],
      ]),
    );
    const params = { keyId: key.keyId };
    const parts = [part(ydre, '57.8'), part(vimmerby, '24.9'), part(boxholm, '17.3')];
    const body = { ...population(), type: 'percent' as const, parts };
    const changed = await call(test, updateShareKey, { params, body, version: 1 });
    expect(changed).toMatchObject({ type: 'percent', version: 2 });
    expect(changed.parts).toContainEqual(part(boxholm, '17.3'));
    const stale = { body, headers: { 'if-match': '"1"' } };
    expect(await refused('PUT', `share-keys/${key.keyId}`, stale)).toMatchObject({
      code: 'version_stale',
    });
    await call(test, deleteShareKey, { params, version: 2 });
    expect((await call(test, listShareKeys, {})).keys).toEqual([]);
    expect(await refused('PUT', `share-keys/${key.keyId}`, stale)).toMatchObject({
      code: 'share_key_not_found',
    });
  });

  it.each([
    ['share_key_percent_sum', { type: 'percent', weights: ['57.8', '24.9', '17.2999'] }],
    ['share_key_percent_sum', { type: 'percent', weights: ['57.8', '24.9', '17.3001'] }],
    ['share_key_empty', { type: 'population', weights: ['0', '0', '0'] }],
    ['share_key_empty', { type: 'population', weights: [] }],
  ])('are refused: %s for %j', async (code, { type, weights }) => {
    const ids = [ydre, vimmerby, boxholm];
    const parts = weights.map((weight, at) => part(ids[at] ?? '', weight));
    const body = { ...population(), type, parts };
    expect(await refused('POST', 'share-keys', { body })).toMatchObject({ code });
  });

  it('have whole inhabitants and percentages with at most four decimals', async () => {
    const wrong = { ...population(), parts: [part(ydre, '3712.5')] };
    expect(await refused('POST', 'share-keys', { body: wrong })).toMatchObject({
      fields: [{ path: '/parts/0/weight', code: 'population_invalid' }],
    });
    const percent = { ...population(), type: 'percent', parts: [part(ydre, '33.33333')] };
    expect(await refused('POST', 'share-keys', { body: percent })).toMatchObject({
      fields: [{ path: '/parts/0/weight', code: 'percent_invalid' }],
    });
  });

  it('have members that are there that day, each one once, and a day of their own', async () => {
    const late = await call(test, createMember, {
      as: 'administrator',
      body: { name: 'Kinda kommun', kommunkod: '0513', joinedOn: '2027-01-01' },
    });
    const early = { ...population(), parts: [part(late.memberId, '11000')] };
    expect(await refused('POST', 'share-keys', { body: early })).toMatchObject({
      code: 'share_key_member_outside',
    });
    const twice = { ...population(), parts: [part(ydre, '1'), part(ydre, '2')] };
    expect(await refused('POST', 'share-keys', { body: twice })).toMatchObject({
      code: 'share_key_member_twice',
    });
    const { keyId } = await call(test, createShareKey, { body: population() });
    expect(await refused('POST', 'share-keys', { body: population() })).toMatchObject({
      code: 'share_key_day_taken',
    });
    const other = {
      ...population(),
      validFrom: '2026-04-01',
      parts: [part(ydre, '3'), part(boxholm, '7')],
    };
    const second = await call(test, createShareKey, { body: other });
    const moved = { body: { ...other, validFrom: '2024-01-01' }, headers: { 'if-match': '"1"' } };
    expect(await refused('PUT', `share-keys/${second.keyId}`, moved)).toMatchObject({
      code: 'share_key_day_taken',
    });
    expect(keyId).not.toBe(second.keyId);
  });

  it('keep their members from being removed', async () => {
    const url = `members/${ydre}`;
    const rest = { as: 'administrator', headers: { 'if-match': '"1"' } } as const;
    expect(await refused('DELETE', url, rest)).toMatchObject({ code: 'member_has_share' });
    const { members } = await call(test, listShareKeys, {});
    const free = members.find(({ name }) => name === 'Kinda kommun');
    const params = { memberId: free?.memberId ?? '' };
    await call(test, deleteMember, { as: 'administrator', params, version: 1 });
  });
});

describe('a file of inhabitants', () => {
  const read = (text: string, encoding: BufferEncoding = 'utf8', fileName = 'folkmangd.csv') =>
    call(test, readPopulationFile, { query: { fileName }, file: Buffer.from(text, encoding) });

  it('gives the members theirs, by time, and says who is missing', async () => {
    const lines = [
      '"Folkmängd efter region och år"',
      '',
      '"region";"2023";"2024"',
      '"00 Riket";10551707;10587710',
      '"0512 Ydre";3700;3712',
      '"0560 Boxholm";"5 529";"5 512"',
    ];
    const before = await everythingStored(test);
    const { periods, ignored, ignoredCount, problems } = await read(lines.join('\r\n'));
    const populations = (at: number) =>
      periods[at]?.matched.map(({ memberId, by, population }) => [memberId, by, population]);
    expect(periods.map(({ period }) => period)).toEqual(['2023', '2024']);
    expect(populations(0)).toEqual([
      [boxholm, 'kommunkod', '5529'],
      [ydre, 'kommunkod', '3700'],
    ]);
    expect(populations(1)).toEqual([
      [boxholm, 'kommunkod', '5512'],
      [ydre, 'kommunkod', '3712'],
    ]);
    expect(periods[1]?.missing.toSorted()).toEqual([vimmerby, ...others].toSorted());
    expect([ignored, ignoredCount, problems]).toEqual([['00 Riket'], 1, []]);
    expect(await everythingStored(test)).toBe(before);
  });

  it.each([
    ['windows-1252 and semicolons', 'region;år;Folkmängd\n0560 Boxholm;2024;5512\n', 'latin1'],
    ['commas', '"region","år","Folkmängd"\n"0560 Boxholm","2024","5512"\n', 'utf8'],
    ['tabs', 'region\tår\tFolkmängd\n0560 Boxholm\t2024\t5512\n', 'utf8'],
  ] as const)('is read with %s', async (_, text, encoding) => {
    const { periods } = await read(text, encoding);
    expect(periods).toMatchObject([
      { period: '2024', matched: [{ memberId: boxholm, population: '5512' }] },
    ]);
  });

  it('tells of rows that are no number, and of those that were added', async () => {
    const { problems, notes } = await read(
      'region;kön;2024\n0512 Ydre;män;1900\n0512 Ydre;kvinnor;1812\n0560 Boxholm;män;5,5\n',
    );
    expect(problems).toMatchObject([
      { row: 4, sv: '0560 Boxholm: ”5,5” är inte ett helt antal invånare. Raden lämnas.' },
    ]);
    expect(notes.map(({ sv }) => sv)).toEqual([
      'Raderna för kön är summerade till en siffra per kommun.',
    ]);
  });

  it('is refused where it has no such table, or is none', async () => {
    const url = 'share-keys/read?fileName=a.csv';
    expect(await refused('POST', url, { body: Buffer.from('Konto;Belopp\n1;2\n') })).toMatchObject({
      code: 'population_file_unreadable',
    });
    expect(await refused('POST', url, { body: Buffer.from('%PDF-1.7') })).toMatchObject({
      code: 'table_unreadable',
      fields: [{ path: '/file', code: 'not_a_table' }],
    });
  });
});

describe('the shares of the members as a file', () => {
  it('have a row for each year and member, and sum to the year', async () => {
    const { scenarios } = await call(test, listScenarios, {});
    const scenario = scenarios.find(({ name }) => name === 'Om tillägg')?.scenarioId ?? '';
    const lines = (await call(test, exportMemberSharesCsv, { query: { scenario } })).split('\r\n');
    // 65 083 × 5 512 / 19 241 = 18 644,430954…; 80 000 × 5 512 / 19 241 = 22 917,727768…, and the
    // largest remainders get the öre that are left. From April 2026 the key is 3 and 7:
    // 73 347 × 0,7 = 51 342,9 and 85 000 × 0,7 = 59 500.
    expect(lines).toEqual([
      '\uFEFFTkr;Medlem;Låneskuld 31/12;Borgenstak 31/12;Kvar av borgensutrymme;Borgensavgift',
      '2025;Boxholms kommun;18644,43096;22917,72777;4273,29681;',
      '2025;Vimmerby kommun;33882,66779;41648,56296;7765,89517;',
      '2025;Ydre kommun;12555,90125;15433,70927;2877,80802;',
      '2025;Summa;65083;80000;14917;',
      '2026;Boxholms kommun;51342,9;59500;8157,1;',
      '2026;Ydre kommun;22004,1;25500;3495,9;',
      '2026;Summa;73347;85000;11653;',
      '',
    ]);
  });

  it('are refused for a scenario that is not there', async () => {
    const scenario = '01a20185-1491-7a3a-9704-4c3bf459812e';
    const url = `/api/organisations/${test.organisationId}/member-shares/csv?scenario=${scenario}`;
    expect((await send(test, { method: 'GET', url })).body).toMatchObject({
      code: 'scenario_not_found',
    });
  });
});

describe('the passport of a share', () => {
  it('says what it is a part of, by what, and who wrote the key', async () => {
    const { scenarios } = await call(test, listScenarios, {});
    const scenario = scenarios.find(({ name }) => name === 'Om tillägg')?.scenarioId ?? '';
    const passport = (figure: string) =>
      call(test, getFigurePassport, {
        query: { figure: `memberShare:${scenario}:${boxholm}:2025:${figure}` },
      });
    expect(await passport('borgenstak')).toMatchObject({
      title: { sv: 'Borgenstak 31/12 2025, Boxholms kommun, Om tillägg' },
      amount: '22917.72777',
      formula: {
        sv: 'Borgenstaket × 5\u00a0512 / 19\u00a0241, så att medlemmarnas delar blir hela beloppet på öret',
      },
      basis: [{ amount: '80000', figure: 'borgenstak:2025' }],
      facts: [{ text: { sv: 'Invånare, från 2024-01-01' } }],
      people: [{ by: 'Demoekonom', comment: 'SCB 2023-12-31' }],
    });
    expect(await passport('headroom')).toMatchObject({
      amount: '4273.29681',
      parts: [{ amount: '22917.72777' }, { amount: '-18644.43096' }],
    });
    const { basis } = await passport('debt');
    expect(basis).toMatchObject([{ amount: '65083', figure: `forecast:${scenario}:2025:debt` }]);
  });

  it('has no amount for a member that is in no key, and is none for a year outside', async () => {
    const { scenarios } = await call(test, listScenarios, {});
    const scenario = scenarios[0]?.scenarioId ?? '';
    const figure = `memberShare:${scenario}:${vimmerby}:2026:debt`;
    const passport = await call(test, getFigurePassport, { query: { figure } });
    expect(passport).toMatchObject({ amount: null, parts: [], formula: null });
    const url = `/api/organisations/${test.organisationId}/passport?figure=memberShare:${scenario}:${vimmerby}:2031:debt`;
    expect((await send(test, { method: 'GET', url })).body).toMatchObject({
      code: 'figure_not_found',
    });
  });
});
