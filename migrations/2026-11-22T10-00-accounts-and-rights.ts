import { type Kysely, sql } from 'kysely';

/** People log in, have a role in each organisation, and every change of theirs is walled in by it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [
    roles,
    people,
    organisations,
    credentials,
    ways,
    scenarios,
    log,
    opening,
    accountWalls,
    roleWalls,
    keeper,
    demo,
    grants,
  ]) {
    // One statement a call: the embedded database takes no more.
    for (const statement of script.split(';;')) await sql.raw(statement).execute(db);
  }
}

// tkr_accounts sees people, sessions and secrets, and no figures; tkr_app the other way round.
// tkr_keeper reads everything, for checks and backups, and is nobody that requests can become;
// tkr_demo may delete, and sees nothing but the demo.
const roles = ['tkr_app', 'tkr_accounts', 'tkr_keeper', 'tkr_demo']
  .map(
    (role) => `
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN
    CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;;
DO $$
DECLARE
  may boolean := pg_has_role(current_user, '${role}', 'MEMBER');
BEGIN
  -- From version 16 on whoever makes a role belongs to it, and may still not become it.
  IF may AND current_setting('server_version_num')::integer >= 160000 THEN
    may := pg_has_role(current_user, '${role}', 'SET');
  END IF;
  IF NOT may THEN EXECUTE format('GRANT ${role} TO %I', current_user); END IF;
END $$`,
  )
  .join(';;');

const people = `
ALTER TABLE person
  ADD email text UNIQUE CHECK (email <> ''),
  ADD is_demo boolean NOT NULL DEFAULT false,
  ADD is_operator boolean NOT NULL DEFAULT false,
  ADD created_at timestamptz NOT NULL DEFAULT now(),
  ADD disabled_at timestamptz;;
UPDATE person SET is_demo = true
WHERE person_id IN (SELECT demo_person_id FROM installation);;
ALTER TABLE installation DROP COLUMN demo_person_id`;

const organisations = `
ALTER TABLE organisation
  ADD orgnr text CHECK (orgnr ~ '^\\d{6}-\\d{4}$'),
  ADD requires_second_factor boolean NOT NULL DEFAULT false,
  ADD version integer NOT NULL DEFAULT 1;;
ALTER TABLE membership
  ADD created_at timestamptz NOT NULL DEFAULT now(),
  ADD ended_at timestamptz,
  ADD version integer NOT NULL DEFAULT 1;;
CREATE TABLE member (
  organisation_id uuid NOT NULL REFERENCES organisation,
  member_id uuid NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  kommunkod text CHECK (kommunkod ~ '^\\d{4}$'),
  joined_on date,
  left_on date CHECK (left_on > joined_on),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid NOT NULL REFERENCES person,
  PRIMARY KEY (organisation_id, member_id),
  UNIQUE (organisation_id, name)
)`;

// Secrets that were made by a machine are stored as SHA-256, those that a person chose as argon2id.
const credentials = `
CREATE TABLE password (
  person_id uuid PRIMARY KEY REFERENCES person,
  hash text NOT NULL,
  changed_at timestamptz NOT NULL
);;
CREATE TABLE totp (
  person_id uuid PRIMARY KEY REFERENCES person,
  secret text NOT NULL,
  confirmed_at timestamptz,
  last_step bigint NOT NULL DEFAULT 0
);;
CREATE TABLE recovery_code (
  person_id uuid NOT NULL REFERENCES person,
  code_hash text NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (person_id, code_hash)
);;
CREATE TABLE session (
  session_hash text PRIMARY KEY CHECK (session_hash ~ '^[0-9a-f]{64}$'),
  session_id uuid NOT NULL UNIQUE,
  person_id uuid NOT NULL REFERENCES person,
  stage text NOT NULL CHECK (stage IN ('password', 'full')),
  method text NOT NULL CHECK (method IN ('local', 'oidc', 'demo')),
  oidc_issuer text,
  acr text,
  has_second_factor boolean NOT NULL,
  user_agent text,
  created_at timestamptz NOT NULL,
  idle_until timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  CHECK ((method = 'oidc') = (oidc_issuer IS NOT NULL))
);;
CREATE INDEX session_by_person ON session (person_id);;
CREATE TABLE known_device (
  device_hash text PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL
);;
CREATE INDEX known_device_by_person ON known_device (person_id);;
CREATE TABLE attempt (
  kind text NOT NULL CHECK (kind IN ('account', 'address', 'device', 'totp')),
  key_hash text NOT NULL,
  failures integer NOT NULL CHECK (failures > 0),
  last_at timestamptz NOT NULL,
  PRIMARY KEY (kind, key_hash)
)`;

// Ways in: links that are used once, tokens for scripts, and logins at somebody else's.
const ways = `
CREATE TABLE person_link (
  link_hash text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('administrator', 'password')),
  person_id uuid REFERENCES person,
  created_at timestamptz NOT NULL,
  created_by uuid REFERENCES person,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  CHECK ((kind = 'password') = (person_id IS NOT NULL))
);;
CREATE TABLE invitation (
  organisation_id uuid NOT NULL REFERENCES organisation,
  invitation_id uuid NOT NULL,
  email text NOT NULL CHECK (email <> ''),
  name text NOT NULL CHECK (name <> ''),
  role text NOT NULL CHECK (role IN ('ekonom', 'direktion', 'revisor', 'administrator')),
  link_hash text NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL REFERENCES person,
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  accepted_by uuid REFERENCES person,
  revoked_at timestamptz,
  PRIMARY KEY (organisation_id, invitation_id),
  CHECK ((accepted_at IS NULL) = (accepted_by IS NULL))
);;
CREATE INDEX invitation_by_link ON invitation (link_hash);;
CREATE TABLE api_token (
  organisation_id uuid NOT NULL REFERENCES organisation,
  token_id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  name text NOT NULL CHECK (name <> ''),
  scope text NOT NULL CHECK (scope IN ('read', 'write')),
  token_hash text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  last_used_at timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (organisation_id, token_id),
  UNIQUE (organisation_id, token_hash)
);;
CREATE TABLE oidc_identity (
  issuer text NOT NULL,
  subject text NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (issuer, subject)
);;
CREATE TABLE oidc_attempt (
  state_hash text PRIMARY KEY,
  slug text NOT NULL,
  browser_hash text NOT NULL,
  nonce text NOT NULL,
  code_verifier text NOT NULL,
  return_to text NOT NULL,
  expires_at timestamptz NOT NULL
)`;

const scenarios = `
ALTER TABLE scenario ADD is_private boolean NOT NULL DEFAULT false;;
ALTER TABLE scenario ADD CHECK (NOT (is_private AND status = 'faststalld'))`;

const log = `
ALTER TABLE audit_log
  ADD role text,
  ADD token_id uuid;;
CREATE INDEX audit_log_by_entity ON audit_log (organisation_id, entity_id, seq);;
CREATE INDEX audit_log_by_actor ON audit_log (organisation_id, actor_id, seq)`;

// Every request begins with one of these: a statement that finds out who asks, names the
// organisation, and puts on the role that owns nothing.
const opening = `
DROP FUNCTION open_organisation(uuid, uuid);;
CREATE FUNCTION open_organisation(organisation uuid, person uuid, OUT role text, OUT head text,
  OUT slug text, OUT requires_second_factor boolean)
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('tkr.organisation_id', '', true),
    set_config('tkr.person_id', person::text, true),
    set_config('tkr.role', '', true),
    set_config('role', 'tkr_app', true);
  SELECT m.role INTO role FROM membership m
  WHERE m.organisation_id = organisation AND m.person_id = person AND m.ended_at IS NULL;
  -- Whoever does not belong to it is in no organisation: even a service that forgets to look finds
  -- no rows and can write none.
  IF role IS NULL THEN RETURN; END IF;
  PERFORM set_config('tkr.organisation_id', organisation::text, true),
    set_config('tkr.role', role, true);
  SELECT o.slug, o.requires_second_factor, h.hash INTO slug, requires_second_factor, head
  FROM organisation o LEFT JOIN audit_head h USING (organisation_id)
  WHERE o.organisation_id = organisation;
END $$;;
CREATE FUNCTION open_session(secret_hash text, at timestamptz, idle interval) RETURNS session
LANGUAGE plpgsql AS $$
DECLARE
  found session;
BEGIN
  PERFORM set_config('role', 'tkr_accounts', true);
  SELECT s.* INTO found FROM session s JOIN person p USING (person_id)
  WHERE s.session_hash = secret_hash AND at < s.idle_until AND at < s.ends_at
    AND s.created_at <= at + interval '5 minutes' AND p.disabled_at IS NULL;
  -- Once a minute is often enough: a read that writes costs a write.
  IF found.idle_until < at + idle - interval '1 minute' THEN
    UPDATE session SET idle_until = at + idle WHERE session_hash = secret_hash;
  END IF;
  PERFORM set_config('tkr.person_id', COALESCE(found.person_id::text, ''), true);
  RETURN found;
END $$;;
CREATE FUNCTION open_by_session(organisation uuid, secret_hash text, at timestamptz, idle interval,
  OUT person_id uuid, OUT stage text, OUT method text, OUT oidc_issuer text,
  OUT has_second_factor boolean, OUT role text, OUT head text, OUT slug text,
  OUT requires_second_factor boolean)
LANGUAGE plpgsql AS $$
DECLARE
  found session := open_session(secret_hash, at, idle);
BEGIN
  person_id := found.person_id;
  stage := found.stage;
  method := found.method;
  oidc_issuer := found.oidc_issuer;
  has_second_factor := found.has_second_factor;
  IF person_id IS NOT NULL THEN
    SELECT o.role, o.head, o.slug, o.requires_second_factor
    INTO role, head, slug, requires_second_factor
    FROM open_organisation(organisation, person_id) o;
  END IF;
END $$;;
CREATE FUNCTION open_by_token(organisation uuid, secret_hash text, at timestamptz,
  OUT person_id uuid, OUT token_id uuid, OUT scope text, OUT role text, OUT head text, OUT slug text)
LANGUAGE plpgsql AS $$
DECLARE
  used timestamptz;
BEGIN
  PERFORM set_config('role', 'tkr_accounts', true);
  SELECT t.person_id, t.token_id, t.scope, t.last_used_at INTO person_id, token_id, scope, used
  FROM api_token t JOIN person p USING (person_id)
  WHERE t.organisation_id = organisation AND t.token_hash = secret_hash
    AND t.revoked_at IS NULL AND at < t.expires_at AND p.disabled_at IS NULL;
  IF person_id IS NULL THEN RETURN; END IF;
  IF used IS NULL OR used < at - interval '1 minute' THEN
    UPDATE api_token SET last_used_at = at
    WHERE organisation_id = organisation AND api_token.token_id = open_by_token.token_id;
  END IF;
  SELECT o.role, o.head, o.slug INTO role, head, slug FROM open_organisation(organisation, person_id) o;
END $$`;

const own = `organisation_id = NULLIF(current_setting('tkr.organisation_id', true), '')::uuid`;
const mine = `person_id = NULLIF(current_setting('tkr.person_id', true), '')::uuid`;

const walled = (table: string): string => `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`;

// A name is seen by those who share an organisation with the person; secrets by the role for
// accounts alone.
const accountWalls = [
  ...['member', 'invitation', 'api_token'].flatMap((table) => [
    walled(table),
    `CREATE POLICY own_organisation ON ${table} USING (${own}) WITH CHECK (${own})`,
  ]),
  walled('person'),
  `CREATE POLICY readable ON person FOR SELECT TO tkr_app USING (${mine} OR person_id IN
    (SELECT m.person_id FROM membership m WHERE m.${own}))`,
  `CREATE POLICY accounts ON person TO tkr_accounts USING (true) WITH CHECK (true)`,
  ...['organisation', 'membership', 'invitation', 'api_token'].map(
    (table) => `CREATE POLICY accounts ON ${table} TO tkr_accounts USING (true) WITH CHECK (true)`,
  ),
].join(';;');

const role = `COALESCE(current_setting('tkr.role', true), '')`;

// What a role never sees, it does not see where a service forgets to ask either.
const roleWalls = [
  `CREATE POLICY private_draft ON scenario AS RESTRICTIVE FOR SELECT
    USING (NOT is_private OR ${role} <> 'direktion')`,
  ...['forecast_row', 'printed_figure'].map(
    (table) => `CREATE POLICY private_draft ON ${table} AS RESTRICTIVE FOR SELECT
    USING (${role} <> 'direktion' OR scenario_id IS NULL
      OR scenario_id IN (SELECT s.scenario_id FROM scenario s))`,
  ),
  ...['budgetpost', 'borgenstak', 'forecast_row', 'printed_figure'].map(
    (table) => `CREATE POLICY no_figures ON ${table} AS RESTRICTIVE FOR SELECT
    USING (${role} <> 'administrator')`,
  ),
  // A kept answer shows what its own caller was shown.
  `CREATE POLICY own_keys ON idempotency_key AS RESTRICTIVE TO tkr_app
    USING (${mine}) WITH CHECK (${mine})`,
  `CREATE POLICY only_revisor ON audit_log AS RESTRICTIVE FOR SELECT
    USING (${role} IN ('', 'revisor'))`,
].join(';;');

const walledTables = [
  ...['organisation', 'membership', 'beslut', 'investment_line', 'budgetpost', 'borgenstak'],
  ...['scenario', 'forecast_row', 'printed_figure', 'idempotency_key', 'audit_log', 'audit_head'],
  ...['member', 'invitation', 'api_token', 'person'],
];

const keeper = [
  ...walledTables.map(
    (table) => `CREATE POLICY keeper ON ${table} TO tkr_keeper USING (true) WITH CHECK (true)`,
  ),
  'DROP POLICY listed_by_owner ON organisation',
].join(';;');

// The demo can be taken away whole, its log and its entries too; nothing else can.
const demoRows = `organisation_id IN (SELECT o.organisation_id FROM organisation o WHERE o.is_demo)`;
const demo = [
  // These look into each other, and the role of the demo would go round in circles.
  'ALTER POLICY readable ON organisation TO tkr_app',
  'ALTER POLICY readable ON membership TO tkr_app',
  ...walledTables
    .filter((table) => table !== 'organisation' && table !== 'person')
    .map((table) => `CREATE POLICY demo ON ${table} TO tkr_demo USING (${demoRows})`),
  ...['organisation', 'person'].map(
    (table) => `CREATE POLICY demo ON ${table} TO tkr_demo USING (is_demo)`,
  ),
  `CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_user = 'tkr_demo' THEN RETURN OLD; END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$`,
  ...['scenario_frozen ON scenario', 'forecast_row_frozen ON forecast_row'].map(
    (trigger) => `DROP TRIGGER ${trigger}`,
  ),
  `CREATE TRIGGER scenario_frozen BEFORE UPDATE OR DELETE ON scenario
    FOR EACH ROW WHEN (current_user <> 'tkr_demo') EXECUTE FUNCTION refuse_frozen_scenario()`,
  `CREATE TRIGGER forecast_row_frozen BEFORE INSERT OR UPDATE OR DELETE ON forecast_row
    FOR EACH ROW WHEN (current_user <> 'tkr_demo') EXECUTE FUNCTION refuse_frozen_row()`,
].join(';;');

const grants = `
REVOKE ALL ON person FROM tkr_app;;
GRANT SELECT (person_id, name, email, is_demo) ON person TO tkr_app;;
GRANT UPDATE (name, orgnr, requires_second_factor, version) ON organisation TO tkr_app;;
GRANT UPDATE ON membership TO tkr_app;;
GRANT SELECT, INSERT, UPDATE, DELETE ON member TO tkr_app;;
GRANT SELECT, INSERT, UPDATE ON invitation, api_token TO tkr_app;;
GRANT USAGE ON SCHEMA public TO tkr_accounts, tkr_keeper;;
GRANT SELECT, INSERT, UPDATE ON person, password, totp TO tkr_accounts;;
GRANT DELETE ON password, totp TO tkr_accounts;;
GRANT SELECT, INSERT, UPDATE, DELETE ON recovery_code, session, known_device, attempt, person_link,
  oidc_identity, oidc_attempt TO tkr_accounts;;
GRANT SELECT, INSERT ON organisation, membership TO tkr_accounts;;
GRANT UPDATE ON membership TO tkr_accounts;;
REVOKE INSERT ON organisation, membership FROM tkr_app;;
GRANT SELECT, UPDATE ON invitation, api_token, installation TO tkr_accounts;;
-- A login that owns nothing still has to see whether the schema is the newest.
GRANT SELECT ON kysely_migration TO PUBLIC;;
GRANT USAGE ON SCHEMA public TO tkr_demo;;
GRANT SELECT, DELETE ON organisation, membership, beslut, investment_line, budgetpost, borgenstak,
  scenario, forecast_row, printed_figure, idempotency_key, audit_log, audit_head, member, invitation,
  api_token, person, person_link, session TO tkr_demo;;
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO tkr_keeper;;
GRANT SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO tkr_keeper`;
