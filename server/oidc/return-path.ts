const somewhere = 'https://tkr.invalid';

/**
 * Where a login leads to: the path that was asked for where it is one of Tkr's own pages, otherwise
 * the start page.
 *
 * What a browser would read as another site's address has many spellings, so the text is parsed as a
 * browser does, and the outcome is looked at. Source: ASVS 5.0 3.7.2.
 */
export function returnPathOf(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > 2000 || !asked.startsWith('/')) return '/';
  if (hasTricks(asked)) return '/';
  const url = URL.parse(asked, somewhere);
  if (url === null || url.origin !== somewhere) return '/';
  // Dots are gone by now: `/x/..//evil.se` has become `//evil.se`.
  const path = decoded(url.pathname);
  if (path === null || hasTricks(path) || path.includes('//')) return '/';
  // The API is no page, and a login that leads to the start of a login never ends.
  if (/^\/api(\/|$)/iu.test(path)) return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}

// A browser reads `\` as `/`, and skips tabs and line breaks.
function hasTricks(text: string): boolean {
  return /[\\\p{Cc}\p{Cs}]/u.test(text);
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
