/** Words that stand first in the addresses of Tkr's own pages. */
const reserved = ['api', 'assets', 'demo', 'inbjudan', 'konto', 'logga-in', 'nytt-losenord'];

const longest = 40;

/**
 * A short name for addresses, made from a name: `Kommunalförbundet Itsam` gives
 * `kommunalforbundet-itsam`.
 *
 * Only a–z, 0–9 and single hyphens, at most 40 characters; never one in `taken` and never the address
 * of a page, which get a number behind them.
 */
export function slugOf(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, longest)
    .replace(/^-|-$/gu, '');
  const base = plain === '' ? 'organisation' : plain;
  const isFree = (slug: string): boolean => !taken.includes(slug) && !reserved.includes(slug);
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (isFree(slug)) return slug;
  }
}
