import { connect } from '../connect.ts';
import { backup, check, restore, verifyLog } from './care.ts';
import type { Command } from './command.ts';
import { administrator, passwordLink } from './people.ts';
import { prognos } from './prognos.ts';
import { sie } from './sie.ts';

const start: Command = {
  about: 'startar Tkr på http://127.0.0.1:3000',
  run: async () => {
    // The server is far more to load than any other command.
    const { main } = await import('../main.ts');
    await main();
    return null;
  },
};

const migrate: Command = {
  about: 'för databasen till det senaste schemat',
  run: async (_, config) => {
    const database = await connect(config);
    await database.close();
    return { ok: true };
  },
};

/** Every command of `tkr`, by the name that is written; new ones are added here. */
export const commands: ReadonlyMap<string, Command> = new Map([
  ['start', start],
  ['migrate', migrate],
  ['check', check],
  ['verify-log', verifyLog],
  ['backup', backup],
  ['restore', restore],
  ['sie', sie],
  ['prognos', prognos],
  ['administrator', administrator],
  ['password-link', passwordLink],
]);
