import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addArendeDocument,
  addArendeEntry,
  changeArendeEntry,
  createArende,
  deleteArende,
  exportArendeCsv,
  getArende,
  moveArende,
  removeArendeDocument,
  removeArendeEntry,
  setArendeText,
  updateArende,
} from '#contract/arende.ts';
import type { ArendeAnswer } from '#contract/arende-answer.ts';
import { getInvesteringsbudget } from '#contract/investeringsbudget.ts';
import { call, everythingStored, send, startTestApp, type TestApp } from '../testing/app.ts';
import {
  type Paragraph14,
  prepareParagraph14,
  proposeParagraph14,
} from '../testing/paragraph-14.ts';

let app: TestApp;
let ground: Paragraph14;
let arende: ArendeAnswer;
beforeAll(async () => {
  app = await startTestApp();
  ground = await prepareParagraph14(app, 'Förbundet');
});
beforeEach(async () => {
  arende = await proposeParagraph14(ground);
});
afterAll(() => app.close());

const missing = '01a20185-1491-7a3a-9704-4c3bf459812e';
const root = (): string =>
  `/api/organisations/${ground.test.organisationId}/arenden/${arende.arendeId}`;

/** Sends something wrong to the ärende, which must change nothing, and gives the code of the no. */
async function refusalOf(
  method: 'POST' | 'PATCH' | 'PUT' | 'DELETE',
  path: string,
  { body, version }: { readonly body?: unknown; readonly version?: number },
): Promise<string | undefined> {
  const before = await everythingStored(app);
  const headers = version === undefined ? {} : { 'if-match': `"${version}"` };
  const wrong = { method, url: `${root()}${path}`, headers };
  const answer = await send(ground.test, body === undefined ? wrong : { ...wrong, body });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(await everythingStored(app)).toBe(before);
  return (answer.body as { readonly code?: string }).code;
}

const tillagg = () => ({
  kind: 'tillaggsaskande',
  lineId: ground.lines.Nät,
  year: 2025,
  amount: '10',
});

