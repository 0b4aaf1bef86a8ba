import { useSyncExternalStore } from 'react';

// The pages that a link with a secret leads to.
const linkPages = ['/forsta-administrator', '/inbjudan', '/nytt-losenord'];

const listeners = new Set<() => void>();
let secret: string | null = null;

function take(): void {
  if (location.hash === '' || !linkPages.includes(location.pathname)) return;
  secret = location.hash.slice(1);
  // Out of the address bar and the history at once, before anybody looks over a shoulder.
  history.replaceState(history.state, '', `${location.pathname}${location.search}`);
  for (const listener of listeners) listener();
}

/**
 * Takes the secret out of the address that was opened, and of one that is pasted over it later.
 *
 * Done before anything else reads the address.
 */
export function takeLinkSecrets(): void {
  take();
  addEventListener('hashchange', take);
}

/** The secret of the link that was opened, or null where there was none. */
export function useLinkSecret(): string | null {
  return useSyncExternalStore(subscribe, () => secret);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
