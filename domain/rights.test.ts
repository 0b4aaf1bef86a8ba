import { describe, expect, it } from 'vitest';
import { isAllowed, type Right, type Role, rights, roles } from './rights.ts';

/** Written by hand from what each role is for: a change of the table has to be made twice. */
const expected: { readonly [right in Right]: string } = {
  readFigures: 'ekonom direktion revisor',
  exportFigures: 'ekonom direktion revisor',
  readPrivateDrafts: 'ekonom revisor',
  editBudget: 'ekonom',
  editUtfall: 'ekonom',
  editArende: 'ekonom',
  editLoans: 'ekonom',
  editBorgen: 'ekonom',
  decideArende: 'ekonom direktion',
  editScenarios: 'ekonom',
  freezeScenarios: 'ekonom direktion',
  readLog: 'revisor',
  readSettings: 'ekonom direktion revisor administrator',
  editSettings: 'administrator',
  readPeople: 'revisor administrator',
  editPeople: 'administrator',
  ownTokens: 'ekonom direktion revisor administrator',
};

const rightsOf = (role: Role): Right[] =>
  (Object.keys(rights) as Right[]).filter((right) => isAllowed(role, right));

describe('the rights', () => {
  it.each(Object.entries(expected) as [Right, string][])('%s: %s', (right, allowed) => {
    expect(roles.filter((role) => isAllowed(role, right)).join(' ')).toBe(allowed);
  });

  it('let nobody who reads as revisor or decides as direktion edit a figure', () => {
    const edits: readonly Right[] = [
      ...([
        'editBudget',
        'editUtfall',
        'editArende',
        'editLoans',
        'editBorgen',
        'editScenarios',
      ] as const),
      ...(['editSettings', 'editPeople'] as const),
    ];
    for (const role of ['direktion', 'revisor'] as const) {
      expect(rightsOf(role).filter((right) => edits.includes(right))).toEqual([]);
    }
  });

  it('keep figures and the log from the administrator', () => {
    expect(
      rightsOf('administrator').filter((right) => /Figures|Drafts|Log|Scen|Budget/u.test(right)),
    ).toEqual([]);
  });
});
