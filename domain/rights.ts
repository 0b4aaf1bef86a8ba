/** What a person can be in an organisation; one of these, and another one in another organisation. */
export const roles = ['ekonom', 'direktion', 'revisor', 'administrator'] as const;

/** See `roles`. */
export type Role = (typeof roles)[number];

/** True for a text that names a role. */
export function isRole(text: string | null): text is Role {
  return roles.some((role) => role === text);
}

const everybody = roles;
const readers = ['ekonom', 'direktion', 'revisor'] as const;

/**
 * Who may do what: the one table that the server refuses by and the web hides by.
 *
 * An ekonom edits, a direktion reads and decides, a revisor reads everything and the log, and an
 * administrator has people and settings and no figures. Source: DESIGN §1, `docs/security.md`.
 */
export const rights = {
  /** Figures: the investeringsbudget, its decisions, the scenarios and the borgensprognos. */
  readFigures: readers,
  /** The same figures as files; each time is written to the log. */
  exportFigures: readers,
  /** Drafts that their ekonom keeps to herself until they are ready. */
  readPrivateDrafts: ['ekonom', 'revisor'],
  /** Lines, entries and decisions of the investeringsbudget. */
  editBudget: ['ekonom'],
  /** Outcome: what is typed, imported and undone, and how accounts and projects become lines. */
  editUtfall: ['ekonom'],
  /** Behov, prices, what may be carried over, and ärenden until they are decided. */
  editArende: ['ekonom'],
  /** A decision: a direktion's own, or one that an ekonom registers from the protocol. */
  decideArende: ['ekonom', 'direktion'],
  /** Drafts of scenarios and the figures in them. */
  editScenarios: ['ekonom'],
  /** Loans, reference rates, and the files that they are imported from. */
  editLoans: ['ekonom'],
  /** Ceilings (borgenstak) with their decisions, and the keys by which the members answer. */
  editBorgen: ['ekonom'],
  /** Making a scenario final (fastställd). */
  freezeScenarios: ['ekonom', 'direktion'],
  /** Every change that was ever made, by whom, and the anchors of the log. */
  readLog: ['revisor'],
  /** Name, orgnr, members and settings of the organisation. */
  readSettings: everybody,
  editSettings: ['administrator'],
  /** Who belongs to the organisation, in which role, and the invitations. */
  readPeople: ['administrator', 'revisor'],
  editPeople: ['administrator'],
  /** A person's own tokens for scripts. */
  ownTokens: everybody,
} as const satisfies { readonly [right: string]: readonly Role[] };

/** See `rights`. */
export type Right = keyof typeof rights;

/** True where a role has a right. */
export function isAllowed(role: Role, right: Right): boolean {
  const allowed: readonly Role[] = rights[right];
  return allowed.includes(role);
}
