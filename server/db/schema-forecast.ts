import type { ColumnType, Generated } from 'kysely';
import type { AssumptionKind } from '#domain/forecast/assumption-terms.ts';
import type { LoanForm, PaymentsAYear } from '#domain/forecast/loan-terms.ts';
import type { ShareKey } from '#domain/forecast/share-key.ts';

type WrittenOnce<Value> = ColumnType<Value, Value, never>;
type Optional<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>;

type LoanTable = {
  organisation_id: string;
  loan_id: string;
  lender: string;
  reference: string;
  principal: string;
  drawn_on: string;
  form: LoanForm;
  payments_a_year: PaymentsAYear;
  first_payment_on: string;
  matures_on: string;
  comment: string | null;
  version: Generated<number>;
  created_at: WrittenOnce<Date>;
  created_by: WrittenOnce<string>;
  changed_at: Date;
  changed_by: string;
};

type LoanRatePeriodTable = {
  organisation_id: string;
  loan_id: string;
  valid_from: string;
  percent: string;
  curve_id: string | null;
};

type RateCurveTable = {
  organisation_id: string;
  curve_id: string;
  name: string;
  version: Generated<number>;
  created_at: WrittenOnce<Date>;
  created_by: WrittenOnce<string>;
};

type RatePointTable = {
  organisation_id: string;
  curve_id: string;
  valid_from: string;
  percent: string;
  source: string | null;
  created_at: Date;
  created_by: string;
};

type AssumptionTable = {
  organisation_id: string;
  assumption_id: string;
  scenario_id: string | null;
  kind: AssumptionKind;
  line_id: string | null;
  valid_from: string | null;
  percent: Optional<string>;
  low_percent: Optional<string>;
  high_percent: Optional<string>;
  amount: Optional<string>;
  months: Optional<number>;
  last_month: Optional<number>;
  comment: Optional<string>;
  version: Generated<number>;
  changed_at: Date;
  changed_by: string;
};

type ShareKeyTable = {
  organisation_id: string;
  key_id: string;
  valid_from: string;
  type: ShareKey['type'];
  source: string;
  version: Generated<number>;
  changed_at: Date;
  changed_by: string;
};

type ShareKeyPartTable = {
  organisation_id: string;
  key_id: string;
  member_id: string;
  weight: string;
};

type ScenarioBasisTable = {
  organisation_id: WrittenOnce<string>;
  scenario_id: WrittenOnce<string>;
  document: WrittenOnce<string>;
  created_at: WrittenOnce<Date>;
};

/** The tables of loans, assumptions and share keys, as Kysely sees them. */
export type ForecastTables = {
  loan: LoanTable;
  loan_rate_period: LoanRatePeriodTable;
  rate_curve: RateCurveTable;
  rate_point: RatePointTable;
  assumption: AssumptionTable;
  share_key: ShareKeyTable;
  share_key_part: ShareKeyPartTable;
  scenario_basis: ScenarioBasisTable;
};
