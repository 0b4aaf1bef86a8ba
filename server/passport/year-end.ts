import type { PassportAnswer } from '#contract/passport.ts';
import { inForce } from '#domain/budgetpost.ts';
import type { FigureReference, YearEndFigure } from '#domain/figure-reference.ts';
import { isVoided } from '#domain/investeringsbudget.ts';
import { add, isZero, negate, sum, type Tkr, zero } from '#domain/tkr.ts';
import { type YearEnd, yearEnds } from '#domain/year-end.ts';
import { lineUtfallOf } from '../accumulated/queries.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import { allLines, postsOfYear, type StoredBudgetpost } from '../investeringsbudget/queries.ts';
import { decisionsOf } from './decisions.ts';
import { partOf, passportOf } from './passport.ts';
import {
  budgetOf,
  formulas,
  joined,
  kindWords,
  less,
  named,
  utfallOf,
  yearEndWords,
} from './words.ts';

type Of = Extract<FigureReference, { readonly kind: 'yearEnd' }>;

/** Where a line stood when a year closed, or all lines together. */
export async function yearEndPassport(
  trx: OrganisationTransaction,
  figure: Of,
): Promise<PassportAnswer | null> {
  const { year, lineId } = figure;
  const lines = await allLines(trx);
  const line = lines.find((one) => one.lineId === lineId);
  if (lineId !== null && line === undefined) return null;
  const posts = await postsOfYear(trx, year);
  const ids = line === undefined ? lines.map((one) => one.lineId) : [line.lineId];
  const utfall = await lineUtfallOf(trx, ids, [year]);
  const ends = yearEnds(ids, posts, utfall, year);
  const title = joined(
    yearEndWords(year, figure.figure),
    line === undefined ? null : named(line.name),
  );
  if (line === undefined) {
    const known = ends.flatMap((end) => {
      const amount = end[figure.figure];
      return amount === null ? [] : [{ lineId: end.lineId, amount }];
    });
    return passportOf(figure, {
      title,
      amount: known.length === 0 ? null : sum(known.map(({ amount }) => amount)),
      formula: formulas.sum,
      parts: known
        .filter(({ amount }) => !isZero(amount))
        .map(({ lineId: id, amount }) => {
          const name = lines.find((one) => one.lineId === id)?.name ?? '';
          return partOf(named(name), amount, { ...figure, lineId: id });
        }),
    });
  }
  const [end] = ends;
  if (end === undefined) return null;
  const own = inForce(posts).filter((post) => post.lineId === line.lineId && !isVoided(post));
  const moves = own.filter((post) => isMoveOf(post, figure.figure));
  return passportOf(figure, {
    title,
    amount: end[figure.figure],
    formula: formulaOf(figure.figure),
    parts: partsOf(end, figure, moves),
    ...(await decisionsOf(trx, moves)),
  });
}

function isMoveOf({ kind, otherYear, year }: StoredBudgetpost, figure: YearEndFigure): boolean {
  if (kind !== 'aterbudgetering' || otherYear === null) return false;
  if (figure === 'carriedIn') return otherYear < year;
  return figure === 'carriedOut' && otherYear > year;
}

function formulaOf(figure: YearEndFigure) {
  if (figure === 'deviation' || figure === 'left') return formulas[figure];
  return formulas.sum;
}

function partsOf(end: YearEnd, figure: Of, moves: readonly StoredBudgetpost[]) {
  const { year, lineId } = end;
  const own = { kind: 'yearEnd', year, lineId } as const;
  const carriedOut = { sv: 'Fört vidare', en: 'Carried on' };
  if (figure.figure === 'left') {
    return [
      partOf(yearEndWords(year, 'deviation'), end.deviation, { ...own, figure: 'deviation' }),
      partOf(less(carriedOut), negate(end.carriedOut), { ...own, figure: 'carriedOut' }),
    ];
  }
  if (figure.figure === 'deviation') {
    const decided = add(end.budget ?? zero, negate(end.carriedOut));
    const utfall = { kind: 'utfall', year, lineId, month: null } as const;
    return [
      partOf(budgetOf(year), decided, { kind: 'budget', year, lineId, postKind: null }),
      ...(isZero(end.carriedOut)
        ? []
        : [partOf(carriedOut, end.carriedOut, { ...own, figure: 'carriedOut' })]),
      partOf(less(utfallOf(year)), end.outcome === null ? null : negate(end.outcome), utfall),
    ];
  }
  const sign = (amount: Tkr): Tkr => (figure.figure === 'carriedOut' ? negate(amount) : amount);
  return moves.map((post) =>
    partOf(kindWords(post.kind, post), sign(post.amount), {
      kind: 'budgetpost',
      budgetpostId: post.id,
    }),
  );
}
