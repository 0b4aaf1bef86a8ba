import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Kysely } from 'kysely';
import type { Tables } from '../db/schema.ts';
import { awkward, filledIds, idOf } from './filled-ids.ts';

const at = new Date('2025-03-27T09:00:00.000Z');
const { adalen, person, line, beslut, draft } = filledIds;
const source = idOf(60);
const typed = idOf(61);
const article = idOf(62);
const price = idOf(63);
const arende = idOf(64);
const entry = idOf(65);
const written = idOf(70);
const file = Buffer.from('#FLAGGA 0\r\n');
const sha256 = createHash('sha256').update(file).digest('hex');
const of = { organisation_id: adalen };
const made = { created_at: at, created_by: person };

/** One row or more of utfall, behov, what may be carried over, and the ärende. */
export async function fillInvestments(kysely: Kysely<Tables>): Promise<void> {
  await fillMapping(kysely);
  await fillImports(kysely);
  await fillAmounts(kysely);
  await fillBehov(kysely);
  await fillArende(kysely);
  await fillDecision(kysely);
}

async function fillMapping(kysely: Kysely<Tables>): Promise<void> {
  await kysely
    .insertInto('mapping')
    .values({ ...of, ...made, version: 1, comment: awkward })
    .execute();
  const rule = {
    ...of,
    version: 1,
    account_from: null,
    account_to: null,
    dimension: null,
    object_from: null,
    object_to: null,
    name: null,
    driftrad: null,
  };
  await kysely
    .insertInto('mapping_rule')
    .values([
      {
        ...rule,
        position: 0,
        dimension: '6',
        object_from: 'K',
        object_to: 'K',
        target: 'line',
        line_id: line,
      },
      {
        ...rule,
        position: 1,
        account_from: '1',
        account_to: '9',
        target: 'outside',
        line_id: null,
      },
    ])
    .execute();
}

async function fillImports(kysely: Kysely<Tables>): Promise<void> {
  await kysely
    .insertInto('utfall_file')
    .values({ ...of, sha256, byte_size: `${file.length}`, created_at: at })
    .execute();
  await kysely
    .insertInto('utfall_file_part')
    .values([
      { ...of, sha256, part: 0, bytes: gzipSync(file).subarray(0, 12) },
      { ...of, sha256, part: 1, bytes: gzipSync(file).subarray(12) },
    ])
    .execute();
  const imported = { file_name: 'år.se', sha256, encoding: 'cp437', mapping_version: 1 };
  await kysely
    .insertInto('utfall_source')
    .values([
      {
        ...of,
        ...made,
        ...imported,
        source_id: source,
        kind: 'sie4',
        comment: null,
        facts: '{}',
        warnings: '[]',
      },
      {
        ...of,
        ...made,
        source_id: typed,
        kind: 'typed',
        comment: awkward,
        undone_at: at,
        undone_by: person,
      },
    ])
    .execute();
}

async function fillAmounts(kysely: Kysely<Tables>): Promise<void> {
  const amount = { ...of, year: 2024, account: null, name: null, file_row: null, driftrad: null };
  await kysely
    .insertInto('utfall_amount')
    .values([
      {
        ...amount,
        source_id: source,
        amount_number: 1,
        month: 12,
        account: '1230',
        objects: '6:K',
        target: 'line',
        line_id: line,
        amount: '3804.00001',
      },
      {
        ...amount,
        source_id: source,
        amount_number: 2,
        month: null,
        target: 'unmapped',
        line_id: null,
        amount: '-0.01',
      },
      {
        ...amount,
        source_id: typed,
        amount_number: 1,
        month: 1,
        target: 'line',
        line_id: line,
        amount: '1',
      },
    ])
    .execute();
}

async function fillBehov(kysely: Kysely<Tables>): Promise<void> {
  await kysely
    .insertInto('article')
    .values({ ...of, ...made, article_id: article, name: 'Surfplatta', unit: 'st' })
    .execute();
  await kysely
    .insertInto('article_price')
    .values({
      ...of,
      ...made,
      price_id: price,
      article_id: article,
      valid_from: '2025-01-01',
      amount: '4.2',
      source: awkward,
    })
    .execute();
  const changed = { changed_at: at, changed_by: person };
  await kysely
    .insertInto('behov')
    .values({
      ...of,
      ...made,
      ...changed,
      behov_id: idOf(66),
      line_id: line,
      year: 2025,
      price_id: price,
      volume: '750.5',
      comment: null,
    })
    .execute();
  await kysely
    .insertInto('carry_over_policy')
    .values({
      ...of,
      ...made,
      policy_id: idOf(67),
      valid_from: '2025-01-01',
      line_type: 'reinvestering',
      rule: 'needsDecision',
      delegation_percent: '10',
      delegation_amount: '2500',
      slutredovisning_amount: '5000',
      slutredovisning_months: 6,
      source: 'Direktionen',
    })
    .execute();
  await kysely
    .insertInto('totalutgift')
    .values({
      ...of,
      ...made,
      totalutgift_id: idOf(68),
      line_id: line,
      kind: 'beslutad',
      as_of: '2025-01-01',
      amount: '9000',
      beslut_id: beslut,
      comment: null,
    })
    .execute();
}

async function fillArende(kysely: Kysely<Tables>): Promise<void> {
  const proposal = { ...of, arende_id: arende };
  await kysely
    .insertInto('arende')
    .values({
      ...proposal,
      ...made,
      kind: 'tillaggsbudget',
      dnr: '2025/17',
      title: awkward,
      year: 2025,
      status: 'beredning',
      outcome: null,
      base_scenario_id: draft,
    })
    .execute();
  await kysely
    .insertInto('arende_entry')
    .values({
      ...proposal,
      entry_id: entry,
      position: 0,
      kind: 'tillaggsaskande',
      line_id: line,
      new_line_name: null,
      year: 2025,
      from_year: null,
      from_line_id: null,
      corrects_id: null,
      amount: '2000',
      decided_amount: '1234.5',
      reason: null,
      created_by: person,
    })
    .execute();
}

async function fillDecision(kysely: Kysely<Tables>): Promise<void> {
  const proposal = { ...of, arende_id: arende };
  const decision = { beslut_id: beslut, how: 'registered', protocol: '§ 9' } as const;
  await kysely
    .insertInto('arende_text')
    .values({ ...proposal, block: 'arendet', body: awkward, changed_at: at, changed_by: person })
    .execute();
  await kysely
    .insertInto('arende_document')
    .values({
      ...proposal,
      ...made,
      document_id: idOf(69),
      name: 'Årsredovisning',
      dated: null,
      sha256,
    })
    .execute();
  await kysely
    .insertInto('arende_beslut')
    .values([
      { ...proposal, ...made, ...decision, step: 1, outcome: 'aterremiss' },
      { ...proposal, ...made, ...decision, step: 2, outcome: 'bifall' },
    ])
    .execute();
  await kysely
    .insertInto('budgetpost')
    .values({
      ...of,
      ...made,
      budgetpost_id: written,
      line_id: line,
      year: 2025,
      kind: 'tillaggsaskande',
      amount: '1234.5',
      other_year: null,
      other_line_id: null,
      pair_id: null,
      replaces_id: null,
      beslut_id: beslut,
      comment: null,
    })
    .execute();
  await kysely
    .insertInto('arende_budgetpost')
    .values({ ...of, budgetpost_id: written, entry_id: entry })
    .execute();
  // Last of all: from then on the database refuses to change any of it.
  await kysely
    .updateTable('arende')
    .set({ status: 'beslutad', outcome: 'bifall' })
    .where('arende_id', '=', arende)
    .execute();
}
