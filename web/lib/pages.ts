import { isAllowed, type Right, type Role } from '#domain/rights.ts';

/** The pages of an organisation in the order of the menu, and what it takes to see them. */
const pageRights = {
  oversikt: 'readFigures',
  investeringsbudget: 'readFigures',
  arenden: 'readFigures',
  borgensutrymme: 'readFigures',
  lan: 'readFigures',
  revision: 'readLog',
  installningar: 'readSettings',
} as const satisfies { readonly [page: string]: Right };

/** A page of an organisation, as the address says it. */
export type PageName = keyof typeof pageRights;

const allPages = Object.keys(pageRights) as PageName[];

/** The pages that a role may see. */
export function pagesOf(role: Role): PageName[] {
  return allPages.filter((page) => isAllowed(role, pageRights[page]));
}

/** The page that a role comes to where it asked for none. */
export function firstPageOf(role: Role): PageName {
  const [first] = pagesOf(role);
  if (first === undefined) throw new Error(`There is no page for ${role}`);
  return first;
}

/** The address to stay at, or the first page where the new role may not see the one in it. */
export function pageAfterRoleChange(address: string, role: Role): string {
  const [, slug = '', page = ''] = address.split(/[/?#]/u);
  const mayStay = pagesOf(role).some((one) => one === page);
  return mayStay ? address : `/${slug}/${firstPageOf(role)}`;
}
