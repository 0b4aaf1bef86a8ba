import { MalformedAnchor } from '../audit/anchors.ts';
import { Told } from '../care/told.ts';
import { readConfig, StartRefused } from '../config.ts';
import { DataDirectoryInUse } from '../db/data-directory-lock.ts';
import { WrongUsage } from './command.ts';
import { commands } from './commands.ts';
import { jsonPieces } from './print.ts';

/** Errors whose message is a sentence for the person at the keyboard. */
const sentences = [Told, StartRefused, DataDirectoryInUse, MalformedAnchor];

function usage(): string {
  const rows = [...commands].map(([name, { parameters, about }]) => {
    const written = parameters === undefined ? name : `${name} ${parameters}`;
    return `  ${written.padEnd(32)}  ${about}`;
  });
  return `tkr KOMMANDO

${rows.join('\n')}
  ${'help'.padEnd(32)}  visar det här

HOST, PORT, DATABASE_URL och TKR_DATA styr var. Svar skrivs som JSON. Slutkod 0: allt stämmer;
1: något stämmer inte eller gick inte att göra; 2: kommandot är fel skrivet.
`;
}

/** What surrounds a command: its settings, and where it writes. */
export type Surroundings = {
  readonly environment: { readonly [name: string]: string | undefined };
  /** Waits, where it gives a promise, until whoever reads has taken what was written. */
  readonly out: ((text: string) => void) | ((text: string) => Promise<void>);
  readonly error: (text: string) => void;
};

/**
 * Runs one command of `tkr`, and gives the exit code: 0 where all holds, 1 where something does not
 * or cannot be, 2 where the command is written wrong. Throws what is nobody's fault but Tkr's.
 */
export async function runCommand(
  parameters: readonly string[],
  surroundings: Surroundings,
): Promise<number> {
  try {
    return await run(parameters, surroundings);
  } catch (error) {
    if (error instanceof WrongUsage) {
      surroundings.error(`${error.message} Kör tkr help för mer.\n`);
      return 2;
    }
    const sentence = sentenceOf(error);
    if (sentence === null) throw error;
    surroundings.error(`${sentence}\n`);
    return 1;
  }
}

async function run(
  [name = 'help', ...parameters]: readonly string[],
  { environment, out }: Surroundings,
): Promise<number> {
  if (name === 'help') {
    await out(usage());
    return 0;
  }
  const command = commands.get(name);
  if (command === undefined) {
    throw new WrongUsage(
      `Kommandot ${name} finns inte. Kommandona är ${[...commands.keys()].join(', ')} och help.`,
    );
  }
  const result = await command.run(parameters, readConfig(environment));
  if (result === null) return 0;
  for (const piece of jsonPieces(result)) await out(piece);
  return result.ok ? 0 : 1;
}

// What the network and PostgreSQL answer to a DATABASE_URL that leads nowhere.
const unreachable = /^(?:ECONN|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|28P01|28000|3D000|08)/u;

function sentenceOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (sentences.some((kind) => error instanceof kind)) return error.message;
  const isUnreachable =
    'code' in error && typeof error.code === 'string' && unreachable.test(error.code);
  if (!isUnreachable) return null;
  const reason = error.message === '' ? String(error.code) : error.message;
  return `Databasen i DATABASE_URL går inte att nå (${reason}), så ingenting har gjorts. Kontrollera adressen och att databasen är igång.`;
}
