import type { Beslut } from '#contract/beslut.ts';
import type { PassportAnswer } from '#contract/passport.ts';
import { allArenden, decisionsOf as arendeDecisions, arendePosts } from '../arende/queries.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import { allBeslut, type StoredBudgetpost } from '../investeringsbudget/queries.ts';

type Decisions = Pick<PassportAnswer, 'beslut' | 'arenden'>;

/** The decisions of some entries, and the ärenden that they came from. */
export async function decisionsOf(
  trx: OrganisationTransaction,
  posts: readonly Pick<StoredBudgetpost, 'id' | 'beslutId'>[],
): Promise<Decisions> {
  if (posts.length === 0) return { beslut: [], arenden: [] };
  const ids = new Set(posts.map(({ id }) => id));
  const cameFrom = (await arendePosts(trx)).filter(({ budgetpostId }) => ids.has(budgetpostId));
  return {
    beslut: await decided(trx, new Set(posts.map(({ beslutId }) => beslutId))),
    arenden: await arendenOf(trx, new Set(cameFrom.map(({ arendeId }) => arendeId))),
  };
}

/** Some decisions, each with the ärende that it was about. */
async function decided(
  trx: OrganisationTransaction,
  beslutIds: ReadonlySet<string>,
): Promise<PassportAnswer['beslut']> {
  if (beslutIds.size === 0) return [];
  const wanted = (await allBeslut(trx)).filter(({ beslutId }) => beslutIds.has(beslutId));
  const about = await arendeDecisions(trx, null);
  const arenden = await allArenden(trx);
  return wanted.map((beslut) => {
    const decision = about.find(({ beslutId }) => beslutId === beslut.beslutId);
    const arende = arenden.find(({ arendeId }) => arendeId === decision?.arendeId);
    if (decision === undefined || arende === undefined) return withoutArende(beslut);
    const { arendeId, dnr, title } = arende;
    const { how, protocol } = decision;
    return { ...beslut, arende: { arendeId, dnr, title }, how, protocol };
  });
}

/** The decisions about one ärende. */
export async function decidedAbout(
  trx: OrganisationTransaction,
  arendeId: string,
): Promise<PassportAnswer['beslut']> {
  const decisions = await arendeDecisions(trx, arendeId);
  return decided(trx, new Set(decisions.map(({ beslutId }) => beslutId)));
}

/** A decision that no ärende in Tkr led to. */
export function withoutArende(beslut: Beslut): PassportAnswer['beslut'][number] {
  return { ...beslut, arende: null, how: null, protocol: null };
}

async function arendenOf(
  trx: OrganisationTransaction,
  arendeIds: ReadonlySet<string>,
): Promise<PassportAnswer['arenden']> {
  if (arendeIds.size === 0) return [];
  return (await allArenden(trx))
    .filter(({ arendeId }) => arendeIds.has(arendeId))
    .map(({ arendeId, dnr, title, status }) => ({ arendeId, dnr, title, status }));
}
