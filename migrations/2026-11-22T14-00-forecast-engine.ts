import { type Kysely, sql } from 'kysely';
import { appendOnly, noFigures, wall } from './parts/wall.ts';

const tables = [
  'loan',
  'loan_rate_period',
  'rate_curve',
  'rate_point',
  'assumption',
  'share_key',
  'share_key_part',
  'scenario_basis',
] as const;

/** Loans and their rates, assumptions, share keys, and what a frozen scenario was computed from. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [
    loans,
    assumptions,
    keys,
    scenarios,
    figures,
    ceilings,
    ...tables.map(wall),
    ...tables.map(noFigures),
    appendOnly('scenario_basis'),
    frozen,
    hidden,
    grants,
  ]) {
    // One statement a call: the embedded database takes no more.
    for (const statement of script.split(';;')) await sql.raw(statement).execute(db);
  }
}

const loans = `
CREATE TABLE rate_curve (
  organisation_id uuid NOT NULL REFERENCES organisation,
  curve_id uuid NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL REFERENCES person,
  PRIMARY KEY (organisation_id, curve_id)
);;
CREATE TABLE rate_point (
  organisation_id uuid NOT NULL REFERENCES organisation,
  curve_id uuid NOT NULL,
  valid_from date NOT NULL,
  percent numeric(9, 4) NOT NULL CHECK (percent BETWEEN -100 AND 100),
  source text,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL REFERENCES person,
  PRIMARY KEY (organisation_id, curve_id, valid_from),
  FOREIGN KEY (organisation_id, curve_id) REFERENCES rate_curve ON DELETE CASCADE
);;
CREATE TABLE loan (
  organisation_id uuid NOT NULL REFERENCES organisation,
  loan_id uuid NOT NULL,
  lender text NOT NULL CHECK (lender <> ''),
  reference text NOT NULL CHECK (reference <> ''),
  principal numeric(18, 5) NOT NULL CHECK (principal <> 'NaN' AND principal > 0),
  drawn_on date NOT NULL,
  form text NOT NULL CHECK (form IN ('straight', 'annuity', 'atMaturity')),
  payments_a_year integer NOT NULL CHECK (payments_a_year IN (1, 2, 4, 12)),
  first_payment_on date NOT NULL,
  matures_on date NOT NULL,
  comment text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL REFERENCES person,
  changed_at timestamptz NOT NULL,
  changed_by uuid NOT NULL REFERENCES person,
  PRIMARY KEY (organisation_id, loan_id),
  CHECK (first_payment_on > drawn_on),
  CHECK (matures_on >= first_payment_on)
);;
CREATE TABLE loan_rate_period (
  organisation_id uuid NOT NULL REFERENCES organisation,
  loan_id uuid NOT NULL,
  valid_from date NOT NULL,
  percent numeric(9, 4) NOT NULL CHECK (percent BETWEEN -100 AND 100),
  curve_id uuid,
  PRIMARY KEY (organisation_id, loan_id, valid_from),
  FOREIGN KEY (organisation_id, loan_id) REFERENCES loan ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, curve_id) REFERENCES rate_curve
)`;

// An emptied assumption keeps its row, so that its version goes on counting.
const assumptions = `
CREATE TABLE assumption (
  organisation_id uuid NOT NULL REFERENCES organisation,
  assumption_id uuid NOT NULL,
  scenario_id uuid,
  kind text NOT NULL CHECK (kind <> ''),
  line_id uuid,
  valid_from date,
  percent numeric(9, 4) CHECK (percent BETWEEN -1000 AND 1000),
  low_percent numeric(9, 4) CHECK (low_percent BETWEEN -1000 AND 1000),
  high_percent numeric(9, 4) CHECK (high_percent BETWEEN -1000 AND 1000),
  amount numeric(18, 5) CHECK (amount <> 'NaN'),
  months integer CHECK (months BETWEEN -1200 AND 1200),
  last_month integer CHECK (last_month BETWEEN 1 AND 12),
  comment text,
  version integer NOT NULL DEFAULT 1,
  changed_at timestamptz NOT NULL,
  changed_by uuid NOT NULL REFERENCES person,
  PRIMARY KEY (organisation_id, assumption_id),
  UNIQUE NULLS NOT DISTINCT (organisation_id, scenario_id, kind, line_id, valid_from),
  FOREIGN KEY (organisation_id, scenario_id) REFERENCES scenario ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, line_id) REFERENCES investment_line
)`;

const keys = `
CREATE TABLE share_key (
  organisation_id uuid NOT NULL REFERENCES organisation,
  key_id uuid NOT NULL,
  valid_from date NOT NULL,
  type text NOT NULL CHECK (type IN ('population', 'percent')),
  source text NOT NULL CHECK (source <> ''),
  version integer NOT NULL DEFAULT 1,
  changed_at timestamptz NOT NULL,
  changed_by uuid NOT NULL REFERENCES person,
  PRIMARY KEY (organisation_id, key_id),
  UNIQUE (organisation_id, valid_from)
);;
CREATE TABLE share_key_part (
  organisation_id uuid NOT NULL REFERENCES organisation,
  key_id uuid NOT NULL,
  member_id uuid NOT NULL,
  weight numeric(12, 4) NOT NULL CHECK (weight <> 'NaN' AND weight >= 0),
  PRIMARY KEY (organisation_id, key_id, member_id),
  FOREIGN KEY (organisation_id, key_id) REFERENCES share_key ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, member_id) REFERENCES member
)`;

// An owner that the wall stops could not read the rows that are there to see that they fit.
const scenarios = `
ALTER TABLE scenario ADD parent_id uuid;;
ALTER TABLE scenario ADD FOREIGN KEY (organisation_id, parent_id) REFERENCES scenario NOT VALID;;
CREATE TABLE scenario_basis (
  organisation_id uuid NOT NULL REFERENCES organisation,
  scenario_id uuid NOT NULL,
  document text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, scenario_id),
  FOREIGN KEY (organisation_id, scenario_id) REFERENCES scenario
)`;

// Borrowing can follow the investeringsbudget too, which is no ärende.
const figures = `
ALTER TABLE forecast_row DROP CONSTRAINT forecast_row_check1;;
ALTER TABLE forecast_row ADD CONSTRAINT forecast_row_follows
  CHECK (arende_id IS NOT NULL OR source <> 'linked' OR kind = 'borrowingInvestments');;
ALTER TABLE forecast_row ADD CONSTRAINT forecast_row_arende
  CHECK (arende_id IS NULL OR source = 'linked')`;

// A ceiling that was entered wrong is replaced by a new row; the old one stays.
const ceilings = `
ALTER TABLE borgenstak
  ADD created_at timestamptz,
  ADD created_by uuid,
  ADD replaces_id uuid,
  ADD is_withdrawn boolean NOT NULL DEFAULT false;;
ALTER TABLE borgenstak DROP CONSTRAINT borgenstak_organisation_id_valid_from_key;;
ALTER TABLE borgenstak ADD UNIQUE (organisation_id, replaces_id);;
ALTER TABLE borgenstak ADD FOREIGN KEY (organisation_id, replaces_id) REFERENCES borgenstak NOT VALID;;
ALTER TABLE borgenstak ADD FOREIGN KEY (created_by) REFERENCES person NOT VALID`;

const frozen = `
CREATE FUNCTION refuse_frozen_assumption() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  organisation uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.organisation_id ELSE NEW.organisation_id END;
  touched uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.scenario_id ELSE NEW.scenario_id END;
BEGIN
  IF EXISTS (SELECT FROM scenario s WHERE s.organisation_id = organisation
    AND s.scenario_id = touched AND s.status = 'faststalld') THEN
    RAISE EXCEPTION 'scenario is frozen' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;;
CREATE TRIGGER assumption_frozen BEFORE INSERT OR UPDATE OR DELETE ON assumption
  FOR EACH ROW WHEN (current_user <> 'tkr_demo')
  EXECUTE FUNCTION refuse_frozen_assumption()`;

// What a scenario assumes is hidden where the scenario is.
const role = `COALESCE(current_setting('tkr.role', true), '')`;
const hidden = ['assumption', 'scenario_basis']
  .map(
    (table) => `CREATE POLICY private_draft ON ${table} AS RESTRICTIVE FOR SELECT
    USING (${role} <> 'direktion' OR scenario_id IS NULL
      OR scenario_id IN (SELECT s.scenario_id FROM scenario s))`,
  )
  .join(';;');

const grants = `
GRANT SELECT, INSERT, UPDATE, DELETE ON loan, loan_rate_period, rate_curve, rate_point, assumption,
  share_key, share_key_part TO tkr_app;;
GRANT SELECT, INSERT ON scenario_basis TO tkr_app`;