describe('an entry', () => {
  it.each<[string, object]>([
    ['arende_over_unused', { kind: 'aterbudgetering', fromYear: 2024, amount: '1796.00001' }],
    ['arende_outcome_missing', { kind: 'aterbudgetering', fromYear: 2023 }],
    ['aterbudgetering_not_from_earlier_year', { kind: 'aterbudgetering', fromYear: 2025 }],
    ['aterbudgetering_not_positive', { kind: 'aterbudgetering', fromYear: 2024, amount: '-1' }],
    ['aterbudgetering_needs_from_year', { kind: 'aterbudgetering' }],
    ['budgetpost_amount_zero', { amount: '0' }],
    ['entry_needs_line', { lineId: null }],
    ['entry_needs_name', { kind: 'newLine', lineId: null }],
    ['entry_needs_budgetpost', { kind: 'correction' }],
    ['entry_field_not_used', { newLineName: 'Brandvägg' }],
    ['budgetpost_not_found', { kind: 'correction', correctsId: missing }],
    ['line_not_found', { lineId: missing }],
    ['line_not_found', { kind: 'omdisponering', fromLineId: missing }],
    ['line_name_taken', { kind: 'newLine', lineId: null, newLineName: 'NÄT' }],
    ['input_invalid', { year: 20255 }],
    ['input_invalid', { amount: '1.234' }],
    ['input_invalid', { decidedAmount: '1' }],
  ])('%s', async (code, change) => {
    // Klienter have 5 196 − 3 400 = 1 796 left.
    const body = { ...tillagg(), lineId: ground.lines.Klienter, ...change };
    expect(await refusalOf('POST', '/entries', { body })).toBe(code);
  });

  it('of all that is left stands, to the öre', async () => {
    const { arendeId } = arende;
    const body = {
      kind: 'aterbudgetering',
      lineId: ground.lines.Klienter,
      year: 2025,
      fromYear: 2024,
      amount: '1796',
    } as const;
    const added = await call(ground.test, addArendeEntry, { params: { arendeId }, body });
    expect([added.total, added.entries.length, added.version]).toEqual([
      '6806',
      4,
      arende.version + 1,
    ]);
  });

  it('corrects a budgetpost where that stands, and shows what it becomes', async () => {
    const { test } = ground;
    const { arendeId } = arende;
    const { budgetposts } = await call(test, getInvesteringsbudget, { params: { year: '2025' } });
    const nat = budgetposts.find(({ lineId }) => lineId === ground.lines.Nät);
    const body = {
      kind: 'correction',
      year: 2026,
      correctsId: nat?.budgetpostId ?? '',
      amount: '11800',
    } as const;
    const { entries, total } = await call(test, addArendeEntry, { params: { arendeId }, body });
    expect(entries[3]).toMatchObject({
      year: 2025,
      lineName: 'Nät',
      amount: '11800',
      adds: '-24',
      corrects: { amount: '11824' },
    });
    expect(total).toBe('4986');
  });

  it('is changed only by who saw the ärende as it is', async () => {
    const entryId = arende.entries[2]?.entryId ?? '';
    const stale = { body: { amount: '600' }, version: arende.version - 1 };
    expect(await refusalOf('PATCH', `/entries/${entryId}`, stale)).toBe('version_stale');
    const changed = await call(ground.test, changeArendeEntry, {
      params: { arendeId: arende.arendeId, entryId },
      body: { amount: '611', position: 0 },
      version: arende.version,
    });
    expect(changed.entries.map(({ amount }) => amount)).toEqual(['611', '3400', '990']);
    expect(changed.entries.map(({ position }) => position)).toEqual([0, 1, 2]);
    expect(changed.entries[0]?.figures.overNeed).toBe('-10');
  });

  it('cannot be changed to more than is left, nor where it is not', async () => {
    const { version } = arende;
    const path = `/entries/${arende.entries[1]?.entryId ?? ''}`;
    const over = { body: { amount: '991' }, version };
    expect(await refusalOf('PATCH', path, over)).toBe('arende_over_unused');
    const elsewhere = { body: { amount: '1' }, version };
    expect(await refusalOf('PATCH', `/entries/${missing}`, elsewhere)).toBe(
      'arende_entry_not_found',
    );
    expect(await refusalOf('DELETE', `/entries/${missing}`, { version })).toBe(
      'arende_entry_not_found',
    );
  });

  it('goes away when it is removed', async () => {
    const entryId = arende.entries[0]?.entryId ?? '';
    const params = { arendeId: arende.arendeId, entryId };
    const left = await call(ground.test, removeArendeEntry, { params, version: arende.version });
    expect([left.entryCount, left.total]).toEqual([2, '1610']);
  });

  it('in preparation has its reason, or is not there', async () => {
    const { test } = ground;
    const params = { arendeId: arende.arendeId };
    const body = { to: 'beredning' } as const;
    const { version } = await call(test, moveArende, { params, body, version: arende.version });
    const klienter = `/entries/${arende.entries[0]?.entryId ?? ''}`;
    const without = { body: { reason: '' }, version };
    expect(await refusalOf('PATCH', klienter, without)).toBe('arende_reason_missing');
    const mobil = { ...tillagg(), lineId: ground.lines.Mobiltelefoner, amount: '2' };
    expect(await refusalOf('POST', '/entries', { body: mobil })).toBe('arende_reason_missing');
  });
});

describe('the way to preparation', () => {
  it('is closed for an ärende without entries, and without the reasons that are asked for', async () => {
    const { test } = ground;
    const empty = await call(test, createArende, { body: { title: 'Tomt', year: 2025 } });
    const params = { arendeId: empty.arendeId };
    const body = { to: 'beredning' } as const;
    await expect(call(test, moveArende, { params, body, version: 1 })).rejects.toThrow(
      'arende_has_no_entries',
    );
    const entryId = arende.entries[0]?.entryId ?? '';
    const { version } = await call(test, changeArendeEntry, {
      params: { arendeId: arende.arendeId, entryId },
      body: { reason: null },
      version: arende.version,
    });
    expect(await refusalOf('POST', '/move', { body, version })).toBe('arende_reason_missing');
  });

  it('goes back again', async () => {
    const { test } = ground;
    const params = { arendeId: arende.arendeId };
    const there = { params, body: { to: 'beredning' } as const, version: arende.version };
    const { version } = await call(test, moveArende, there);
    const again = { body: { to: 'beredning' }, version };
    expect(await refusalOf('POST', '/move', again)).toBe('arende_not_utkast');
    expect(await refusalOf('DELETE', '', { version })).toBe('arende_not_utkast');
    const back = { params, body: { to: 'utkast' } as const, version };
    expect((await call(test, moveArende, back)).status).toBe('utkast');
  });
});

