import type { InvestmentLineAnswer } from '#contract/investeringsbudget.ts';
import type { PassportAnswer, PassportPart } from '#contract/passport.ts';
import { effectiveAmount } from '#domain/arende-entries.ts';
import type { FigureReference } from '#domain/figure-reference.ts';
import { sum, type Tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { entriesOf, type StoredEntry } from '../arende/entry-queries.ts';
import { addedChanges, postsBefore, readLedger } from '../arende/ledger.ts';
import { arendeById, arendePosts, decisionsOf, type StoredArende } from '../arende/queries.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import { allLines, postsById, type StoredBudgetpost } from '../investeringsbudget/queries.ts';
import { decidedAbout } from './decisions.ts';
import { partOf, passportOf } from './passport.ts';
import { budgetOf, entryWords, formulas, gapOf, joined, named, yearEndWords } from './words.ts';

type Of = Extract<FigureReference, { readonly kind: 'arende' }>;

/** What an ärende comes to in its year, or one of its entries. */
export async function arendePassport(
  trx: OrganisationTransaction,
  figure: Of,
): Promise<PassportAnswer | null> {
  const arende = await arendeById(trx, figure.arendeId);
  if (arende === null) return null;
  if (figure.entryId !== null) return entryPassport(trx, figure, arende);
  const parts = await arendeParts(trx, arende, arende.year);
  return passportOf(figure, {
    title: joined(arendeTitle(arende), budgetOf(arende.year)),
    amount: sum(parts.map(({ amount }) => amount)),
    formula: formulas.linked,
    parts: parts.map(({ part }) => part),
    ...(await decisionsAbout(trx, arende)),
  });
}

type ArendePart = { readonly part: PassportPart; readonly amount: Tkr };

/** What each entry of an ärende adds to the budget of a year. */
export async function arendeParts(
  trx: OrganisationTransaction,
  arende: StoredArende,
  year: number,
): Promise<ArendePart[]> {
  const { arendeId } = arende;
  const lines = await allLines(trx);
  const decisions = await decisionsOf(trx, arendeId);
  const before = postsBefore(await readLedger(trx), arende, decisions);
  const entries = await entriesOf(trx, arendeId);
  return entries.flatMap((entry) => {
    const changes = addedChanges(arende, [entry], before).filter((change) => change.year === year);
    if (changes.length === 0) return [];
    const amount = sum(changes.map((change) => change.amount));
    const of = { kind: 'arende', arendeId, entryId: entry.id } as const;
    return [{ amount, part: partOf(titleOf(entry, lines), amount, of) }];
  });
}

function titleOf(entry: StoredEntry, lines: readonly InvestmentLineAnswer[]) {
  const name = lines.find(({ lineId }) => lineId === entry.lineId)?.name ?? entry.newLineName;
  return joined(named(name ?? ''), entryWords(entry));
}

/** "Ärende 2025/17" */
export function arendeTitle({ dnr, title }: StoredArende) {
  return dnr === null
    ? { sv: `Ärendet ${title}`, en: `The case ${title}` }
    : { sv: `Ärende ${dnr}`, en: `Case ${dnr}` };
}

async function entryPassport(
  trx: OrganisationTransaction,
  figure: Of,
  arende: StoredArende,
): Promise<PassportAnswer | null> {
  const entry = (await entriesOf(trx, arende.arendeId)).find(({ id }) => id === figure.entryId);
  if (entry === undefined) return null;
  const posts = (await arendePosts(trx)).filter(({ entryId }) => entryId === entry.id);
  const written =
    posts.length === 0
      ? []
      : await postsById(
          trx,
          posts.map((one) => one.budgetpostId),
        );
  return passportOf(figure, {
    title: joined(arendeTitle(arende), titleOf(entry, await allLines(trx))),
    amount: effectiveAmount(entry),
    facts: [
      ...(entry.decidedAmount === null
        ? []
        : [
            {
              label: { sv: 'Föreslaget', en: 'Proposed' },
              text: named(`${formatSwedish(entry.amount)} Tkr`),
            },
          ]),
      ...(entry.reason === null
        ? []
        : [{ label: { sv: 'Skäl', en: 'Reason' }, text: named(entry.reason) }]),
      { label: { sv: 'Föreslagen av', en: 'Proposed by' }, text: named(entry.createdBy) },
    ],
    basis: [...basisOf(entry), ...written.map(writtenPart)],
    ...(await decisionsAbout(trx, arende)),
  });
}

function basisOf({ lineId, year, fromYear }: StoredEntry): PassportPart[] {
  if (lineId === null) return [];
  const unused = { kind: 'yearEnd', year: fromYear ?? year, lineId, figure: 'deviation' } as const;
  return [
    ...(fromYear === null ? [] : [partOf(yearEndWords(fromYear, 'deviation'), null, unused)]),
    partOf(gapOf(year), null, { kind: 'gap', year, lineId }),
  ];
}

function writtenPart(post: StoredBudgetpost): PassportPart {
  const words = {
    sv: `Posten som beslutet skrev ${post.year}`,
    en: `The entry that the decision wrote ${post.year}`,
  };
  return partOf(words, post.amount, { kind: 'budgetpost', budgetpostId: post.id });
}

/** The decisions about an ärende, and the ärende itself. */
export async function decisionsAbout(trx: OrganisationTransaction, arende: StoredArende) {
  const { arendeId, dnr, title, status } = arende;
  const beslut = await decidedAbout(trx, arendeId);
  return { beslut, arenden: [{ arendeId, dnr, title, status }] };
}
