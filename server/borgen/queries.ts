import type { Beslut } from '#contract/beslut.ts';
import type { BorgenstakAnswer } from '#contract/borgen.ts';
import { borgenstakInForce } from '#domain/borgenstak.ts';
import type { Borgenstak } from '#domain/borgensutrymme.ts';
import { type Tkr, tkr, toPlain } from '#domain/tkr.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import type { WriteContext } from '../plugins/context.ts';

/** A ceiling in force with the decision that it comes from. */
export type DecidedBorgenstak = Borgenstak & {
  readonly beslut: Beslut;
  readonly comment: string | null;
  /** Who entered it and when; null for what was there from the beginning. */
  readonly createdAt: string | null;
  readonly createdBy: string | null;
};

/** The ceilings in force, by the day from which they hold: not those that were replaced or taken back. */
export async function allBorgenstak(trx: OrganisationTransaction): Promise<DecidedBorgenstak[]> {
  return (await borgenstakEntries(trx))
    .filter(({ isInForce }) => isInForce)
    .map(({ amount, ...entry }) => ({ ...entry, amount: tkr(amount) }));
}

/** Every ceiling that was ever entered, by its day and then as they were entered. */
export async function borgenstakEntries(trx: OrganisationTransaction): Promise<BorgenstakAnswer[]> {
  const rows = await trx
    .selectFrom('borgenstak')
    .innerJoin('beslut', (join) =>
      join
        .onRef('beslut.organisation_id', '=', 'borgenstak.organisation_id')
        .onRef('beslut.beslut_id', '=', 'borgenstak.beslut_id'),
    )
    .leftJoin('person', 'person.person_id', 'borgenstak.created_by')
    .select([
      'borgenstak_id as borgenstakId',
      'valid_from as validFrom',
      'amount',
      'comment',
      'replaces_id as replacesId',
      'is_withdrawn as isWithdrawn',
      'borgenstak.created_at as enteredAt',
      'person.name as createdBy',
      'beslut.beslut_id',
      'title',
      'organ',
      'decided_on',
      'paragraph',
      'dnr',
      'note',
    ])
    .orderBy('valid_from')
    .orderBy('borgenstak_id')
    .execute();
  const inForce = new Set(borgenstakInForce(rows).map(({ borgenstakId }) => borgenstakId));
  return rows.map((row) => {
    const { beslut_id, title, organ, decided_on, paragraph, dnr, note, enteredAt, ...entry } = row;
    return {
      ...entry,
      amount: toPlain(tkr(row.amount)),
      beslut: { beslutId: beslut_id, title, organ, date: decided_on, paragraph, dnr, note },
      isInForce: inForce.has(row.borgenstakId),
      createdAt: enteredAt?.toISOString() ?? null,
    };
  });
}

/** A ceiling that is about to be written. */
export type NewBorgenstak = {
  readonly borgenstakId: string;
  readonly validFrom: string;
  readonly amount: Tkr;
  readonly beslutId: string;
  readonly comment: string | null;
  readonly replacesId: string | null;
  readonly isWithdrawn: boolean;
};

/** Writes a ceiling. */
export async function insertBorgenstak(
  { trx, scope, now }: WriteContext,
  entry: NewBorgenstak,
): Promise<void> {
  await trx
    .insertInto('borgenstak')
    .values({
      organisation_id: scope.organisationId,
      borgenstak_id: entry.borgenstakId,
      valid_from: entry.validFrom,
      amount: toPlain(entry.amount),
      beslut_id: entry.beslutId,
      comment: entry.comment,
      replaces_id: entry.replacesId,
      is_withdrawn: entry.isWithdrawn,
      created_at: now,
      created_by: scope.personId,
    })
    .execute();
}
