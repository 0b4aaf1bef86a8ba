import type { InvestmentLineAnswer } from '#contract/investeringsbudget.ts';
import type { PassportAnswer } from '#contract/passport.ts';
import { inForce } from '#domain/budgetpost.ts';
import type { FigureReference } from '#domain/figure-reference.ts';
import { grouped } from '#domain/grouped.ts';
import { isVoided } from '#domain/investeringsbudget.ts';
import { sum, type Tkr } from '#domain/tkr.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import {
  allLines,
  postsById,
  postsOfYear,
  type StoredBudgetpost,
  sidesOfPair,
  toBudgetpostAnswer,
} from '../investeringsbudget/queries.ts';
import { decisionsOf } from './decisions.ts';
import { partOf, passportOf } from './passport.ts';
import { budgetOf, formulas, joined, kindWords, named } from './words.ts';

type Of<Kind extends FigureReference['kind']> = Extract<FigureReference, { readonly kind: Kind }>;

/** The budget of a year, or a line or a kind of entries in it. */
export async function budgetPassport(
  trx: OrganisationTransaction,
  figure: Of<'budget'>,
): Promise<PassportAnswer | null> {
  const { year, lineId, postKind } = figure;
  const lines = await allLines(trx);
  const line = lines.find((one) => one.lineId === lineId);
  if (lineId !== null && line === undefined) return null;
  const counted = inForce(await postsOfYear(trx, year)).filter(
    (post) =>
      !isVoided(post) &&
      (lineId === null || post.lineId === lineId) &&
      (postKind === null || post.kind === postKind),
  );
  const isWhole = lineId === null && postKind === null;
  return passportOf(figure, {
    title: joined(
      budgetOf(year),
      line === undefined ? null : named(line.name),
      postKind === null ? null : kindWords(postKind, { otherYear: null, year }),
    ),
    amount: counted.length === 0 ? null : sum(counted.map(({ amount }) => amount)),
    formula: counted.length === 0 ? null : formulas.sum,
    parts: isWhole
      ? partsByLine(counted, lines, year)
      : partsByPost(counted, lines, line === undefined),
    ...(await decisionsOf(trx, counted)),
  });
}

function partsByLine(
  posts: readonly StoredBudgetpost[],
  lines: readonly InvestmentLineAnswer[],
  year: number,
) {
  return lines.flatMap(({ lineId, name }) => {
    const own = posts.filter((post) => post.lineId === lineId);
    const of = { kind: 'budget', year, lineId, postKind: null } as const;
    return own.length === 0 ? [] : [partOf(named(name), sum(own.map(({ amount }) => amount)), of)];
  });
}

function partsByPost(
  posts: readonly StoredBudgetpost[],
  lines: readonly InvestmentLineAnswer[],
  namesLine: boolean,
) {
  return posts.map((post) => {
    const line = namesLine ? named(nameOf(lines, post.lineId)) : null;
    const of = { kind: 'budgetpost', budgetpostId: post.id } as const;
    return partOf(joined(line, kindWords(post.kind, post)), post.amount, of);
  });
}

function nameOf(lines: readonly InvestmentLineAnswer[], lineId: string): string {
  return lines.find((line) => line.lineId === lineId)?.name ?? '';
}

/** One entry: its decision, its ärende, who wrote it, what it replaced, and what it rests on. */
export async function budgetpostPassport(
  trx: OrganisationTransaction,
  figure: Of<'budgetpost'>,
): Promise<PassportAnswer | null> {
  const [post] = await postsById(trx, [figure.budgetpostId]);
  if (post === undefined) return null;
  const lines = await allLines(trx);
  const chain = chainOf(await postsOfYear(trx, post.year), post);
  const replaced = new Set(chain.map(({ replacesId }) => replacesId));
  const lineName = nameOf(lines, post.lineId);
  return passportOf(figure, {
    title: joined(budgetOf(post.year), named(lineName), kindWords(post.kind, post)),
    amount: post.amount,
    basis: await basisOf(trx, post, lines),
    posts: chain.map((one) => ({
      ...toBudgetpostAnswer(one),
      lineName,
      isInForce: !replaced.has(one.id),
    })),
    people: chain.map((one) => ({
      did:
        one.replacesId === null
          ? { sv: 'Skrev posten', en: 'Entered it' }
          : { sv: 'Rättade posten', en: 'Corrected it' },
      by: one.createdBy,
      at: one.createdAt.toISOString(),
      comment: one.comment,
    })),
    ...(await decisionsOf(trx, chain)),
  });
}

// All corrections of an entry, the first one first.
function chainOf(posts: readonly StoredBudgetpost[], post: StoredBudgetpost): StoredBudgetpost[] {
  const chain = [post];
  for (let first = post; first.replacesId !== null; ) {
    const before = posts.find(({ id }) => id === first.replacesId);
    if (before === undefined) break;
    chain.unshift(before);
    first = before;
  }
  for (let last = post; ; ) {
    const after = posts.find(({ replacesId }) => replacesId === last.id);
    if (after === undefined) return chain;
    chain.push(after);
    last = after;
  }
}

// What was carried over rests on what its year left unused; what was moved or asked for, on a gap.
async function basisOf(
  trx: OrganisationTransaction,
  post: StoredBudgetpost,
  lines: readonly InvestmentLineAnswer[],
) {
  const basis = [];
  const { lineId, year, otherYear } = post;
  if (otherYear !== null) {
    const fromYear = Math.min(otherYear, year);
    const words = { sv: `Outnyttjat ${fromYear}`, en: `Unused ${fromYear}` };
    basis.push(
      partOf(words, null, { kind: 'yearEnd', year: fromYear, lineId, figure: 'deviation' }),
    );
  }
  if (post.kind !== 'ursprunglig') {
    const words = { sv: `Behov ${year} minus budget`, en: `Need ${year} less budget` };
    basis.push(partOf(words, null, { kind: 'gap', year, lineId }));
  }
  if (post.pairId === null) return basis;
  const other = (await sidesOfPair(trx, post.pairId)).find(({ id }) => id !== post.id);
  if (other === undefined) return basis;
  const words = joined(
    budgetOf(other.year),
    named(nameOf(lines, other.lineId)),
    kindWords(other.kind, other),
  );
  return [...basis, partOf(words, other.amount, { kind: 'budgetpost', budgetpostId: other.id })];
}

/** What each line has in a year; a line without entries is not among them. */
export async function budgetTotals(
  trx: OrganisationTransaction,
  year: number,
): Promise<{ readonly lineId: string; readonly total: Tkr }[]> {
  const counted = inForce(await postsOfYear(trx, year)).filter((post) => !isVoided(post));
  const byLine = grouped(counted, ({ lineId }) => lineId);
  return [...byLine].map(([lineId, posts]) => ({
    lineId,
    total: sum(posts.map(({ amount }) => amount)),
  }));
}
