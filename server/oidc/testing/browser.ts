import { send, type TestAnswer, type TestApp } from '../../testing/app.ts';
import { testOrigin } from './real-provider.ts';

/** A browser of a test: it keeps the cookies of Tkr, and those of a provider for one login. */
export class Browser {
  readonly #test: TestApp;
  readonly #cookies = new Map<string, string>();

  constructor(test: TestApp) {
    this.#test = test;
  }

  /** Asks Tkr for an address. */
  async get(url: string): Promise<TestAnswer> {
    const answer = await send(this.#test, {
      method: 'GET',
      url,
      as: 'nobody',
      headers: { cookie: headerOf(this.#cookies) },
    });
    keep(
      this.#cookies,
      [answer.headers['set-cookie']].flat().filter((one) => typeof one === 'string'),
    );
    return answer;
  }

  /** A cookie of Tkr's, by the end of its name. */
  cookie(name: 'session' | 'oidc'): string | null {
    return this.#cookies.get(`tkr-${name}`) ?? null;
  }

  /** Takes over another browser's cookie. */
  steal(name: 'session' | 'oidc', value: string): void {
    this.#cookies.set(`tkr-${name}`, value);
  }

  /** Begins a login, and gives the provider's address. */
  async start(slug: string, returnTo = '/'): Promise<URL> {
    const url = `/api/oidc/${slug}/start?returnTo=${encodeURIComponent(returnTo)}`;
    const { status, headers, text } = await this.get(url);
    if (status !== 302) throw new Error(`The login did not begin: ${status} ${text}`);
    return new URL(String(headers['location']));
  }

  /** Goes through the whole login; gives Tkr's last answer. */
  async logIn(slug: string, returnTo = '/'): Promise<TestAnswer> {
    return this.get(await throughProvider(await this.start(slug, returnTo)));
  }
}

/** Follows a provider's redirects until they lead back, and gives that path of Tkr's. */
export async function throughProvider(from: URL): Promise<string> {
  const cookies = new Map<string, string>();
  let address = from;
  for (let step = 0; step < 10; step += 1) {
    const headers = { cookie: headerOf(cookies) };
    const answer = await fetch(address, { redirect: 'manual', headers });
    keep(cookies, answer.headers.getSetCookie());
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`${answer.status} ${await answer.text()}`);
    address = new URL(location, address);
    if (address.origin === testOrigin) return `${address.pathname}${address.search}`;
  }
  throw new Error('The provider never led back');
}

function headerOf(cookies: ReadonlyMap<string, string>): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}

function keep(cookies: Map<string, string>, set: readonly string[]): void {
  for (const line of set) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(line) ?? [];
    if (value === '') cookies.delete(name);
    else cookies.set(name, value);
  }
}
