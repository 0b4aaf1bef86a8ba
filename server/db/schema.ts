import type { ColumnType, Generated } from 'kysely';
import type { EditableFigure } from '#contract/scenarios.ts';
import type { ForecastRowSource } from '#domain/borgensutrymme.ts';
import type { BudgetpostKind } from '#domain/budgetpost.ts';

// Amounts, days and 64-bit numbers are texts on both databases; see the parsers beside each driver.
type Amount = ColumnType<string, string, string>;
type BigNumber = ColumnType<string, string, string>;
type WrittenOnce<Value> = ColumnType<Value, Value, never>;
type Moment = ColumnType<Date, Date | undefined, Date>;

type PersonTable = { person_id: string; name: string };

type OrganisationTable = {
  organisation_id: string;
  name: string;
  slug: string;
  is_demo: boolean;
  created_at: Moment;
};

type MembershipTable = {
  organisation_id: string;
  person_id: string;
  role: 'ekonom' | 'direktion' | 'revisor' | 'administrator';
};

type InstallationTable = { only_row: Generated<boolean>; demo_person_id: string | null };

type BeslutTable = {
  organisation_id: string;
  beslut_id: string;
  title: string;
  organ: string;
  decided_on: string | null;
  paragraph: string | null;
  dnr: string | null;
  note: string | null;
  created_at: Moment;
  created_by: string;
};

type InvestmentLineTable = {
  organisation_id: string;
  line_id: string;
  name: string;
  position: number;
  version: Generated<number>;
  created_at: Moment;
  created_by: string;
};

type BudgetpostTable = {
  organisation_id: WrittenOnce<string>;
  budgetpost_id: WrittenOnce<string>;
  entry_number: ColumnType<string, never, never>;
  line_id: WrittenOnce<string>;
  year: WrittenOnce<number>;
  kind: WrittenOnce<BudgetpostKind>;
  amount: WrittenOnce<string>;
  other_year: WrittenOnce<number | null>;
  other_line_id: WrittenOnce<string | null>;
  pair_id: WrittenOnce<string | null>;
  replaces_id: WrittenOnce<string | null>;
  beslut_id: WrittenOnce<string>;
  comment: WrittenOnce<string | null>;
  created_at: ColumnType<Date, Date | undefined, never>;
  created_by: WrittenOnce<string>;
};

type BorgenstakTable = {
  organisation_id: string;
  borgenstak_id: string;
  valid_from: string;
  amount: Amount;
  beslut_id: string;
};

type ScenarioTable = {
  organisation_id: string;
  scenario_id: string;
  name: string;
  description: string | null;
  status: 'utkast' | 'faststalld';
  frozen_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  frozen_by: ColumnType<string | null, string | null | undefined, string | null>;
  opening_year: number;
  last_year: number;
  position: number;
  version: Generated<number>;
  revision: Generated<number>;
  created_at: Moment;
  created_by: string;
};

type ForecastRowTable = {
  organisation_id: string;
  scenario_id: string;
  year: number;
  kind: EditableFigure;
  source: ForecastRowSource;
  amount: string | null;
  comment: string | null;
  version: Generated<number>;
  changed_at: Moment;
  changed_by: string;
};

type PrintedFigureTable = {
  organisation_id: string;
  printed_figure_id: string;
  scenario_id: string | null;
  year: number;
  figure: string;
  amount: Amount;
  printed_in: 'table' | 'text';
  source: string;
};

type IdempotencyKeyTable = {
  organisation_id: string;
  person_id: string;
  key: string;
  fingerprint: string;
  answer: string | null;
  created_at: Moment;
};

type AuditLogTable = {
  organisation_id: WrittenOnce<string>;
  seq: WrittenOnce<string>;
  at: WrittenOnce<Date>;
  actor_id: WrittenOnce<string>;
  request_id: WrittenOnce<string>;
  action: WrittenOnce<string>;
  entity_id: WrittenOnce<string>;
  before: WrittenOnce<string | null>;
  after: WrittenOnce<string | null>;
  previous_hash: WrittenOnce<string>;
  hash: WrittenOnce<string>;
};

type AuditHeadTable = { organisation_id: string; seq: BigNumber; hash: string };

/** The tables as Kysely sees them; a test holds them to the migrated database. */
export type Tables = {
  person: PersonTable;
  organisation: OrganisationTable;
  membership: MembershipTable;
  installation: InstallationTable;
  beslut: BeslutTable;
  investment_line: InvestmentLineTable;
  budgetpost: BudgetpostTable;
  borgenstak: BorgenstakTable;
  scenario: ScenarioTable;
  forecast_row: ForecastRowTable;
  printed_figure: PrintedFigureTable;
  idempotency_key: IdempotencyKeyTable;
  audit_log: AuditLogTable;
  audit_head: AuditHeadTable;
};
