import { isIP } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What the surroundings decide about a start. */
export type Config = {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** A PostgreSQL, or null for the embedded database in `dataDirectory`. */
  readonly databaseUrl: string | null;
  readonly dataDirectory: string;
  /** The address that people reach Tkr at, where it is not the one that it listens at. */
  readonly publicUrl: URL | null;
  /** The proxies whose word about the visitor's address is taken; none by default. */
  readonly proxies: readonly string[];
  /** Where letters go out, or null. */
  readonly smtp: { readonly url: string; readonly from: string } | null;
  /** The file that says where people log in with their employer, or null. */
  readonly oidcFile: string | null;
  /** Whether there is to be a demo: `null` leaves it to an empty embedded database. */
  readonly demo: boolean | null;
  /** How many calls a minute one person, or one address without a person, may make. */
  readonly callsAMinute: number;
  /** The largest file that is taken in, in bytes. */
  readonly mostUploadBytes: number;
  /** Where files are while they are read. */
  readonly uploadFolder: string;
};

/** A start that cannot be: the sentence says why and what to do. */
export class StartRefused extends Error {}

type Environment = { readonly [name: string]: string | undefined };

/**
 * Reads the environment variables that README lists. Throws `StartRefused` on values that cannot be
 * used. Source: DESIGN §8.
 */
export function readConfig(environment: Environment): Config {
  const databaseUrl = environment['DATABASE_URL'] ?? '';
  const dataDirectory = path.resolve(environment['TKR_DATA'] ?? 'data');
  return {
    host: environment['HOST'] ?? '127.0.0.1',
    port: readPort(environment['PORT']),
    databaseUrl: databaseUrl === '' ? null : databaseUrl,
    dataDirectory,
    publicUrl: readPublicUrl(environment['TKR_URL']),
    proxies: readProxies(environment['TKR_PROXY']),
    smtp: readSmtp(environment),
    oidcFile: environment['TKR_OIDC'] === undefined ? null : path.resolve(environment['TKR_OIDC']),
    demo: readDemo(environment['TKR_DEMO']),
    callsAMinute: readCalls(environment['TKR_RATE_LIMIT']),
    mostUploadBytes: readMegabytes(environment['TKR_MAX_UPLOAD']),
    // With a PostgreSQL there may be no data directory that can be written to.
    uploadFolder: path.join(databaseUrl === '' ? dataDirectory : tmpdir(), 'tkr-uploads'),
  };
}

function readPort(text = '3000'): number {
  const port = /^\d{1,5}$/u.test(text) ? parseInt(text, 10) : -1;
  if (port >= 0 && port <= 65_535) return port;
  throw new StartRefused(`PORT är ${text}; den ska vara ett heltal från 0 till 65535.`);
}

function readPublicUrl(text: string | undefined): URL | null {
  if (text === undefined || text === '') return null;
  const url = URL.parse(text);
  const isAddress = url !== null && /^https?:$/u.test(url.protocol) && url.pathname === '/';
  if (isAddress && url.search === '' && url.username === '') return url;
  throw new StartRefused(
    `TKR_URL är ${text}; den ska vara adressen som Tkr nås på, till exempel https://tkr.kommunen.se.`,
  );
}

function readProxies(text = ''): string[] {
  const proxies = text.split(/[\s,]+/u).filter((one) => one !== '');
  const wrong = proxies.find((one) => isIP(one.replace(/\/\d{1,3}$/u, '')) === 0);
  if (wrong === undefined) return proxies;
  throw new StartRefused(
    `TKR_PROXY har ${wrong}; den ska lista IP-adresser eller nät, till exempel 10.0.0.5 eller 10.0.0.0/24.`,
  );
}

function readSmtp(environment: Environment): Config['smtp'] {
  const { TKR_SMTP: url, TKR_SMTP_FROM: from } = environment;
  if (url === undefined || url === '') return null;
  if (/^smtps?:$/u.test(URL.parse(url)?.protocol ?? '') && from !== undefined && from !== '') {
    if ((environment['TKR_URL'] ?? '') !== '') return { url, from };
    // A letter has a link in it. Without an address of its own, Tkr would take the one that the
    // request named, and whoever asks for somebody's letter could name a site of theirs.
    throw new StartRefused(
      'TKR_SMTP är satt men inte TKR_URL: breven har länkar, och de ska leda till adressen som Tkr nås på. Ange TKR_URL, till exempel https://tkr.kommunen.se.',
    );
  }
  throw new StartRefused(
    'TKR_SMTP ska vara smtp://… eller smtps://…, och TKR_SMTP_FROM den adress som breven kommer från.',
  );
}

function readDemo(text: string | undefined): boolean | null {
  if (text === undefined || text === '') return null;
  if (text === '1') return true;
  if (text === '0') return false;
  throw new StartRefused(`TKR_DEMO är ${text}; den ska vara 1 eller 0.`);
}

function readCalls(text = '3000'): number {
  const calls = /^\d{1,9}$/u.test(text) ? parseInt(text, 10) : 0;
  if (calls > 0) return calls;
  throw new StartRefused(`TKR_RATE_LIMIT är ${text}; den ska vara ett antal anrop per minut.`);
}

function readMegabytes(text = '500'): number {
  const megabytes = /^\d{1,5}$/u.test(text) ? parseInt(text, 10) : 0;
  if (megabytes > 0) return megabytes * 1_000_000;
  throw new StartRefused(
    `TKR_MAX_UPLOAD är ${text}; den ska vara den största filen i MB, till exempel 500.`,
  );
}

/** True for an address that only this machine reaches. */
export function isLoopback(host: string): boolean {
  if (host === 'localhost' || host === '::1' || host === '[::1]') return true;
  return isIP(host) === 4 && host.startsWith('127.');
}
