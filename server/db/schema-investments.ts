import type { ColumnType, Generated } from 'kysely';
import type { ArendeKind, ArendeStatus, EntryKind, TextBlock } from '#domain/arende-terms.ts';
import type { CarryOverRule } from '#domain/carry-over-terms.ts';
import type { LineType } from '#domain/line-type.ts';
import type { MappingTarget, UtfallKind, UtfallTarget } from '#domain/utfall-terms.ts';

// Amounts, days and 64-bit numbers are texts on both databases; see the parsers beside each driver.
type Amount = ColumnType<string, string, string>;
type Numbered = ColumnType<string, never, never>;
type WrittenOnce<Value> = ColumnType<Value, Value, never>;
type Optional<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>;

type MappingTable = {
  organisation_id: string;
  version: number;
  comment: string | null;
  created_at: Date;
  created_by: string;
};

type MappingRuleTable = {
  organisation_id: string;
  version: number;
  position: number;
  account_from: string | null;
  account_to: string | null;
  dimension: string | null;
  object_from: string | null;
  object_to: string | null;
  name: string | null;
  target: MappingTarget;
  line_id: string | null;
  driftrad: string | null;
};

type UtfallFileTable = {
  organisation_id: string;
  sha256: string;
  byte_size: ColumnType<string, string, never>;
  created_at: Date;
};

type UtfallFilePartTable = {
  organisation_id: string;
  sha256: string;
  part: number;
  bytes: Uint8Array;
};

type UtfallSourceTable = {
  organisation_id: string;
  source_id: string;
  source_number: Numbered;
  kind: UtfallKind;
  comment: string | null;
  file_name: Optional<string>;
  sha256: Optional<string>;
  encoding: Optional<string>;
  mapping_version: Optional<number>;
  facts: Optional<string>;
  warnings: Optional<string>;
  created_at: Date;
  created_by: string;
  undone_at: Optional<Date>;
  undone_by: Optional<string>;
};

type UtfallAmountTable = {
  organisation_id: string;
  source_id: string;
  amount_number: number;
  year: number;
  month: number | null;
  account: string | null;
  objects: Generated<string>;
  name: string | null;
  file_row: number | null;
  target: UtfallTarget;
  line_id: string | null;
  driftrad: string | null;
  amount: Amount;
};

type ArticleTable = {
  organisation_id: string;
  article_id: string;
  name: string;
  unit: string;
  version: Generated<number>;
  created_at: Date;
  created_by: string;
};

type ArticlePriceTable = {
  organisation_id: WrittenOnce<string>;
  price_id: WrittenOnce<string>;
  entry_number: Numbered;
  article_id: WrittenOnce<string>;
  valid_from: WrittenOnce<string>;
  amount: WrittenOnce<string>;
  source: WrittenOnce<string | null>;
  created_at: WrittenOnce<Date>;
  created_by: WrittenOnce<string>;
};

type BehovTable = {
  organisation_id: string;
  behov_id: string;
  line_id: string;
  year: number;
  price_id: string;
  volume: Amount;
  comment: string | null;
  version: Generated<number>;
  created_at: Date;
  created_by: string;
  changed_at: Date;
  changed_by: string;
};

type CarryOverPolicyTable = {
  organisation_id: WrittenOnce<string>;
  policy_id: WrittenOnce<string>;
  entry_number: Numbered;
  valid_from: WrittenOnce<string>;
  line_type: WrittenOnce<LineType>;
  rule: WrittenOnce<CarryOverRule>;
  delegation_percent: WrittenOnce<string | null>;
  delegation_amount: WrittenOnce<string | null>;
  slutredovisning_amount: WrittenOnce<string | null>;
  slutredovisning_months: WrittenOnce<number | null>;
  source: WrittenOnce<string>;
  created_at: WrittenOnce<Date>;
  created_by: WrittenOnce<string>;
};

type TotalutgiftTable = {
  organisation_id: WrittenOnce<string>;
  totalutgift_id: WrittenOnce<string>;
  entry_number: Numbered;
  line_id: WrittenOnce<string>;
  kind: WrittenOnce<'beslutad' | 'beraknad'>;
  as_of: WrittenOnce<string>;
  amount: WrittenOnce<string>;
  beslut_id: WrittenOnce<string | null>;
  comment: WrittenOnce<string | null>;
  created_at: WrittenOnce<Date>;
  created_by: WrittenOnce<string>;
};

type ArendeTable = {
  organisation_id: string;
  arende_id: string;
  kind: ArendeKind;
  dnr: string | null;
  title: string;
  year: number;
  status: ArendeStatus;
  outcome: 'bifall' | 'avslag' | null;
  base_scenario_id: string | null;
  version: Generated<number>;
  created_at: Date;
  created_by: string;
};

type ArendeEntryTable = {
  organisation_id: string;
  entry_id: string;
  arende_id: string;
  position: number;
  kind: EntryKind;
  line_id: string | null;
  new_line_name: string | null;
  year: number;
  from_year: number | null;
  from_line_id: string | null;
  corrects_id: string | null;
  amount: Amount;
  decided_amount: Optional<string>;
  reason: string | null;
  created_by: string;
};

type ArendeTextTable = {
  organisation_id: string;
  arende_id: string;
  block: TextBlock;
  body: string;
  version: Generated<number>;
  changed_at: Date;
  changed_by: string;
};

type ArendeDocumentTable = {
  organisation_id: string;
  document_id: string;
  arende_id: string;
  name: string;
  dated: string | null;
  sha256: string | null;
  created_at: Date;
  created_by: string;
};

type ArendeBeslutTable = {
  organisation_id: WrittenOnce<string>;
  arende_id: WrittenOnce<string>;
  step: WrittenOnce<number>;
  outcome: WrittenOnce<'bifall' | 'avslag' | 'aterremiss'>;
  beslut_id: WrittenOnce<string>;
  how: WrittenOnce<'decided' | 'registered'>;
  protocol: WrittenOnce<string | null>;
  created_at: WrittenOnce<Date>;
  created_by: WrittenOnce<string>;
};

type ArendeBudgetpostTable = {
  organisation_id: WrittenOnce<string>;
  budgetpost_id: WrittenOnce<string>;
  entry_id: WrittenOnce<string>;
};

/** The tables of utfall, behov, what may be carried over, and the ärende, as Kysely sees them. */
export type InvestmentTables = {
  mapping: MappingTable;
  mapping_rule: MappingRuleTable;
  utfall_file: UtfallFileTable;
  utfall_file_part: UtfallFilePartTable;
  utfall_source: UtfallSourceTable;
  utfall_amount: UtfallAmountTable;
  article: ArticleTable;
  article_price: ArticlePriceTable;
  behov: BehovTable;
  carry_over_policy: CarryOverPolicyTable;
  totalutgift: TotalutgiftTable;
  arende: ArendeTable;
  arende_entry: ArendeEntryTable;
  arende_text: ArendeTextTable;
  arende_document: ArendeDocumentTable;
  arende_beslut: ArendeBeslutTable;
  arende_budgetpost: ArendeBudgetpostTable;
};
