import type { TestApp } from './app.ts';

/** An answer as a browser sees it. */
export type BrowserAnswer = {
  readonly status: number;
  readonly code: string | null;
  readonly body: unknown;
  readonly setCookie: readonly string[];
  readonly headers: { readonly [name: string]: unknown };
};

/** A browser: it keeps the cookies that it is given, and says where its pages come from. */
export type Browser = {
  readonly ask: (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: object,
  ) => Promise<BrowserAnswer>;
  /** The cookies that it has now. */
  readonly jar: Map<string, string>;
};

/** Opens a browser that comes from an address; 127.0.0.1 where nothing is said. */
export function openBrowser(
  { app }: Pick<TestApp, 'app'>,
  { address = '127.0.0.1', jar = new Map<string, string>() } = {},
): Browser {
  return {
    jar,
    ask: async (method, url, body) => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await app.inject({
        method,
        url,
        remoteAddress: address,
        headers: {
          host: '127.0.0.1',
          'sec-fetch-site': 'same-origin',
          'user-agent': 'Prov/1.0',
          ...(cookie === '' ? {} : { cookie }),
        },
        ...(body === undefined ? {} : { payload: body }),
      });
      for (const { name, value, maxAge, expires } of answer.cookies) {
        const isGone = maxAge === 0 || (expires !== undefined && expires.getTime() === 0);
        if (isGone || value === '') jar.delete(name);
        else jar.set(name, value);
      }
      const isJson = String(answer.headers['content-type']).includes('json');
      const parsed: unknown = isJson ? answer.json() : null;
      return {
        status: answer.statusCode,
        code: (parsed as { code?: string } | null)?.code ?? null,
        body: parsed,
        setCookie: [answer.headers['set-cookie'] ?? []].flat(),
        headers: answer.headers,
      };
    },
  };
}
