import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addArendeEntry,
  deleteArende,
  getArende,
  listArenden,
  moveArende,
  setArendeText,
  updateArende,
} from '#contract/arende.ts';
import type { ArendeAnswer } from '#contract/arende-answer.ts';
import { getInvesteringsbudget } from '#contract/investeringsbudget.ts';
import type { Role } from '#domain/rights.ts';
import { call, everythingStored, send, startTestApp, type TestApp } from '../testing/app.ts';
import {
  type Paragraph14,
  paragraph14Decision,
  prepareParagraph14,
  proposeParagraph14,
} from '../testing/paragraph-14.ts';

let app: TestApp;
let ground: Paragraph14;
let count = 0;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  ground = await prepareParagraph14(app, `Förbund ${(count += 1)}`);
});
afterAll(() => app.close());

async function prepared(): Promise<ArendeAnswer> {
  const { arendeId, version } = await proposeParagraph14(ground);
  const body = { to: 'beredning' } as const;
  return call(ground.test, moveArende, { params: { arendeId }, body, version });
}

const decisionUrl = ({ arendeId }: ArendeAnswer): string =>
  `/api/organisations/${ground.test.organisationId}/arenden/${arendeId}/beslut`;

/** Sends a decision in any state of correctness, and gives its status and code. */
async function decideAs(
  role: Role,
  arende: ArendeAnswer,
  change: object = {},
): Promise<[number, string | undefined]> {
  const answer = await send(ground.test, {
    method: 'POST',
    url: decisionUrl(arende),
    body: { ...paragraph14Decision, ...change },
    headers: { 'if-match': `"${arende.version}"` },
    as: role,
  });
  return [answer.status, (answer.body as { readonly code?: string }).code];
}

async function total(year = 2025): Promise<string> {
  const params = { year: `${year}` };
  return (await call(ground.test, getInvesteringsbudget, { params })).summary.total;
}

async function lastLogged(): Promise<{ readonly action: string; readonly after: unknown }> {
  const { action, after } = await ground.test.owner.kysely
    .selectFrom('audit_log')
    .select(['action', 'after'])
    .where('organisation_id', '=', ground.test.organisationId)
    .orderBy(sql`seq::bigint`, 'desc')
    .executeTakeFirstOrThrow();
  return { action, after: JSON.parse(after ?? 'null') };
}

describe('a bifall', () => {
  it('by the direktion is logged as decided, with all that was decided', async () => {
    expect((await decideAs('direktion', await prepared()))[0]).toBe(200);
    const { action, after } = await lastLogged();
    expect(action).toBe('decideArende');
    expect(after).toMatchObject({
      outcome: 'bifall',
      how: 'decided',
      paragraph: '§ 14',
      date: '2025-03-27',
      dnr: '2025/17',
    });
  });

  it('registered by the ekonom needs the protocol, and is logged as registered', async () => {
    const arende = await prepared();
    expect(await decideAs('ekonom', arende)).toEqual([422, 'arende_protocol_missing']);
    const protocol = 'Direktionens protokoll 2025-03-27';
    expect((await decideAs('ekonom', arende, { protocol }))[0]).toBe(200);
    const { action, after } = await lastLogged();
    expect([action, after]).toMatchObject([
      'registerArendeBeslut',
      { how: 'registered', protocol },
    ]);
  });

  it('takes 4 390 out of 2024 and leaves the rest of the organisation as it was', async () => {
    expect([await total(2024), await total()]).toEqual(['11000', '21545']);
    await decideAs('direktion', await prepared());
    expect([await total(2024), await total()]).toEqual(['6610', '26555']);
  });

  it('writes what an ändringsyrkande made of the amounts, and nothing for what was struck', async () => {
    const arende = await prepared();
    const [klienter, , more] = arende.entries.map(({ entryId }) => entryId);
    const decidedAmounts = [
      { entryId: klienter, amount: '3368' },
      { entryId: more, amount: '0' },
    ];
    expect((await decideAs('direktion', arende, { decidedAmounts }))[0]).toBe(200);
    expect(await total()).toBe('25903');
    const { arendeId } = arende;
    const decided = await call(ground.test, getArende, { params: { arendeId } });
    expect(decided.total).toBe('4358');
    expect(
      decided.entries.map(({ amount, decidedAmount, budgetpostIds }) => [
        amount,
        decidedAmount,
        budgetpostIds.length,
      ]),
    ).toEqual([
      ['3400', '3368', 2],
      ['990', null, 2],
      ['620', '0', 0],
    ]);
  });

  it('cannot be of more than is unused, nor of an entry that is not there', async () => {
    const arende = await prepared();
    const [klienter] = arende.entries.map(({ entryId }) => entryId);
    const over = [{ entryId: klienter, amount: '5196.1' }];
    const refusal = [422, 'arende_over_unused'];
    expect(await decideAs('direktion', arende, { decidedAmounts: over })).toEqual(refusal);
    const unknown = [{ entryId: arende.arendeId, amount: '1' }];
    expect(await decideAs('direktion', arende, { decidedAmounts: unknown })).toEqual([
      404,
      'arende_entry_not_found',
    ]);
    expect(await total()).toBe('21545');
  });

  it('begins a new line', async () => {
    const { test } = ground;
    const draft = await proposeParagraph14(ground);
    const { arendeId } = draft;
    const body = { kind: 'newLine', newLineName: 'Brandvägg', year: 2025, amount: '45' } as const;
    const added = await call(test, addArendeEntry, { params: { arendeId }, body });
    expect(added.entries[3]).toMatchObject({ lineId: null, lineName: 'Brandvägg', adds: '45' });
    const sent = await call(test, moveArende, {
      params: { arendeId },
      body: { to: 'beredning' },
      version: added.version,
    });
    await decideAs('direktion', sent);
    const { lines, summary } = await call(test, getInvesteringsbudget, {
      params: { year: '2025' },
    });
    expect(lines.at(-1)?.name).toBe('Brandvägg');
    expect([summary.total, summary.rows.at(-1)?.tillaggsaskande]).toEqual(['26600', '45']);
  });
});

