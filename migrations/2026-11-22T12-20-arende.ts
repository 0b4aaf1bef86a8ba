import { type Kysely, sql } from 'kysely';
import { appendOnly, noFigures, wall } from './parts/wall.ts';

const tables = [
  'arende',
  'arende_entry',
  'arende_text',
  'arende_document',
  'arende_beslut',
  'arende_budgetpost',
] as const;

/** The ärende: what is proposed, why, what was decided, and the entries that it became. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const walls = [...tables.map(wall), ...tables.map(noFigures)];
  const onlyAdded = ['arende_beslut', 'arende_budgetpost'].map(appendOnly);
  for (const script of [
    arende,
    decided,
    guards,
    forecast,
    ...onlyAdded,
    ...walls,
    hidden,
    grants,
  ]) {
    // One statement a call: the embedded database takes no more.
    for (const statement of script.split(';;')) await sql.raw(statement).execute(db);
  }
}

const arende = `
CREATE TABLE arende (
  organisation_id uuid NOT NULL REFERENCES organisation,
  arende_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('tillaggsbudget', 'omdisponering', 'correction')),
  dnr text,
  title text NOT NULL CHECK (title <> ''),
  year integer NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  status text NOT NULL CHECK (status IN ('utkast', 'beredning', 'beslutad')),
  outcome text CHECK (outcome IN ('bifall', 'avslag')),
  base_scenario_id uuid,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL REFERENCES person,
  PRIMARY KEY (organisation_id, arende_id),
  FOREIGN KEY (organisation_id, base_scenario_id) REFERENCES scenario
    ON DELETE SET NULL (base_scenario_id),
  CHECK ((status = 'beslutad') = (outcome IS NOT NULL))
);;
CREATE TABLE arende_entry (
  organisation_id uuid NOT NULL REFERENCES organisation,
  entry_id uuid NOT NULL,
  arende_id uuid NOT NULL,
  position integer NOT NULL,
  kind text NOT NULL CHECK (kind IN
    ('aterbudgetering', 'tillaggsaskande', 'omdisponering', 'newLine', 'correction')),
  line_id uuid,
  new_line_name text CHECK (new_line_name <> ''),
  year integer NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  from_year integer CHECK (from_year BETWEEN 2000 AND 2100),
  from_line_id uuid,
  corrects_id uuid,
  amount numeric(18, 5) NOT NULL CHECK (amount <> 'NaN'),
  decided_amount numeric(18, 5) CHECK (decided_amount <> 'NaN'),
  reason text,
  created_by uuid NOT NULL REFERENCES person,
  PRIMARY KEY (organisation_id, entry_id),
  FOREIGN KEY (organisation_id, arende_id) REFERENCES arende ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, line_id) REFERENCES investment_line,
  FOREIGN KEY (organisation_id, from_line_id) REFERENCES investment_line,
  FOREIGN KEY (organisation_id, corrects_id) REFERENCES budgetpost,
  CHECK ((kind = 'newLine') = (new_line_name IS NOT NULL)),
  CHECK (kind = 'newLine' OR line_id IS NOT NULL),
  CHECK ((kind = 'aterbudgetering') = (from_year IS NOT NULL)),
  CHECK ((kind = 'omdisponering') = (from_line_id IS NOT NULL)),
  CHECK ((kind = 'correction') = (corrects_id IS NOT NULL))
);;
CREATE INDEX arende_entry_by_arende ON arende_entry (organisation_id, arende_id);;
CREATE TABLE arende_text (
  organisation_id uuid NOT NULL REFERENCES organisation,
  arende_id uuid NOT NULL,
  block text NOT NULL CHECK (block IN ('beslut', 'sammanfattning', 'arendet',
    'konsekvensbeskrivning', 'beslutsunderlag', 'beslutsexpediering')),
  body text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  changed_at timestamptz NOT NULL,
  changed_by uuid NOT NULL REFERENCES person,
  PRIMARY KEY (organisation_id, arende_id, block),
  FOREIGN KEY (organisation_id, arende_id) REFERENCES arende ON DELETE CASCADE
);;
CREATE TABLE arende_document (
  organisation_id uuid NOT NULL REFERENCES organisation,
  document_id uuid NOT NULL,
  arende_id uuid NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  dated date,
  sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL REFERENCES person,
  PRIMARY KEY (organisation_id, document_id),
  FOREIGN KEY (organisation_id, arende_id) REFERENCES arende ON DELETE CASCADE
)`;

// A återremiss is a decision too, and the ärende goes on after it; so there can be several.
const decided = `
CREATE TABLE arende_beslut (
  organisation_id uuid NOT NULL REFERENCES organisation,
  arende_id uuid NOT NULL,
  step integer NOT NULL CHECK (step > 0),
  outcome text NOT NULL CHECK (outcome IN ('bifall', 'avslag', 'aterremiss')),
  beslut_id uuid NOT NULL,
  how text NOT NULL CHECK (how IN ('decided', 'registered')),
  protocol text,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL REFERENCES person,
  PRIMARY KEY (organisation_id, arende_id, step),
  FOREIGN KEY (organisation_id, arende_id) REFERENCES arende,
  FOREIGN KEY (organisation_id, beslut_id) REFERENCES beslut,
  CHECK (how <> 'registered' OR protocol IS NOT NULL)
);;
CREATE TABLE arende_budgetpost (
  organisation_id uuid NOT NULL REFERENCES organisation,
  budgetpost_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  PRIMARY KEY (organisation_id, budgetpost_id),
  FOREIGN KEY (organisation_id, budgetpost_id) REFERENCES budgetpost,
  FOREIGN KEY (organisation_id, entry_id) REFERENCES arende_entry
)`;

// The rules refuse first; the database refuses even where a service forgets to ask.
const guards = `
CREATE FUNCTION refuse_decided() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  organisation uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.organisation_id ELSE NEW.organisation_id END;
  touched uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.arende_id ELSE NEW.arende_id END;
BEGIN
  IF EXISTS (SELECT FROM arende a WHERE a.organisation_id = organisation
    AND a.arende_id = touched AND a.status = 'beslutad') THEN
    RAISE EXCEPTION 'arende is decided' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;;
-- A scenario that an ärende was shown beside may be deleted; nothing else of the ärende changes.
CREATE FUNCTION refuse_decided_arende() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - 'base_scenario_id'
    IS DISTINCT FROM to_jsonb(OLD) - 'base_scenario_id' THEN
    RAISE EXCEPTION 'arende is decided' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;;
CREATE TRIGGER arende_decided BEFORE UPDATE OR DELETE ON arende
  FOR EACH ROW WHEN (current_user <> 'tkr_demo' AND OLD.status = 'beslutad')
  EXECUTE FUNCTION refuse_decided_arende();;
CREATE TRIGGER arende_entry_decided BEFORE INSERT OR UPDATE OR DELETE ON arende_entry
  FOR EACH ROW WHEN (current_user <> 'tkr_demo') EXECUTE FUNCTION refuse_decided();;
CREATE TRIGGER arende_text_decided BEFORE INSERT OR UPDATE OR DELETE ON arende_text
  FOR EACH ROW WHEN (current_user <> 'tkr_demo') EXECUTE FUNCTION refuse_decided();;
CREATE TRIGGER arende_document_decided BEFORE INSERT OR UPDATE OR DELETE ON arende_document
  FOR EACH ROW WHEN (current_user <> 'tkr_demo') EXECUTE FUNCTION refuse_decided()`;

// A linked figure follows its ärende until the scenario is frozen; what it was then is kept.
const forecast = `
ALTER TABLE forecast_row
  ADD arende_id uuid,
  ADD linked_amount numeric(18, 5) CHECK (linked_amount <> 'NaN');;
-- No row has one yet, and an owner that the wall stops could not read them to see that.
ALTER TABLE forecast_row
  ADD FOREIGN KEY (organisation_id, arende_id) REFERENCES arende NOT VALID;;
ALTER TABLE forecast_row
  ADD CHECK ((source = 'linked') = (arende_id IS NOT NULL));;
ALTER TABLE forecast_row
  ADD CHECK (linked_amount IS NULL OR source = 'linked')`;

// A draft is its ekonom's own until it goes to beredning.
const role = `COALESCE(current_setting('tkr.role', true), '')`;
const hidden = [
  `CREATE POLICY own_draft ON arende AS RESTRICTIVE FOR SELECT
    USING (status <> 'utkast' OR ${role} <> 'direktion')`,
  ...['arende_entry', 'arende_text', 'arende_document', 'arende_beslut'].map(
    (table) => `CREATE POLICY own_draft ON ${table} AS RESTRICTIVE FOR SELECT
    USING (${role} <> 'direktion' OR arende_id IN (SELECT a.arende_id FROM arende a))`,
  ),
].join(';;');

const grants = `
GRANT SELECT, INSERT, UPDATE, DELETE ON arende, arende_entry, arende_text, arende_document
  TO tkr_app;;
GRANT SELECT, INSERT ON arende_beslut, arende_budgetpost TO tkr_app`;
