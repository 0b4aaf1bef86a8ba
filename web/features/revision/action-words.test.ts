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
  .filter(({ method, answer }) => method !== 'GET' || answer === 'csv')
  .map(({ operationId }) => operationId);

/** The events that the server names where it calls the log. */
function namedActions(): string[] {
  const forms = [
    /\baction(?: =|:) '(\w+)'/gu,
    /\blog\(\s*(?:\w+,\s*)+'(\w+)'/gu,
    /\bwrite\(\s*context,\s*'(\w+)'/gu,
  ];
  return Object.values(sources)
    .filter((source) => /appendAudit|logForPerson/u.test(source))
    .flatMap((source) => forms.flatMap((form) => [...source.matchAll(form)]))
    .map(([, name = '']) => name);
}

describe('words for events', () => {
  it('are there for every event that the server writes, and for no other', () => {
    expect(Object.keys(sources).length).toBeGreaterThan(40);
    expect(logged.length).toBeGreaterThan(15);
    const written = [...new Set([...namedActions(), ...logged])].toSorted();
    expect(Object.keys(actionWords).toSorted()).toEqual(written);
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