describe('an avslag', () => {
  it('writes no entry, ends the ärende, and adds nothing', async () => {
    const arende = await prepared();
    expect((await decideAs('direktion', arende, { outcome: 'avslag' }))[0]).toBe(200);
    expect(await total()).toBe('21545');
    const [listed] = (await call(ground.test, listArenden, {})).arenden;
    expect([listed?.status, listed?.outcome, listed?.total]).toEqual(['beslutad', 'avslag', '0']);
    const { arendeId } = arende;
    const read = await call(ground.test, getArende, { params: { arendeId } });
    expect(read.total).toBe('0');
  });

  it('has no changed amounts', async () => {
    const arende = await prepared();
    const decidedAmounts = [{ entryId: arende.entries[0]?.entryId, amount: '1' }];
    for (const outcome of ['avslag', 'aterremiss']) {
      expect(await decideAs('direktion', arende, { outcome, decidedAmounts })).toEqual([
        422,
        'arende_decided_amounts_not_used',
      ]);
    }
  });
});

describe('an återremiss', () => {
  it('is kept as a decision, and the preparation goes on to the next one', async () => {
    const { test } = ground;
    const arende = await prepared();
    const back = { outcome: 'aterremiss', paragraph: '§ 9' };
    expect((await decideAs('direktion', arende, back))[0]).toBe(200);
    const { arendeId } = arende;
    const again = await call(test, getArende, { params: { arendeId } });
    expect([again.status, again.outcome, again.version]).toEqual([
      'beredning',
      null,
      arende.version + 1,
    ]);
    expect((await decideAs('direktion', again))[0]).toBe(200);
    const { decisions } = await call(test, getArende, { params: { arendeId } });
    expect(decisions.map(({ step, outcome, beslut }) => [step, outcome, beslut.paragraph])).toEqual(
      [
        [1, 'aterremiss', '§ 9'],
        [2, 'bifall', '§ 14'],
      ],
    );
  });

  it('keeps the ärende from being deleted, also as a draft again', async () => {
    const { test } = ground;
    const arende = await prepared();
    await decideAs('direktion', arende, { outcome: 'aterremiss' });
    const { arendeId } = arende;
    const params = { arendeId };
    const body = { to: 'utkast' } as const;
    const { version } = await call(test, moveArende, {
      params,
      body,
      version: arende.version + 1,
    });
    await expect(call(test, deleteArende, { params, version })).rejects.toThrow(
      'arende_has_beslut',
    );
  });
});

