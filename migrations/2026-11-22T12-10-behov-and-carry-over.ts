import { type Kysely, sql } from 'kysely';
import { appendOnly, noFigures, wall } from './parts/wall.ts';

const tables = ['article', 'article_price', 'behov', 'carry_over_policy', 'totalutgift'] as const;

/** What is needed and what it costs, what may be carried over, and what projects come to in all. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const onlyAdded = ['article_price', 'carry_over_policy', 'totalutgift'].map(appendOnly);
  const walls = [...tables.map(wall), ...tables.map(noFigures)];
  for (const script of [behov, policy, totalutgift, ...onlyAdded, ...walls, grants]) {
    // One statement a call: the embedded database takes no more.
    for (const statement of script.split(';;')) await sql.raw(statement).execute(db);
  }
}

// A price is never changed: a new one is another row, and a calculation keeps the one it was made with.
const behov = `
CREATE TABLE article (
  organisation_id uuid NOT NULL REFERENCES organisation,
  article_id uuid NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  unit text NOT NULL CHECK (unit <> ''),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL REFERENCES person,
  PRIMARY KEY (organisation_id, article_id),
  UNIQUE (organisation_id, name)
);;
CREATE TABLE article_price (
  organisation_id uuid NOT NULL REFERENCES organisation,
  price_id uuid NOT NULL,
  entry_number bigint GENERATED ALWAYS AS IDENTITY,
  article_id uuid NOT NULL,
  valid_from date NOT NULL,
  amount numeric(18, 5) NOT NULL CHECK (amount <> 'NaN' AND amount >= 0),
  source text,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL REFERENCES person,
  PRIMARY KEY (organisation_id, price_id),
  FOREIGN KEY (organisation_id, article_id) REFERENCES article
);;
CREATE INDEX article_price_by_article ON article_price (organisation_id, article_id);;
CREATE TABLE behov (
  organisation_id uuid NOT NULL REFERENCES organisation,
  behov_id uuid NOT NULL,
  line_id uuid NOT NULL,
  year integer NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  price_id uuid NOT NULL,
  volume numeric(14, 3) NOT NULL CHECK (volume <> 'NaN' AND volume >= 0),
  comment text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL REFERENCES person,
  changed_at timestamptz NOT NULL,
  changed_by uuid NOT NULL REFERENCES person,
  PRIMARY KEY (organisation_id, behov_id),
  FOREIGN KEY (organisation_id, line_id) REFERENCES investment_line,
  FOREIGN KEY (organisation_id, price_id) REFERENCES article_price
);;
CREATE INDEX behov_by_year ON behov (organisation_id, year, line_id)`;

// Of several with the same day the one that was entered last holds.
const policy = `
CREATE TABLE carry_over_policy (
  organisation_id uuid NOT NULL REFERENCES organisation,
  policy_id uuid NOT NULL,
  entry_number bigint GENERATED ALWAYS AS IDENTITY,
  valid_from date NOT NULL,
  line_type text NOT NULL CHECK (line_type IN ('reinvestering', 'projekt', 'ramanslag')),
  rule text NOT NULL CHECK (rule IN ('needsDecision', 'lapses', 'automatic')),
  delegation_percent numeric(7, 4) CHECK (delegation_percent BETWEEN 0 AND 100),
  delegation_amount numeric(18, 5) CHECK (delegation_amount <> 'NaN' AND delegation_amount >= 0),
  slutredovisning_amount numeric(18, 5)
    CHECK (slutredovisning_amount <> 'NaN' AND slutredovisning_amount >= 0),
  slutredovisning_months integer CHECK (slutredovisning_months BETWEEN 1 AND 120),
  source text NOT NULL CHECK (source <> ''),
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL REFERENCES person,
  PRIMARY KEY (organisation_id, policy_id),
  CHECK ((slutredovisning_amount IS NULL) = (slutredovisning_months IS NULL))
)`;

// The total that was decided for a project, and what it is now thought to come to; both are dated.
const totalutgift = `
CREATE TABLE totalutgift (
  organisation_id uuid NOT NULL REFERENCES organisation,
  totalutgift_id uuid NOT NULL,
  entry_number bigint GENERATED ALWAYS AS IDENTITY,
  line_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('beslutad', 'beraknad')),
  as_of date NOT NULL,
  amount numeric(18, 5) NOT NULL CHECK (amount <> 'NaN'),
  beslut_id uuid,
  comment text,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL REFERENCES person,
  PRIMARY KEY (organisation_id, totalutgift_id),
  FOREIGN KEY (organisation_id, line_id) REFERENCES investment_line,
  FOREIGN KEY (organisation_id, beslut_id) REFERENCES beslut,
  CHECK ((kind = 'beslutad') = (beslut_id IS NOT NULL))
)`;

const grants = `
GRANT SELECT, INSERT, UPDATE ON article TO tkr_app;;
GRANT SELECT, INSERT ON article_price, carry_over_policy, totalutgift TO tkr_app;;
GRANT SELECT, INSERT, UPDATE, DELETE ON behov TO tkr_app;;
GRANT SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO tkr_keeper`;
