import { type Kysely, sql } from 'kysely';
import { noFigures, wall } from './parts/wall.ts';

const tables = [
  'mapping',
  'mapping_rule',
  'utfall_file',
  'utfall_file_part',
  'utfall_source',
  'utfall_amount',
] as const;

/** What was booked, where it comes from, and how accounts and projects become lines. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const scripts = [lines, mapping, files, utfall, ...tables.map(wall), ...tables.map(noFigures)];
  for (const script of [...scripts, grants]) {
    // One statement a call: the embedded database takes no more.
    for (const statement of script.split(';;')) await sql.raw(statement).execute(db);
  }
}

const lines = `
ALTER TABLE investment_line ADD line_type text NOT NULL DEFAULT 'reinvestering'
  CHECK (line_type IN ('reinvestering', 'projekt', 'ramanslag'))`;

// A mapping is written whole, as a new version; the first rule that fits an amount decides.
const mapping = `
CREATE TABLE mapping (
  organisation_id uuid NOT NULL REFERENCES organisation,
  version integer NOT NULL CHECK (version > 0),
  comment text,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL REFERENCES person,
  PRIMARY KEY (organisation_id, version)
);;
CREATE TABLE mapping_rule (
  organisation_id uuid NOT NULL REFERENCES organisation,
  version integer NOT NULL,
  position integer NOT NULL,
  account_from text,
  account_to text,
  dimension text,
  object_from text,
  object_to text,
  name text,
  target text NOT NULL CHECK (target IN ('line', 'drift', 'outside')),
  line_id uuid,
  driftrad text,
  PRIMARY KEY (organisation_id, version, position),
  FOREIGN KEY (organisation_id, version) REFERENCES mapping,
  FOREIGN KEY (organisation_id, line_id) REFERENCES investment_line,
  CHECK ((target = 'line') = (line_id IS NOT NULL)),
  CHECK (target = 'drift' OR driftrad IS NULL),
  CHECK ((account_from IS NULL) = (account_to IS NULL)),
  CHECK ((dimension IS NULL) = (object_from IS NULL)),
  CHECK ((object_from IS NULL) = (object_to IS NULL))
)`;

// The file itself, compressed and in parts, so that a figure can be followed down to its voucher.
const files = `
CREATE TABLE utfall_file (
  organisation_id uuid NOT NULL REFERENCES organisation,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  byte_size bigint NOT NULL CHECK (byte_size > 0),
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, sha256)
);;
CREATE TABLE utfall_file_part (
  organisation_id uuid NOT NULL REFERENCES organisation,
  sha256 text NOT NULL,
  part integer NOT NULL CHECK (part >= 0),
  bytes bytea NOT NULL,
  PRIMARY KEY (organisation_id, sha256, part),
  FOREIGN KEY (organisation_id, sha256) REFERENCES utfall_file
)`;

// A source is one import, or one amount that was typed. Later sources take the place of earlier
// ones where they know the same line and month; one that is undone never was.
const utfall = `
CREATE TABLE utfall_source (
  organisation_id uuid NOT NULL REFERENCES organisation,
  source_id uuid NOT NULL,
  source_number bigint GENERATED ALWAYS AS IDENTITY,
  kind text NOT NULL CHECK (kind IN ('typed', 'sie4', 'sie5', 'csv', 'xlsx')),
  comment text,
  file_name text,
  sha256 text,
  encoding text,
  mapping_version integer,
  facts text,
  warnings text,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL REFERENCES person,
  undone_at timestamptz,
  undone_by uuid REFERENCES person,
  PRIMARY KEY (organisation_id, source_id),
  FOREIGN KEY (organisation_id, mapping_version) REFERENCES mapping,
  CHECK ((kind = 'typed') = (file_name IS NULL)),
  CHECK ((kind = 'typed') = (sha256 IS NULL)),
  CHECK ((undone_at IS NULL) = (undone_by IS NULL))
);;
CREATE TABLE utfall_amount (
  organisation_id uuid NOT NULL REFERENCES organisation,
  source_id uuid NOT NULL,
  amount_number integer NOT NULL,
  year integer NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  month integer CHECK (month BETWEEN 1 AND 12),
  account text,
  objects text NOT NULL DEFAULT '',
  name text,
  file_row integer,
  target text NOT NULL CHECK (target IN ('line', 'drift', 'outside', 'unmapped')),
  line_id uuid,
  driftrad text,
  amount numeric(18, 5) NOT NULL CHECK (amount <> 'NaN'),
  PRIMARY KEY (organisation_id, source_id, amount_number),
  FOREIGN KEY (organisation_id, source_id) REFERENCES utfall_source,
  FOREIGN KEY (organisation_id, line_id) REFERENCES investment_line,
  CHECK ((target = 'line') = (line_id IS NOT NULL))
);;
CREATE INDEX utfall_amount_by_line ON utfall_amount (organisation_id, line_id, year)`;

const grants = `
GRANT SELECT, INSERT ON mapping, mapping_rule TO tkr_app;;
GRANT SELECT, INSERT, DELETE ON utfall_file, utfall_file_part TO tkr_app;;
GRANT SELECT, INSERT, UPDATE ON utfall_source TO tkr_app;;
GRANT SELECT, INSERT, UPDATE, DELETE ON utfall_amount TO tkr_app;;
GRANT SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO tkr_keeper`;
