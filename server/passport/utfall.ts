import type { PassportAnswer } from '#contract/passport.ts';
import type { FigureReference } from '#domain/figure-reference.ts';
import { grouped } from '#domain/grouped.ts';
import { sum, toPlain } from '#domain/tkr.ts';
import { lineUtfallOf } from '../accumulated/queries.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import { allLines } from '../investeringsbudget/queries.ts';
import { amountsOfLine, type LineAmount } from '../utfall/line-queries.ts';
import { type LineOutcome, utfallInForceOf } from '../utfall/queries.ts';
import { keptOf, sourcesWhere } from '../utfall/source-queries.ts';
import { partOf, passportOf } from './passport.ts';
import { formulas, joined, monthWords, named, utfallOf } from './words.ts';

type Of = Extract<FigureReference, { readonly kind: 'utfall' }>;

/** The outcome of a year: all lines, one line by month, or a month with its sources. */
export async function utfallPassport(
  trx: OrganisationTransaction,
  figure: Of,
): Promise<PassportAnswer | null> {
  const { year, lineId, month } = figure;
  const lines = await allLines(trx);
  const line = lines.find((one) => one.lineId === lineId);
  if (lineId !== null && line === undefined) return null;
  const counted = (await utfallInForceOf(trx, [year])).filter(
    (one) =>
      (lineId === null || one.lineId === lineId) &&
      (month === null || one.month === (month === 'year' ? null : month)),
  );
  const byLine = grouped(counted, (one) => one.lineId);
  // A line that an import has no amount for in a year that it covers was not used at all.
  const known =
    month === null ? await lineUtfallOf(trx, lineId === null ? [] : [lineId], [year]) : [];
  const isKnown = known.length > 0;
  return passportOf(figure, {
    title: joined(
      utfallOf(year),
      line === undefined ? null : named(line.name),
      month === null ? null : monthWords(month),
    ),
    amount: counted.length > 0 || isKnown ? total(counted) : null,
    ...(month !== null && line !== undefined ? {} : { formula: formulas.sum }),
    ...(line === undefined
      ? {
          parts: lines.flatMap(({ lineId: id, name }) => {
            const own = byLine.get(id);
            const of = { ...figure, lineId: id };
            return own === undefined ? [] : [partOf(named(name), total(own), of)];
          }),
        }
      : {
          parts: month === null ? partsByMonth(counted, figure) : [],
          sources: await saidOf(trx, { year, month, lineId: line.lineId }, counted),
        }),
  });
}

function total(counted: readonly LineOutcome[]) {
  return sum(counted.map(({ amount }) => amount));
}

function partsByMonth(counted: readonly LineOutcome[], figure: Of) {
  const months = [...Array.from({ length: 12 }, (_, at) => at + 1), null];
  return months.flatMap((month) => {
    const own = counted.filter((one) => one.month === month);
    const of = { ...figure, month: month ?? ('year' as const) };
    return own.length === 0 ? [] : [partOf(monthWords(month ?? 'year'), total(own), of)];
  });
}

type Place = { readonly lineId: string; readonly year: number; readonly month: Of['month'] };

// What every source says of the line in that time, the newest first, also where a later one holds.
async function saidOf(
  trx: OrganisationTransaction,
  { lineId, year, month }: Place,
  counted: readonly LineOutcome[],
): Promise<PassportAnswer['sources']> {
  const isMeant = (amount: LineAmount): boolean =>
    month === null || amount.month === null || amount.month === month;
  const amounts = (await amountsOfLine(trx, lineId, year)).filter(isMeant);
  const bySource = grouped(amounts, ({ sourceId }) => sourceId);
  const sources = await sourcesWhere(trx, { ids: [...bySource.keys()] });
  const inForce = new Set(counted.map(({ sourceId }) => sourceId));
  const said = [];
  for (const source of sources) {
    const nameOf = await namesIn(trx, source.sourceId);
    said.push({
      source,
      isInForce: inForce.has(source.sourceId),
      lineId,
      year,
      month: month === 'year' ? null : month,
      amounts: (bySource.get(source.sourceId) ?? []).map((one) => ({
        ...nameOf(one),
        account: one.account,
        objects: one.objects,
        name: one.name,
        month: one.month,
        amount: toPlain(one.amount),
      })),
    });
  }
  return said;
}

// What the file calls its accounts and objects.
async function namesIn(trx: OrganisationTransaction, sourceId: string) {
  const { kept } = await keptOf(trx, sourceId);
  const accounts = new Map(kept?.facts.accounts.map(({ number, name }) => [number, name]));
  const objects = new Map(
    kept?.facts.objects.map(({ dimension, code, name }) => [`${dimension}:${code}`, name]),
  );
  return ({ account, objects: text }: Pick<LineAmount, 'account' | 'objects'>) => ({
    accountName: account === null ? null : (accounts.get(account) ?? null),
    objectNames: text.split(';').flatMap((one) => objects.get(one) ?? []),
  });
}
