import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Transaction } from 'kysely';
import { executedMigrations, shippedMigrations } from '../db/migrate.ts';
import type { Tables } from '../db/schema.ts';
import { describeSchema } from '../db/schema-lines.ts';
import type { Finding } from './finding.ts';

const snapshot = path.join(import.meta.dirname, '../../migrations/schema.snapshot.txt');

/**
 * What differs between the catalogue and the shipped migrations: a wall that was taken down, a grant
 * too many, a trigger that is off, a function that was changed.
 */
export async function checkSchema(trx: Transaction<Tables>): Promise<Finding[]> {
  const migrations = await checkMigrations(trx);
  // With other migrations every line would be another, and say nothing.
  if (migrations.length > 0) return migrations;
  const shipped = readFileSync(snapshot, 'utf8').split(/\r?\n/u).filter(Boolean);
  return schemaDifferences(shipped, await describeSchema(trx));
}

async function checkMigrations(trx: Transaction<Tables>): Promise<Finding[]> {
  const executed = await executedMigrations(trx);
  const shipped = await shippedMigrations();
  const check = 'migrations' as const;
  return [
    ...shipped
      .filter((name) => !executed.includes(name))
      .map((name) => ({
        check,
        message: `Migreringen ${name} är inte körd. Kör tkr migrate, eller starta Tkr.`,
      })),
    ...executed
      .filter((name) => !shipped.includes(name))
      .map((name) => ({
        check,
        message:
          `Migreringen ${name} är körd men okänd för den här versionen av Tkr: databasen hör till ` +
          'en nyare version. Använd den versionen.',
      })),
  ];
}

/** One finding a line that is only in one of them; a line may stand several times. */
export function schemaDifferences(shipped: readonly string[], live: readonly string[]): Finding[] {
  return [
    ...minus(shipped, live).map((line) => finding(line, 'saknas')),
    ...minus(live, shipped).map((line) => finding(line, 'finns men ska inte finnas')),
  ];
}

function finding(line: string, what: string): Finding {
  const [, noun] = nouns.find(([pattern]) => pattern.test(line)) ?? [];
  return { check: 'schema', message: `${noun ?? 'Något i schemat'} ${what}: ${line}`, where: line };
}

// In the order in which they are tried: a line is what it begins to look like first.
const nouns: readonly (readonly [RegExp, string])[] = [
  [/^role /u, 'Rollens beskrivning'],
  [/: [A-Z]+(?: to give away)? for (?:tkr_|PUBLIC)/u, 'Behörigheten'],
  [/^function /u, 'Funktionen'],
  [/: (?:permissive|restrictive) policy |, row level security /u, 'Väggen'],
  [/: CREATE TRIGGER |: rule /u, 'Utlösaren'],
  [/: (?:PRIMARY KEY|UNIQUE|FOREIGN KEY|CHECK|EXCLUDE)/u, 'Villkoret'],
  [/^[\w$]+\.[\w$]+ /u, 'Kolumnen'],
];

function minus(lines: readonly string[], taken: readonly string[]): string[] {
  const left = Map.groupBy(taken, (line) => line);
  return lines.filter((line) => left.get(line)?.pop() === undefined);
}