describe('what belongs to an ärende', () => {
  it('is changed and deleted whole, and every change raises its version', async () => {
    const { test } = ground;
    const params = { arendeId: arende.arendeId };
    const { version } = await call(test, updateArende, {
      params,
      body: { title: 'Annan rubrik', dnr: null, baseScenarioId: null },
      version: arende.version,
    });
    const read = await call(test, getArende, { params });
    expect([read.title, read.dnr, read.forecast, read.version]).toEqual([
      'Annan rubrik',
      null,
      null,
      arende.version + 1,
    ]);
    const unknown = { body: { baseScenarioId: missing }, version };
    expect(await refusalOf('PATCH', '', unknown)).toBe('scenario_not_found');
    await call(test, deleteArende, { params, version });
    expect(await refusalOf('DELETE', '', { version })).toBe('arende_not_found');
  });

  it('has texts that are written block by block, and given back', async () => {
    const { test } = ground;
    const params = { arendeId: arende.arendeId, block: 'arendet' };
    const body = { body: 'Första raden.\r\nAndra raden.  \n' };
    const written = await call(test, setArendeText, { params, body, version: 0 });
    const text = written.texts.find(({ block }) => block === 'arendet');
    expect(text).toMatchObject({ body: 'Första raden.\nAndra raden.', isSuggested: false });
    expect(text?.suggested).toContain('Beräknat inköpsvärde');
    const other = { body: { body: 'Annat' }, version: 0 };
    expect(await refusalOf('PUT', '/texts/arendet', other)).toBe('version_stale');
    // Another block is nobody's business here.
    await call(test, setArendeText, {
      params: { ...params, block: 'beslutsexpediering' },
      body: { body: '' },
      version: 0,
    });
    const version = text?.version ?? 0;
    const back = await call(test, setArendeText, { params, body: { body: null }, version });
    const suggested = back.texts.find(({ block }) => block === 'arendet');
    expect([suggested?.isSuggested, suggested?.version]).toEqual([true, 0]);
    const again = await call(test, setArendeText, { params, body, version: 0 });
    expect(again.texts.find(({ block }) => block === 'arendet')?.version).not.toBe(version);
    expect(again.texts.find(({ block }) => block === 'beslutsexpediering')?.body).toBe('');
  });

  it('has documents by name, day and SHA-256', async () => {
    const { test } = ground;
    const params = { arendeId: arende.arendeId };
    const body = { name: 'Årsredovisning 2024', dated: '2025-03-20', sha256: 'ab'.repeat(32) };
    const { documents, texts } = await call(test, addArendeDocument, { params, body });
    expect(documents).toMatchObject([body]);
    expect(texts.find(({ block }) => block === 'beslutsunderlag')?.body).toBe(
      'Årsredovisning 2024 daterad 2025-03-20',
    );
    const wrong = { body: { ...body, sha256: 'AB' } };
    expect(await refusalOf('POST', '/documents', wrong)).toBe('input_invalid');
    expect(await refusalOf('DELETE', `/documents/${missing}`, {})).toBe(
      'arende_document_not_found',
    );
    const documentId = documents[0]?.documentId ?? '';
    const left = await call(test, removeArendeDocument, { params: { ...params, documentId } });
    expect(left.documents).toEqual([]);
  });

  it('is exported entry by entry', async () => {
    const params = { arendeId: arende.arendeId };
    const lines = (await call(ground.test, exportArendeCsv, { params })).split('\r\n');
    expect(lines.slice(0, 2)).toEqual([
      '\uFEFFRad;Slag;Från år;Från rad;År;Föreslaget;Gällande;Skäl',
      'Klienter;återbudgetering;2024;;2025;3400;3400;Beloppet är avrundat uppåt.',
    ]);
    expect(lines).toHaveLength(1 + 3 + 1);
  });
});