describe('what is decided', () => {
  it('is what was seen: not an ärende that changed in the meantime', async () => {
    const { test } = ground;
    const seen = await prepared();
    const { arendeId } = seen;
    const params = { arendeId };
    await call(test, setArendeText, {
      params: { arendeId, block: 'beslut' },
      body: { body: 'Att' },
      version: 0,
    });
    expect(await decideAs('direktion', seen)).toEqual([412, 'version_stale']);
    await call(test, updateArende, {
      params,
      body: { dnr: '2025/18' },
      version: seen.version + 1,
    });
    expect(await decideAs('direktion', seen)).toEqual([412, 'version_stale']);
    expect(await total()).toBe('21545');
  });

  it('is decided once when two decide at once', async () => {
    const arende = await prepared();
    const both = await Promise.all([
      decideAs('direktion', arende),
      decideAs('ekonom', arende, { protocol: 'Protokoll', outcome: 'avslag' }),
    ]);
    const statuses = both.map(([status]) => status).toSorted((left, right) => left - right);
    expect(statuses).toEqual([200, 409]);
    expect(both.map(([, code]) => code)).toContain('arende_decided');
    const { decisions } = await call(ground.test, getArende, {
      params: { arendeId: arende.arendeId },
    });
    expect(decisions).toHaveLength(1);
  });

  it('is only what is in preparation, and only by those who may', async () => {
    const draft = await proposeParagraph14(ground);
    expect(await decideAs('direktion', draft)).toEqual([404, 'arende_not_found']);
    expect(await decideAs('ekonom', draft, { protocol: 'P' })).toEqual([
      409,
      'arende_not_in_beredning',
    ]);
    expect(await decideAs('revisor', draft)).toEqual([403, 'right_missing']);
  });

  it('is all or nothing: a late fault leaves everything as it was', async () => {
    const { kysely } = app.owner;
    const arende = await prepared();
    await sql`
      CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'late fault'; END $$`.execute(kysely);
    await sql`
      CREATE TRIGGER late BEFORE UPDATE ON arende FOR EACH ROW
      WHEN (NEW.status = 'beslutad') EXECUTE FUNCTION fail()`.execute(kysely);
    const before = await everythingStored(app);
    expect((await decideAs('direktion', arende))[0]).toBe(500);
    expect(await everythingStored(app)).toBe(before);
    await sql`DROP TRIGGER late ON arende`.execute(kysely);
    await sql`DROP FUNCTION fail`.execute(kysely);
    expect((await decideAs('direktion', arende))[0]).toBe(200);
  });

  it('never changes again, not by the rules and not by SQL', async () => {
    const { test } = ground;
    const arende = await prepared();
    await decideAs('direktion', arende);
    const { arendeId } = arende;
    const params = { arendeId };
    const version = arende.version + 1;
    const tried = [
      () => call(test, updateArende, { params, body: { title: 'Annat' }, version }),
      () => call(test, moveArende, { params, body: { to: 'utkast' }, version }),
      () => call(test, deleteArende, { params, version }),
      () =>
        call(test, setArendeText, {
          params: { arendeId, block: 'beslut' },
          body: { body: null },
          version,
        }),
    ];
    for (const one of tried) await expect(one()).rejects.toThrow('arende_decided');
    expect(await decideAs('direktion', { ...arende, version })).toEqual([409, 'arende_decided']);
    const statements = [
      sql`UPDATE arende SET title = 'Annat' WHERE arende_id = ${arendeId}`,
      sql`DELETE FROM arende WHERE arende_id = ${arendeId}`,
      sql`UPDATE arende_entry SET amount = 1 WHERE arende_id = ${arendeId}`,
      sql`DELETE FROM arende_entry WHERE arende_id = ${arendeId}`,
      sql`UPDATE arende_text SET body = '' WHERE arende_id = ${arendeId}`,
      sql`DELETE FROM arende_text WHERE arende_id = ${arendeId}`,
      sql`UPDATE arende_beslut SET outcome = 'avslag' WHERE arende_id = ${arendeId}`,
      sql`DELETE FROM arende_beslut WHERE arende_id = ${arendeId}`,
      sql`DELETE FROM arende_budgetpost`,
    ];
    for (const statement of statements) {
      await expect(statement.execute(app.owner.kysely)).rejects.toThrow(/decided|append-only/u);
    }
  });
});

describe('a draft', () => {
  it('is not there for the direktion until it is in preparation', async () => {
    const { test } = ground;
    const { arendeId, version } = await proposeParagraph14(ground);
    const params = { arendeId };
    expect((await call(test, listArenden, { as: 'direktion' })).arenden).toEqual([]);
    await expect(call(test, getArende, { params, as: 'direktion' })).rejects.toThrow(
      'arende_not_found',
    );
    expect((await call(test, getArende, { params, as: 'revisor' })).status).toBe('utkast');
    await call(test, moveArende, { params, body: { to: 'beredning' }, version });
    expect((await call(test, listArenden, { as: 'direktion' })).arenden).toHaveLength(1);
    expect((await call(test, getArende, { params, as: 'direktion' })).entries).toHaveLength(3);
  });
});
