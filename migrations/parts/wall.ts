const own = `organisation_id = NULLIF(current_setting('tkr.organisation_id', true), '')::uuid`;
const role = `COALESCE(current_setting('tkr.role', true), '')`;
const ofDemo = `organisation_id IN (SELECT o.organisation_id FROM organisation o WHERE o.is_demo)`;

/**
 * The statements, parted by `;;`, that put a new table behind the wall between organisations: row
 * level security for everybody, its owner too, and the ways in of the keeper and of the demo.
 *
 * Belongs to the migrations that use it and is never changed after them.
 */
export function wall(table: string): string {
  return `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;;
    CREATE POLICY own_organisation ON ${table} TO tkr_app USING (${own}) WITH CHECK (${own});;
    CREATE POLICY keeper ON ${table} TO tkr_keeper USING (true) WITH CHECK (true);;
    CREATE POLICY demo ON ${table} TO tkr_demo USING (${ofDemo});;
    GRANT SELECT, INSERT ON ${table} TO tkr_keeper;;
    GRANT SELECT, DELETE ON ${table} TO tkr_demo`;
}

/** The statement that hides a table of figures from the role that has none. */
export function noFigures(table: string): string {
  return `CREATE POLICY no_figures ON ${table} AS RESTRICTIVE FOR SELECT
    USING (${role} <> 'administrator')`;
}

/** The statements that let a table only be added to. */
export function appendOnly(table: string): string {
  return `
    CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION refuse_change();;
    CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON ${table}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`;
}
