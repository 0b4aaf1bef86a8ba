import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAnchors, listLog } from '#contract/audit.ts';
import { exportBorgensprognosCsv } from '#contract/borgensprognos.ts';
import { createInvestmentLine, updateInvestmentLine } from '#contract/investeringsbudget.ts';
import { freezeScenario, listScenarios } from '#contract/scenarios.ts';
import { call, startTestApp, type TestApp } from '../testing/app.ts';
import { parseAnchors } from './anchors.ts';
import { firstHash } from './queries.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
  // Several days pass here, more than a session lives.
  const [from, to] = [new Date('2026-11-01'), new Date('2027-01-01')];
  await test.owner.kysely
    .updateTable('session')
    .set({ created_at: from, idle_until: to, ends_at: to })
    .execute();
});
afterAll(() => test.close());

const at = (time: string): void => {
  test.time.now = new Date(time);
};
const log = (query = {}) => call(test, listLog, { as: 'revisor', query });

describe('the log as a revisor reads it', () => {
  it('has the newest row first, with what was before and after, and who by identifier', async () => {
    at('2026-11-20T10:00:00Z');
    const line = await call(test, createInvestmentLine, { body: { name: 'Skrivare' } });
    await call(test, updateInvestmentLine, {
      params: { lineId: line.lineId },
      body: { name: 'Kopiatorer' },
      version: 1,
    });
    const { rows, people, actions } = await log({ entityId: line.lineId });
    expect(rows.map(({ action }) => action)).toEqual([
      'updateInvestmentLine',
      'createInvestmentLine',
    ]);
    expect(rows[0]).toMatchObject({
      actorId: test.personId,
      role: 'ekonom',
      tokenId: null,
      before: { name: 'Skrivare' },
      after: { name: 'Kopiatorer' },
      previousHash: rows[1]?.hash,
    });
    expect(people).toEqual([{ personId: test.personId, name: 'Demoekonom' }]);
    expect(actions).toContain('createInvestmentLine');
    expect((await log({ before: '2' })).rows.at(-1)?.previousHash).toBe(firstHash);
  });

  it('can be asked by person, kind and day, where a day is the Swedish one', async () => {
    // 23:30 on 20 November in Sweden, and half an hour into the 21st.
    at('2026-11-20T22:30:00Z');
    await call(test, createInvestmentLine, { body: { name: 'Sent' } });
    at('2026-11-20T23:30:00Z');
    await call(test, createInvestmentLine, { body: { name: 'Tidigt' } });
    const names = async (query: object) =>
      (await log({ action: 'createInvestmentLine', ...query })).rows.map(
        ({ after }) => (after as { name: string }).name,
      );
    expect(await names({ from: '2026-11-21' })).toEqual(['Tidigt']);
    expect(await names({ to: '2026-11-20' })).toEqual(['Sent', 'Skrivare']);
    expect(await names({ from: '2026-11-21', to: '2026-11-21' })).toEqual(['Tidigt']);
    expect(await names({ actorId: test.personId })).toHaveLength(3);
    expect(await names({ actorId: test.organisationId })).toEqual([]);
  });

  it('comes a hundred rows at a time', async () => {
    for (let number = 0; number < 110; number += 1) {
      await call(test, createInvestmentLine, { body: { name: `Rad ${number}` } });
    }
    const first = await log();
    expect(first.rows).toHaveLength(100);
    const second = await log({ before: first.next ?? '' });
    const all = [...first.rows, ...second.rows].map(({ seq }) => BigInt(seq));
    expect(second.next).toBeNull();
    expect(all).toEqual(all.toSorted((one, two) => (one > two ? -1 : 1)));
    expect(all.at(-1)).toBe(1n);
    expect(all).toHaveLength(Number(all[0]));
  });

  it('has a row for every file that figures left in', async () => {
    await call(test, exportBorgensprognosCsv, { as: 'direktion' });
    const { rows } = await log({ action: 'exportBorgensprognosCsv' });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ role: 'direktion', entityId: test.organisationId });
  });

  it('names nobody in what was before and after: names are looked up, and can be forgotten', async () => {
    const { scenarios } = await call(test, listScenarios, {});
    const draft = scenarios.find(({ status }) => status === 'utkast');
    await call(test, freezeScenario, {
      params: { scenarioId: draft?.scenarioId ?? '' },
      version: draft?.revision ?? 0,
    });
    const rows = await test.owner.kysely.selectFrom('audit_log').selectAll().execute();
    for (const { before, after } of rows) expect(`${before} ${after}`).not.toContain('Demo');
  });
});

describe('the anchors', () => {
  it('are the last row of each Swedish day, as a line that the check reads', async () => {
    const { anchors } = await call(test, listAnchors, { as: 'revisor' });
    expect(anchors.map(({ day }) => day)).toEqual(['2026-11-21', '2026-11-20']);
    const { rows } = await log({ to: '2026-11-20' });
    expect([anchors[1]?.seq, anchors[1]?.hash]).toEqual([rows[0]?.seq, rows[0]?.hash]);
    const { text, ...anchor } = anchors[0] ?? { text: '' };
    expect(parseAnchors(text)).toEqual([{ ...anchor, organisationId: test.organisationId }]);
  });
});
