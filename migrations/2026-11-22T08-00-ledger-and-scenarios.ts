import { type Kysely, sql } from 'kysely';

/** Tables whose rows belong to an organisation: row level security stands on each of them. */
const tenantTables = [
  'organisation',
  'membership',
  'beslut',
  'investment_line',
  'budgetpost',
  'borgenstak',
  'scenario',
  'forecast_row',
  'printed_figure',
  'idempotency_key',
  'audit_log',
  'audit_head',
] as const;

/** The ledger, the scenarios, the log, and the wall between organisations. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const walls = tenantTables.map(wall);
  for (const script of [
    role,
    people,
    ledger,
    scenarios,
    printed,
    log,
    opening,
    guards,
    ...walls,
    lists,
    grants,
  ]) {
    // One statement a call: the embedded database takes no more.
    for (const statement of script.split(';;')) await sql.raw(statement).execute(db);
  }
}

// Requests run as a role that owns nothing. It belongs to the whole cluster, so another database
// may have made it already, or be making it right now.
const role = `
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tkr_app') THEN
    CREATE ROLE tkr_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;;
DO $$ BEGIN
  IF NOT pg_has_role(current_user, 'tkr_app', 'MEMBER') THEN
    EXECUTE format('GRANT tkr_app TO %I', current_user);
  END IF;
END $$`;

const people = `
CREATE TABLE person (
  person_id uuid PRIMARY KEY,
  name text NOT NULL CHECK (name <> '')
);;
CREATE TABLE organisation (
  organisation_id uuid PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  slug text NOT NULL UNIQUE CHECK (slug <> ''),
  is_demo boolean NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);;
CREATE TABLE membership (
  organisation_id uuid NOT NULL REFERENCES organisation,
  person_id uuid NOT NULL REFERENCES person,
  role text NOT NULL CHECK (role IN ('ekonom', 'direktion', 'revisor', 'administrator')),
  PRIMARY KEY (organisation_id, person_id)
);;
CREATE TABLE installation (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  demo_person_id uuid REFERENCES person
);;
INSERT INTO installation DEFAULT VALUES`;

const ledger = `
CREATE TABLE beslut (
  organisation_id uuid NOT NULL REFERENCES organisation,
  beslut_id uuid NOT NULL,
  title text NOT NULL CHECK (title <> ''),
  organ text NOT NULL CHECK (organ <> ''),
  decided_on date,
  paragraph text,
  dnr text,
  note text,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid NOT NULL REFERENCES person,
  PRIMARY KEY (organisation_id, beslut_id)
);;
CREATE TABLE investment_line (
  organisation_id uuid NOT NULL REFERENCES organisation,
  line_id uuid NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  position integer NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid NOT NULL REFERENCES person,
  PRIMARY KEY (organisation_id, line_id),
  UNIQUE (organisation_id, name)
);;
CREATE TABLE budgetpost (
  organisation_id uuid NOT NULL REFERENCES organisation,
  budgetpost_id uuid NOT NULL,
  entry_number bigint GENERATED ALWAYS AS IDENTITY,
  line_id uuid NOT NULL,
  year integer NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  kind text NOT NULL
    CHECK (kind IN ('ursprunglig', 'aterbudgetering', 'tillaggsaskande', 'omdisponering')),
  amount numeric(18, 5) NOT NULL CHECK (amount <> 'NaN'),
  other_year integer CHECK (other_year BETWEEN 2000 AND 2100),
  other_line_id uuid,
  pair_id uuid,
  replaces_id uuid,
  beslut_id uuid NOT NULL,
  comment text,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid NOT NULL REFERENCES person,
  PRIMARY KEY (organisation_id, budgetpost_id),
  FOREIGN KEY (organisation_id, line_id) REFERENCES investment_line,
  FOREIGN KEY (organisation_id, other_line_id) REFERENCES investment_line,
  FOREIGN KEY (organisation_id, beslut_id) REFERENCES beslut,
  FOREIGN KEY (organisation_id, replaces_id) REFERENCES budgetpost,
  UNIQUE (organisation_id, replaces_id),
  CHECK ((kind = 'aterbudgetering') = (other_year IS NOT NULL)),
  CHECK ((kind = 'omdisponering') = (other_line_id IS NOT NULL)),
  CHECK ((kind IN ('aterbudgetering', 'omdisponering')) = (pair_id IS NOT NULL))
);;
CREATE INDEX budgetpost_by_year ON budgetpost (organisation_id, year);;
CREATE INDEX budgetpost_by_pair ON budgetpost (organisation_id, pair_id);;
CREATE TABLE borgenstak (
  organisation_id uuid NOT NULL REFERENCES organisation,
  borgenstak_id uuid NOT NULL,
  valid_from date NOT NULL,
  amount numeric(18, 5) NOT NULL CHECK (amount <> 'NaN' AND amount >= 0),
  beslut_id uuid NOT NULL,
  PRIMARY KEY (organisation_id, borgenstak_id),
  FOREIGN KEY (organisation_id, beslut_id) REFERENCES beslut,
  UNIQUE (organisation_id, valid_from)
)`;

const scenarios = `
CREATE TABLE scenario (
  organisation_id uuid NOT NULL REFERENCES organisation,
  scenario_id uuid NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  description text,
  status text NOT NULL CHECK (status IN ('utkast', 'faststalld')),
  frozen_at timestamptz,
  frozen_by uuid REFERENCES person,
  opening_year integer NOT NULL CHECK (opening_year BETWEEN 2000 AND 2100),
  last_year integer NOT NULL CHECK (last_year BETWEEN opening_year + 1 AND opening_year + 20),
  position integer NOT NULL,
  version integer NOT NULL DEFAULT 1,
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid NOT NULL REFERENCES person,
  PRIMARY KEY (organisation_id, scenario_id),
  UNIQUE (organisation_id, name),
  CHECK ((status = 'faststalld') = (frozen_at IS NOT NULL)),
  CHECK ((frozen_at IS NULL) = (frozen_by IS NULL))
);;
CREATE TABLE forecast_row (
  organisation_id uuid NOT NULL REFERENCES organisation,
  scenario_id uuid NOT NULL,
  year integer NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  kind text NOT NULL CHECK (kind IN ('openingDebt', 'borrowingInvestments',
    'borrowingTillaggsbudget', 'borrowingEquityUse', 'amortisation')),
  source text NOT NULL CHECK (source IN ('typed', 'linked', 'computed')),
  amount numeric(18, 5) CHECK (amount <> 'NaN'),
  comment text,
  version integer NOT NULL DEFAULT 1,
  changed_at timestamptz NOT NULL DEFAULT now(),
  changed_by uuid NOT NULL REFERENCES person,
  PRIMARY KEY (organisation_id, scenario_id, year, kind),
  FOREIGN KEY (organisation_id, scenario_id) REFERENCES scenario ON DELETE CASCADE,
  CHECK (kind <> 'amortisation' OR amount <= 0)
)`;

const printed = `
CREATE TABLE printed_figure (
  organisation_id uuid NOT NULL REFERENCES organisation,
  printed_figure_id uuid NOT NULL,
  scenario_id uuid,
  year integer NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  figure text NOT NULL,
  amount numeric(18, 5) NOT NULL CHECK (amount <> 'NaN'),
  printed_in text NOT NULL CHECK (printed_in IN ('table', 'text')),
  source text NOT NULL CHECK (source <> ''),
  PRIMARY KEY (organisation_id, printed_figure_id),
  FOREIGN KEY (organisation_id, scenario_id) REFERENCES scenario ON DELETE CASCADE
)`;

const log = `
CREATE TABLE idempotency_key (
  organisation_id uuid NOT NULL REFERENCES organisation,
  person_id uuid NOT NULL REFERENCES person,
  key text NOT NULL,
  fingerprint text NOT NULL,
  answer text,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, person_id, key)
);;
CREATE TABLE audit_log (
  organisation_id uuid NOT NULL REFERENCES organisation,
  seq bigint NOT NULL,
  at timestamptz NOT NULL,
  actor_id uuid NOT NULL REFERENCES person,
  request_id text NOT NULL,
  action text NOT NULL,
  entity_id uuid NOT NULL,
  before text,
  after text,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (organisation_id, seq)
);;
CREATE TABLE audit_head (
  organisation_id uuid PRIMARY KEY REFERENCES organisation,
  seq bigint NOT NULL,
  hash text NOT NULL
)`;

// What every transaction begins with, in one statement: it names the organisation and the person,
// puts on the role that owns nothing, and tells what the person is there and how far the log is.
const opening = `
CREATE FUNCTION open_organisation(organisation uuid, person uuid, OUT role text, OUT seq bigint)
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('tkr.organisation_id', organisation::text, true),
    set_config('tkr.person_id', person::text, true),
    set_config('role', 'tkr_app', true);
  SELECT m.role, h.seq INTO role, seq
  FROM membership m JOIN audit_head h USING (organisation_id)
  WHERE m.organisation_id = organisation AND m.person_id = person;
END $$`;

// The second of two walls: the rules refuse first, and the database refuses even its owner.
const guards = `
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;;
CREATE TRIGGER budgetpost_append_only BEFORE UPDATE OR DELETE ON budgetpost
  FOR EACH ROW EXECUTE FUNCTION refuse_change();;
CREATE TRIGGER budgetpost_no_truncate BEFORE TRUNCATE ON budgetpost
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();;
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE ON audit_log
  FOR EACH ROW EXECUTE FUNCTION refuse_change();;
CREATE TRIGGER audit_log_no_truncate BEFORE TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();;
CREATE FUNCTION refuse_frozen_scenario() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'faststalld' AND (TG_OP = 'DELETE'
    OR to_jsonb(NEW) - 'position' - 'version' - 'revision'
      IS DISTINCT FROM to_jsonb(OLD) - 'position' - 'version' - 'revision') THEN
    RAISE EXCEPTION 'scenario is frozen' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;;
CREATE TRIGGER scenario_frozen BEFORE UPDATE OR DELETE ON scenario
  FOR EACH ROW EXECUTE FUNCTION refuse_frozen_scenario();;
CREATE FUNCTION refuse_frozen_row() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched forecast_row := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  IF EXISTS (SELECT FROM scenario s WHERE s.organisation_id = touched.organisation_id
    AND s.scenario_id = touched.scenario_id AND s.status = 'faststalld') THEN
    RAISE EXCEPTION 'scenario is frozen' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN touched;
END $$;;
CREATE TRIGGER forecast_row_frozen BEFORE INSERT OR UPDATE OR DELETE ON forecast_row
  FOR EACH ROW EXECUTE FUNCTION refuse_frozen_row()`;

function wall(table: (typeof tenantTables)[number]): string {
  const own = `organisation_id = NULLIF(current_setting('tkr.organisation_id', true), '')::uuid`;
  const mine = `NULLIF(current_setting('tkr.person_id', true), '')::uuid`;
  // A person finds the way to an organisation before any is chosen, through the memberships alone.
  const seen: Record<string, string> = {
    organisation: `${own} OR organisation_id IN
      (SELECT m.organisation_id FROM membership m WHERE m.person_id = ${mine})`,
    membership: `${own} OR person_id = ${mine}`,
  };
  return `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;;
    CREATE POLICY own_organisation ON ${table}
      USING (${own}) WITH CHECK (${own});;
    CREATE POLICY readable ON ${table} FOR SELECT USING (${seen[table] ?? own})`;
}

// Checks and backups have to find the organisations before they can enter them one by one.
const lists = `
CREATE POLICY listed_by_owner ON organisation FOR SELECT TO CURRENT_USER USING (true)`;

const grants = `
GRANT USAGE ON SCHEMA public TO tkr_app;;
GRANT SELECT, INSERT ON person, organisation, membership, beslut, budgetpost, borgenstak,
  printed_figure, audit_log TO tkr_app;;
GRANT SELECT, INSERT, UPDATE ON investment_line, audit_head TO tkr_app;;
GRANT SELECT, INSERT, UPDATE, DELETE ON scenario, forecast_row, idempotency_key TO tkr_app;;
GRANT SELECT, UPDATE ON installation TO tkr_app;;
-- Deleting a draft takes its printed figures along.
GRANT DELETE ON printed_figure TO tkr_app`;
