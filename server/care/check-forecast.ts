import { createHash } from 'node:crypto';
import type { Selectable, Transaction } from 'kysely';
import { canonicalJson } from '#contract/canonical-json.ts';
import { prognosFile } from '#contract/prognos-file.ts';
import { refusalOfAssumption } from '#domain/forecast/assumption-rules.ts';
import { assumptionKinds } from '#domain/forecast/assumption-terms.ts';
import { type Percent, parseSignedPercent } from '#domain/percent.ts';
import { tkr } from '#domain/tkr.ts';
import type { Tables } from '../db/schema.ts';
import { type Finding, namedRows } from './finding.ts';

type Trx = Transaction<Tables>;

/** What does not hold of assumptions, of what scenarios inherit, and of what frozen ones keep. */
export async function checkForecast(trx: Trx): Promise<Finding[]> {
  const checks = [checkAssumptions, checkParents, checkKept];
  const findings: Finding[] = [];
  for (const check of checks) findings.push(...(await check(trx)).slice(0, namedRows));
  return findings;
}

function finding(message: string, where: string): Finding {
  return { check: 'forecast', message: `${message}: ${where}.`, where };
}

async function checkAssumptions(trx: Trx): Promise<Finding[]> {
  const rows = await trx
    .selectFrom('assumption')
    .selectAll()
    .orderBy('organisation_id')
    .orderBy('assumption_id')
    .execute();
  return rows
    .filter((row) => !canBe(row))
    .map(({ organisation_id, assumption_id }) =>
      finding(
        'Ett antagande har ett slag, en dag eller ett värde som det inte kan ha',
        `assumption, organisation ${organisation_id}, ${assumption_id}`,
      ),
    );
}

function canBe(row: Selectable<Tables['assumption']>): boolean {
  const { kind, months, amount } = row;
  if (!assumptionKinds.includes(kind)) return false;
  const percents = [row.percent, row.low_percent, row.high_percent];
  const [percent = null, low = null, high = null] = percents.map(read);
  // A percentage that cannot be read is there all the same.
  if ([percent, low, high].some((one, at) => (one === null) !== (percents[at] === null))) {
    return false;
  }
  const value = {
    percent,
    low,
    high,
    amount: amount === null ? null : tkr(amount),
    months,
    lastMonth: row.last_month,
  };
  if (Object.values(value).every((one) => one === null)) return true;
  const place = { kind, lineId: row.line_id, from: row.valid_from };
  return refusalOfAssumption({ ...place, ...value }, row.scenario_id !== null) === null;
}

function read(stored: string | null): Percent | null {
  return stored === null ? null : parseSignedPercent(stored);
}

async function checkParents(trx: Trx): Promise<Finding[]> {
  const rows = await trx
    .selectFrom('scenario')
    .select(['organisation_id', 'scenario_id', 'parent_id'])
    .orderBy('organisation_id')
    .orderBy('scenario_id')
    .execute();
  const parents = new Map(rows.map(({ scenario_id, parent_id }) => [scenario_id, parent_id]));
  return rows
    .filter(({ scenario_id }) => inheritsFromItself(parents, scenario_id))
    .map(({ organisation_id, scenario_id }) =>
      finding(
        'Ett scenario ärver antaganden från sig självt',
        `scenario, organisation ${organisation_id}, ${scenario_id}`,
      ),
    );
}

function inheritsFromItself(
  parents: ReadonlyMap<string, string | null>,
  scenarioId: string,
): boolean {
  const passed = new Set<string>();
  let at = parents.get(scenarioId) ?? null;
  while (at !== null && !passed.has(at)) {
    if (at === scenarioId) return true;
    passed.add(at);
    at = parents.get(at) ?? null;
  }
  return false;
}

// One at a time: what a scenario keeps can be a megabyte.
async function checkKept(trx: Trx): Promise<Finding[]> {
  const kept = await trx
    .selectFrom('scenario_basis')
    .select(['organisation_id', 'scenario_id'])
    .orderBy('organisation_id')
    .orderBy('scenario_id')
    .execute();
  const findings: Finding[] = [];
  for (const { organisation_id, scenario_id } of kept) {
    const { document } = await trx
      .selectFrom('scenario_basis')
      .select('document')
      .where('organisation_id', '=', organisation_id)
      .where('scenario_id', '=', scenario_id)
      .executeTakeFirstOrThrow();
    const logged = await loggedHash(trx, organisation_id, scenario_id);
    const hash = createHash('sha256').update(document).digest('hex');
    if (isWhole(document) && (logged === null || logged === hash)) continue;
    const where = `scenario_basis, organisation ${organisation_id}, ${scenario_id}`;
    findings.push(finding('Det som ett fastställt scenario räknas ur är inte vad det var', where));
  }
  return findings;
}

function isWhole(document: string): boolean {
  try {
    const json: unknown = JSON.parse(document);
    const parsed = prognosFile.safeParse(json);
    return parsed.success && canonicalJson(json) === document;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

// The log says what it was when the scenario was frozen.
async function loggedHash(
  trx: Trx,
  organisation: string,
  scenario: string,
): Promise<string | null> {
  const row = await trx
    .selectFrom('audit_log')
    .select('after')
    .where('organisation_id', '=', organisation)
    .where('action', '=', 'freezeScenario')
    .where('entity_id', '=', scenario)
    .executeTakeFirst();
  const after: unknown = row === undefined || row.after === null ? null : JSON.parse(row.after);
  const basis =
    typeof after === 'object' && after !== null && 'basis' in after ? after.basis : null;
  return typeof basis === 'string' ? basis : null;
}
