import { readConfig, StartRefused } from '../config.ts';
import { connect } from '../connect.ts';
import { DataDirectoryInUse } from '../db/data-directory-lock.ts';
import { main as startServer } from '../main.ts';
import { checkDatabase } from './check.ts';

const usage = `tkr KOMMANDO

  start     startar Tkr på http://127.0.0.1:3000
  migrate   för databasen till det senaste schemat
  check     kontrollerar summor, loggens kedja och väggen mellan organisationer

HOST, PORT, DATABASE_URL och TKR_DATA styr var. Svar skrivs som JSON.
`;

/** Runs one command; its result goes to standard output as JSON. 1 where something does not hold. */
async function run(command: string): Promise<number> {
  switch (command) {
    case 'start':
      await startServer();
      return 0;
    case 'migrate': {
      const database = await connect(readConfig(process.env));
      await database.close();
      print({ ok: true });
      return 0;
    }
    case 'check': {
      const database = await connect(readConfig(process.env));
      const checked = await checkDatabase(database);
      await database.close();
      const ok = checked.findings.length === 0;
      print({ ok, ...checked });
      return ok ? 0 : 1;
    }
    default:
      process.stderr.write(usage);
      return command === 'help' ? 0 : 1;
  }
}

function print(result: unknown): void {
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
}

try {
  process.exitCode = await run(process.argv[2] ?? 'help');
} catch (error) {
  if (!(error instanceof StartRefused) && !(error instanceof DataDirectoryInUse)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
