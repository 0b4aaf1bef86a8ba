import type { ColumnType, Generated } from 'kysely';
import type { EditableFigure } from '#contract/scenarios.ts';
import type { ForecastRowSource } from '#domain/borgensutrymme.ts';
import type { BudgetpostKind } from '#domain/budgetpost.ts';
import type { LineType } from '#domain/line-type.ts';
import type { Role } from '#domain/rights.ts';
import type { ForecastTables } from './schema-forecast.ts';
import type { InvestmentTables } from './schema-investments.ts';

// Amounts, days and 64-bit numbers are texts on both databases; see the parsers beside each driver.
type Amount = ColumnType<string, string, string>;
type BigNumber = ColumnType<string, string, string>;
type WrittenOnce<Value> = ColumnType<Value, Value, never>;
type Moment = ColumnType<Date, Date | undefined, Date>;
type OptionalMoment = ColumnType<Date | null, Date | null | undefined, Date | null>;

type PersonTable = {
  person_id: string;
  name: string;
  email: string | null;
  is_demo: Generated<boolean>;
  is_operator: Generated<boolean>;
  created_at: Moment;
  disabled_at: OptionalMoment;
};

type OrganisationTable = {
  organisation_id: string;
  name: string;
  slug: string;
  is_demo: boolean;
  orgnr: ColumnType<string | null, string | null | undefined, string | null>;
  requires_second_factor: Generated<boolean>;
  version: Generated<number>;
  created_at: Moment;
};

type MembershipTable = {
  organisation_id: string;
  person_id: string;
  role: Role;
  created_at: Moment;
  ended_at: OptionalMoment;
  version: Generated<number>;
};

type MemberTable = {
  organisation_id: string;
  member_id: string;
  name: string;
  kommunkod: string | null;
  joined_on: string | null;
  left_on: string | null;
  version: Generated<number>;
  created_at: Moment;
  created_by: string;
};

type InstallationTable = { only_row: Generated<boolean> };

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
  line_type: Generated<LineType>;
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
  created_at: OptionalMoment;
  created_by: ColumnType<string | null, string | null | undefined, never>;
  replaces_id: ColumnType<string | null, string | null | undefined, never>;
  is_withdrawn: Generated<boolean>;
  comment: ColumnType<string | null, string | null | undefined, never>;
};

type ScenarioTable = {
  organisation_id: string;
  scenario_id: string;
  name: string;
  description: string | null;
  status: 'utkast' | 'faststalld';
  frozen_at: OptionalMoment;
  frozen_by: ColumnType<string | null, string | null | undefined, string | null>;
  opening_year: number;
  last_year: number;
  position: number;
  version: Generated<number>;
  revision: Generated<number>;
  is_private: Generated<boolean>;
  parent_id: ColumnType<string | null, string | null | undefined, string | null>;
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
  arende_id: ColumnType<string | null, string | null | undefined, string | null>;
  linked_amount: ColumnType<string | null, string | null | undefined, string | null>;
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
  role: ColumnType<string | null, string | null | undefined, never>;
  token_id: ColumnType<string | null, string | null | undefined, never>;
};

type AuditHeadTable = { organisation_id: string; seq: BigNumber; hash: string };

type PasswordTable = { person_id: string; hash: string; changed_at: Date };

type TotpTable = {
  person_id: string;
  secret: string;
  confirmed_at: Date | null;
  last_step: Generated<string>;
};

type RecoveryCodeTable = { person_id: string; code_hash: string; used_at: Date | null };

type SessionTable = {
  session_hash: string;
  session_id: string;
  person_id: string;
  stage: 'password' | 'full';
  method: 'local' | 'oidc' | 'demo';
  oidc_issuer: string | null;
  acr: string | null;
  has_second_factor: boolean;
  user_agent: string | null;
  created_at: Date;
  idle_until: Date;
  ends_at: Date;
};

type KnownDeviceTable = {
  device_hash: string;
  person_id: string;
  created_at: Date;
  last_used_at: Date;
};

type AttemptTable = {
  kind: 'account' | 'address' | 'device' | 'totp';
  key_hash: string;
  failures: number;
  last_at: Date;
};

type PersonLinkTable = {
  link_hash: string;
  kind: 'administrator' | 'password';
  person_id: string | null;
  created_at: Date;
  created_by: string | null;
  expires_at: Date;
  used_at: Date | null;
};

type InvitationTable = {
  organisation_id: string;
  invitation_id: string;
  email: string;
  name: string;
  role: Role;
  link_hash: string;
  created_at: Date;
  created_by: string;
  expires_at: Date;
  accepted_at: OptionalMoment;
  accepted_by: ColumnType<string | null, string | null | undefined, string | null>;
  revoked_at: OptionalMoment;
};

type ApiTokenTable = {
  organisation_id: string;
  token_id: string;
  person_id: string;
  name: string;
  scope: 'read' | 'write';
  token_hash: string;
  created_at: Date;
  expires_at: Date;
  last_used_at: OptionalMoment;
  revoked_at: OptionalMoment;
};

type OidcIdentityTable = {
  issuer: string;
  subject: string;
  person_id: string;
  created_at: Date;
};

type OidcAttemptTable = {
  state_hash: string;
  slug: string;
  browser_hash: string;
  nonce: string;
  code_verifier: string;
  return_to: string;
  expires_at: Date;
};

/** The tables as Kysely sees them; a test holds them to the migrated database. */
export type Tables = {
  person: PersonTable;
  organisation: OrganisationTable;
  membership: MembershipTable;
  installation: InstallationTable;
  member: MemberTable;
  password: PasswordTable;
  totp: TotpTable;
  recovery_code: RecoveryCodeTable;
  session: SessionTable;
  known_device: KnownDeviceTable;
  attempt: AttemptTable;
  person_link: PersonLinkTable;
  invitation: InvitationTable;
  api_token: ApiTokenTable;
  oidc_identity: OidcIdentityTable;
  oidc_attempt: OidcAttemptTable;
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
} & InvestmentTables &
  ForecastTables;
