import type { CustomFetch } from 'openid-client';
import type { Provider } from './providers.ts';
import { LoginRefused } from './reasons.ts';

/** How long an answer may take, to its last byte, in milliseconds. */
const longestWait = 5000;

/** How long an answer may be, in bytes, unpacked. */
const longestBody = 1024 * 1024;

/**
 * A fetch that reaches one provider and nothing else: https, its own host or one that the configuration
 * names, no redirects, five seconds and a megabyte.
 *
 * Throws `LoginRefused`. Source: ASVS 5.0 1.3.6, 13.2.4, 15.3.2.
 */
export function guardedFetch(provider: Provider): CustomFetch {
  return async (address, { signal, body, ...options }) => {
    if (!isProvidersOwn(provider, address)) throw new LoginRefused('metadata_not_valid');
    const limit = AbortSignal.timeout(longestWait);
    try {
      const response = await fetch(address, {
        ...options,
        body: body ?? null,
        redirect: 'error',
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
      });
      const { status, headers } = response;
      if (status >= 500) throw new LoginRefused('provider_unreachable');
      const bytes = await readBody(response);
      // An answer without a body may have a status that allows none.
      return new Response(bytes.length === 0 ? null : bytes, { status, headers });
    } catch (error) {
      if (error instanceof LoginRefused) throw error;
      throw new LoginRefused('provider_unreachable', { cause: error });
    }
  };
}

/** True for an address that a provider's metadata may point at. */
export function isProvidersOwn(provider: Provider, address: string): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  const { issuer, hosts, isPlainHttpAllowed = false } = provider;
  if (url.protocol !== 'https:' && !(isPlainHttpAllowed && url.protocol === 'http:')) return false;
  return [new URL(issuer).host, ...hosts].includes(url.host);
}

async function readBody(response: Response): Promise<Buffer<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const body: AsyncIterable<Uint8Array> | null = response.body;
  for await (const part of body ?? []) {
    size += part.byteLength;
    // Leaving the loop closes the connection.
    if (size > longestBody) throw new LoginRefused('provider_unreachable');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
