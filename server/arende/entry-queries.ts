import type { ProposedEntry } from '#domain/arende-entries.ts';
import { tkr, toPlain } from '#domain/tkr.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import type { WriteContext } from '../plugins/context.ts';

/** An entry with what is told about it beyond the rules. */
export type StoredEntry = ProposedEntry & {
  readonly arendeId: string;
  readonly position: number;
  readonly reason: string | null;
  readonly createdBy: string;
};

/** The entries of one ärende, or of all that the asker may see, in their order. */
export async function entriesOf(
  trx: OrganisationTransaction,
  arendeId: string | null,
): Promise<StoredEntry[]> {
  const rows = await trx
    .selectFrom('arende_entry')
    .innerJoin('person', 'person.person_id', 'arende_entry.created_by')
    .select([
      'entry_id',
      'arende_id',
      'position',
      'kind',
      'line_id',
      'new_line_name',
      'year',
      'from_year',
      'from_line_id',
      'corrects_id',
      'amount',
      'decided_amount',
      'reason',
      'person.name as created_by_name',
    ])
    .$if(arendeId !== null, (query) => query.where('arende_id', '=', arendeId ?? ''))
    .orderBy('position')
    .orderBy('entry_id')
    .execute();
  return rows.map((row) => ({
    id: row.entry_id,
    arendeId: row.arende_id,
    position: row.position,
    kind: row.kind,
    lineId: row.line_id,
    newLineName: row.new_line_name,
    year: row.year,
    fromYear: row.from_year,
    fromLineId: row.from_line_id,
    correctsId: row.corrects_id,
    amount: tkr(row.amount),
    decidedAmount: row.decided_amount === null ? null : tkr(row.decided_amount),
    reason: row.reason,
    createdBy: row.created_by_name,
  }));
}

type WrittenEntry = Omit<StoredEntry, 'createdBy'>;

function toEntryRow(entry: WrittenEntry) {
  return {
    position: entry.position,
    kind: entry.kind,
    line_id: entry.lineId,
    new_line_name: entry.newLineName,
    year: entry.year,
    from_year: entry.fromYear,
    from_line_id: entry.fromLineId,
    corrects_id: entry.correctsId,
    amount: toPlain(entry.amount),
    decided_amount: entry.decidedAmount === null ? null : toPlain(entry.decidedAmount),
    reason: entry.reason,
  };
}

/** Writes a new entry. */
export async function insertEntry(
  { trx, scope }: WriteContext,
  entry: WrittenEntry,
): Promise<void> {
  await trx
    .insertInto('arende_entry')
    .values({
      ...toEntryRow(entry),
      organisation_id: scope.organisationId,
      entry_id: entry.id,
      arende_id: entry.arendeId,
      created_by: scope.personId,
    })
    .execute();
}

/** Writes all of an entry that is there. */
export async function updateEntry({ trx }: WriteContext, entry: WrittenEntry): Promise<void> {
  await trx
    .updateTable('arende_entry')
    .set(toEntryRow(entry))
    .where('entry_id', '=', entry.id)
    .execute();
}

/** Takes an entry out of its ärende. */
export async function deleteEntry({ trx }: WriteContext, entryId: string): Promise<void> {
  await trx.deleteFrom('arende_entry').where('entry_id', '=', entryId).execute();
}
