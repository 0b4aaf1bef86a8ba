import { describe, expect, it } from 'vitest';
import type { Endpoint } from '#contract/endpoint.ts';
import { rights } from '#domain/rights.ts';
import { actionText, actionWords } from './action-words.ts';

const sources = import.meta.glob<string>(
  ['../../../server/**/*.ts', '!**/*.test.ts', '!../../../server/{testing,faults}/**'],
  { query: '?raw', import: 'default', eager: true },
);
const contract = import.meta.glob<{ readonly [name: string]: unknown }>(
  ['../../../contract/*.ts', '!**/*.test.ts'],
  { eager: true },
);

function isEndpoint(one: unknown): one is Endpoint {
  return typeof one === 'object' && one !== null && 'operationId' in one;
}

/** What is done inside an organisation and changes something, or takes figures out of it. */
const logged = Object.values(contract)
  .flatMap((module) => Object.values(module).filter(isEndpoint))
  .filter(({ access }) => Object.hasOwn(rights, access))
  .filter(({ keepsNothing }) => keepsNothing !== true)
  .filter(({ method, answer }) => method !== 'GET' || typeof answer === 'string')
  .map(({ operationId }) => operationId);

const callers = Object.values(sources).filter((source) =>
  /appendAudit|logForPerson|logOwn|\bsave\(context/u.test(source),
);

/** The events that the server names where it calls the log, in place or in a table of names. */
function namedActions(): string[] {
  const forms = [
    /\baction(?: =|:) '(\w+)'/gu,
    /\blog(?:Own)?\(\s*(?:\w+,\s*)+'(\w+)'/gu,
    /\bwrite\(\s*context,\s*'(\w+)'/gu,
  ];
  const inPlace = callers
    .flatMap((source) => forms.flatMap((form) => [...source.matchAll(form)]))
    .map(([, name = '']) => name);
  return [...inPlace, ...callers.flatMap(actionsOfTables)];
}

function actionsOfTables(source: string): string[] {
  return [...source.matchAll(/\baction(?: =|:) (\w+)\[/gu)].flatMap(([, table = '']) => {
    const [, rows = ''] = new RegExp(`\\bconst ${table} = \\{([^}]*)\\}`, 'u').exec(source) ?? [];
    const names = [...rows.matchAll(/: '(\w+)'/gu)].map(([, name = '']) => name);
    if (names.length === 0) throw new Error(`The names of ${table} are not beside its use`);
    return names;
  });
}

/** What an event is named by, where that is neither a name, a table of names nor a parameter. */
function unreadActions(): string[] {
  return callers
    .flatMap((source) => [...source.matchAll(/\baction(?: =|:) ([^\s,;]+)/gu)])
    .map(([, value = '']) => value)
    .filter((value) => !/^(?:'\w+'|string|\w+\[.*)$/u.test(value));
}

describe('words for events', () => {
  it('are there for every event that the server writes, and for no other', () => {
    expect(Object.keys(sources).length).toBeGreaterThan(40);
    expect(logged.length).toBeGreaterThan(15);
    const written = [...new Set([...namedActions(), ...logged])].toSorted();
    expect(Object.keys(actionWords).toSorted()).toEqual(written);
  });

  it('are looked for wherever an event is named', () => {
    // The one is what is handed to the log, the other an operation of the contract.
    expect(unreadActions().toSorted()).toEqual(['event.action', 'operationId']);
  });

  it('differ, so that a choice of one is a choice of one', () => {
    for (const language of ['sv', 'en'] as const) {
      const words = Object.values(actionWords).map((one) => one[language]);
      expect(new Set(words).size).toBe(words.length);
    }
  });

  it('are the name in the log where a newer server has written something unknown', () => {
    expect(actionText('mergeOrganisations', 'sv')).toBe('mergeOrganisations');
    expect(actionText('toString', 'sv')).toBe('toString');
  });
});
