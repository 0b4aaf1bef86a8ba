import type { LogRow } from '#contract/audit.ts';
import { isRole } from '#domain/rights.ts';
import { factsOf } from './diff.ts';
import { assumptionKindText, figureText, kindText, type Saying } from './shown-value.ts';

/** What people call the things that the rows themselves name, by identifier. */
export function namesIn(rows: readonly LogRow[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { entityId, before, after } of rows) {
    const { name, title, fileName } = { ...factsOf(before), ...factsOf(after) };
    const said = name ?? title ?? fileName;
    // The newest name comes first, and it is the one that people know.
    if (typeof said === 'string' && !names.has(entityId)) names.set(entityId, said);
  }
  return names;
}

/** What a row is about, in words. */
export function concernOf(row: LogRow, saying: Saying): string {
  const { language, texts, names } = saying;
  const words = texts.administration.log;
  const facts = { ...factsOf(row.before), ...factsOf(row.after) };
  const { name, title, year, kind, lineId, scenarioId, role, scope, address } = facts;
  const nameOf = (id: unknown): string => (typeof id === 'string' ? (names.get(id) ?? '') : '');
  switch (row.action) {
    case 'setForecastRow':
      return listed(figureText(kind, year, language), nameOf(row.entityId));
    case 'setAssumption': {
      const what = typeof kind === 'string' ? (assumptionKindText(kind, texts) ?? kind) : '';
      return listed(listed(what, nameOf(lineId)), nameOf(scenarioId));
    }
    case 'createBudgetpost':
    case 'correctBudgetpost': {
      const what = typeof kind === 'string' ? kindText(kind, language) : '';
      return listed(nameOf(lineId), `${what} ${typeof year === 'number' ? year : ''}`.trim());
    }
    case 'acceptInvitation':
      return roleText(role, saying);
    case 'invite':
    case 'revokeInvitation':
      return listed(nameOf(row.entityId), roleText(role, saying));
    case 'changeRole':
    case 'endMembership':
    case 'createPasswordLink':
      return names.get(row.entityId) ?? words.unknownPerson;
    case 'createToken':
      return scope === 'write' ? words.tokenWrites : words.tokenReads;
    case 'revokeToken':
      return words.token;
    case 'exportInvesteringsbudgetCsv':
      return listed(texts.nav.investeringsbudget, yearIn(address), ' ');
    case 'exportBorgensprognosCsv':
      return texts.nav.borgensutrymme;
    case 'exportPrognosJson':
      return listed(texts.nav.borgensutrymme, nameOf(scenarioIn(address)));
    default:
      // What somebody did with their own account is about nobody else.
      if (row.entityId === row.actorId) return words.ownAccount;
      return [title, name].find((said) => typeof said === 'string') ?? nameOf(row.entityId);
  }
}

function roleText(role: unknown, { texts }: Saying): string {
  return typeof role === 'string' && isRole(role) ? texts.administration.roleNames[role] : '';
}

function listed(first: string, second: string, between = ', '): string {
  return [first, second].filter((part) => part !== '').join(between);
}

function scenarioIn(address: unknown): string | null {
  return typeof address === 'string'
    ? (/\/scenarios\/([\da-f-]{36})\//u.exec(address)?.[1] ?? null)
    : null;
}

function yearIn(address: unknown): string {
  return typeof address === 'string' ? (/\/(\d{4})\//u.exec(address)?.[1] ?? '') : '';
}
