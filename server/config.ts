import { isIP } from 'node:net';
import path from 'node:path';

/** What the surroundings decide about a start. */
export type Config = {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** A PostgreSQL, or null for the embedded database in `dataDirectory`. */
  readonly databaseUrl: string | null;
  readonly dataDirectory: string;
};

/** A start that cannot be: the sentence says why and what to do. */
export class StartRefused extends Error {}

/**
 * Reads `HOST`, `PORT`, `DATABASE_URL` and `TKR_DATA`. Throws `StartRefused` on values that cannot be
 * used. Source: DESIGN §8.
 */
export function readConfig(environment: { readonly [name: string]: string | undefined }): Config {
  const host = environment['HOST'] ?? '127.0.0.1';
  if (!isLoopback(host)) {
    throw new StartRefused(
      `Tkr har inga konton än och startar därför bara på den egna datorn. HOST är ${host}; ta bort HOST eller sätt den till 127.0.0.1.`,
    );
  }
  const databaseUrl = environment['DATABASE_URL'] ?? '';
  return {
    host,
    port: readPort(environment['PORT']),
    databaseUrl: databaseUrl === '' ? null : databaseUrl,
    dataDirectory: path.resolve(environment['TKR_DATA'] ?? 'data'),
  };
}

function readPort(text = '3000'): number {
  const port = /^\d{1,5}$/u.test(text) ? parseInt(text, 10) : -1;
  if (port >= 0 && port <= 65_535) return port;
  throw new StartRefused(`PORT är ${text}; den ska vara ett heltal från 0 till 65535.`);
}

/** True for an address that only this machine reaches. */
export function isLoopback(host: string): boolean {
  if (host === 'localhost' || host === '::1' || host === '[::1]') return true;
  return isIP(host) === 4 && host.startsWith('127.');
}
