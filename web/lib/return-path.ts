/** Where one logs in. */
export const loginPage = '/logga-in';

// An origin that no address can name: what leaves it was not a path of ours.
const nowhere = 'https://tkr.invalid';

/**
 * The path to go to after a login, as an address asks for it: a page of Tkr, or the start for
 * anything else. An address elsewhere would make the login page lend its name to another site.
 * Source: ASVS 5.0 3.7.2.
 */
export function safeReturnPath(asked: string | null): string {
  // Browsers take tabs and line breaks out of an address, and read \ as /.
  if (asked === null || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(asked)) return '/';
  const url = URL.parse(asked, nowhere);
  if (url === null || url.origin !== nowhere || url.pathname.startsWith('//')) return '/';
  const [, first = ''] = url.pathname.split('/');
  if (first === 'api' || `/${first}` === loginPage) return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}

/** The address of the login page, with the path to go back to after it. */
export function loginPath(path: string): string {
  const safe = safeReturnPath(path);
  return safe === '/' ? loginPage : `${loginPage}?${new URLSearchParams({ till: safe })}`;
}
