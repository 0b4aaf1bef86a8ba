import { describe, expect, it } from 'vitest';
import type { LogRow } from '#contract/audit.ts';
import { sv } from '../../texts/sv.ts';
import { concernOf, namesIn } from './concern.ts';
import { type Saying, shownValue } from './shown-value.ts';

const anna = '00000000-0000-7000-8000-00000000000a';
const thing = '00000000-0000-7000-8000-00000000000b';
const line = '00000000-0000-7000-8000-00000000000c';

const saying: Saying = {
  language: 'sv',
  texts: sv,
  names: new Map([
    [anna, 'Anna Ek'],
    [line, 'Klienter'],
    [thing, 'Om tillägg'],
  ]),
};

function row(action: string, after: unknown, more: Partial<LogRow> = {}): LogRow {
  return {
    seq: '7',
    at: '2026-11-22T08:27:27.312Z',
    actorId: anna,
    role: 'ekonom',
    tokenId: null,
    action,
    entityId: thing,
    before: null,
    after,
    requestId: 'r',
    previousHash: '0',
    hash: '1',
    ...more,
  };
}

describe('what was assumed', () => {
  it('is said with its kind, line, day and value', () => {
    const range = { kind: 'executionRange', lineId: null, from: '2026-01-01' };
    const value = { low: '70', percent: '85.5', high: '100', amount: null, months: null };
    const life = { kind: 'life', lineId: line, from: null, months: 36, lastMonth: null };
    const ceiling = { kind: 'ceiling', from: '2027-01-01', amount: '60000' };
    expect(shownValue('assumptions', [{ ...range, ...value }, life, ceiling], saying)).toEqual([
      'Spann för genomförandegrad, 2026-01-01: 70 %–85,5 %–100 %',
      'Livslängd, Klienter: 36',
      'Planerat borgenstak, 2027-01-01: 60\u00a0000 Tkr',
    ]);
    expect(shownValue('assumptions', [], saying)).toEqual(['tomt']);
    expect(shownValue('kind', 'drawSpan', saying)).toEqual(['Lånen tas upp']);
    expect(shownValue('percent', '-2.5', saying)).toEqual(['−2,5 %']);
  });
});

describe('what a row is about', () => {
  it('is said with the names that people use', () => {
    const figure = { kind: 'openingDebt', year: 2025, amount: '58662' };
    const post = { lineId: line, kind: 'aterbudgetering', year: 2026 };
    const file = { address: '/api/organisations/x/investeringsbudget/2026/csv?layout=summary' };
    expect(concernOf(row('setForecastRow', figure), saying)).toBe(
      'Låneskuld 31/12 2025, Om tillägg',
    );
    expect(concernOf(row('createBudgetpost', post), saying)).toBe('Klienter, återbudgetering 2026');
    const assumed = { kind: 'life', lineId: line, months: 36 };
    expect(concernOf(row('setAssumption', assumed), saying)).toBe('Livslängd, Klienter');
    expect(concernOf(row('createMember', { name: 'Ydre' }), saying)).toBe('Ydre');
    expect(concernOf(row('createBeslut', { title: 'Budget 2026' }), saying)).toBe('Budget 2026');
    expect(concernOf(row('invite', { role: 'revisor' }), saying)).toBe('Om tillägg, Revisor');
    expect(concernOf(row('exportInvesteringsbudgetCsv', file), saying)).toBe(
      'Investeringsbudget 2026',
    );
  });

  it('is said of what was removed, and of what nobody knows the name of', () => {
    const removed = row('deleteMember', null, { before: { name: 'Boxholm' } });
    expect(concernOf(removed, saying)).toBe('Boxholm');
    const nameless = { ...saying, names: new Map<string, string>() };
    expect(concernOf(row('changeRole', {}), nameless)).toBe('okänd person');
    expect(concernOf(row('setForecastRow', { kind: 'amortisation', year: 2026 }), nameless)).toBe(
      'Beräknade amorteringar 2026',
    );
    expect(concernOf(row('mergeOrganisations', 'text'), nameless)).toBe('');
  });

  it('is the own account where a person has done something with it', () => {
    const own = row('login', { method: 'local' }, { entityId: anna });
    expect(concernOf(own, saying)).toBe('det egna kontot');
  });

  it('has the newest name of the rows where nothing else has one', () => {
    const renamed = row('updateMember', { name: 'Nya' }, { before: { name: 'Gamla' } });
    const made = row('createMember', { name: 'Gamla' });
    expect(namesIn([renamed, made]).get(thing)).toBe('Nya');
    expect(namesIn([row('deleteMember', null, { before: { name: 'Borta' } })]).get(thing)).toBe(
      'Borta',
    );
  });
});

describe('a stored value', () => {
  it('is shown as people write it', () => {
    expect(shownValue('amount', '-22567.4', saying)).toEqual(['\u221222\u00a0567,4']);
    expect(shownValue('role', 'direktion', saying)).toEqual(['Direktion']);
    expect(shownValue('kind', 'tillaggsaskande', saying)).toEqual(['tilläggsäskande']);
    expect(shownValue('status', 'faststalld', saying)).toEqual(['fastställt']);
    expect(shownValue('lineId', line, saying)).toEqual(['Klienter']);
    expect(shownValue('isPrivate', false, saying)).toEqual(['nej']);
    expect(shownValue('comment', null, saying)).toEqual(['tomt']);
    expect(shownValue('year', 2026, saying)).toEqual(['2026']);
    // Summer time: the day and the hour of the people who read the log.
    expect(shownValue('frozenAt', '2026-06-30T22:15:09.000Z', saying)).toEqual([
      '2026-07-01 00:15:09',
    ]);
  });

  it('is shown as it stands where it is what a person wrote, or unknown', () => {
    expect(shownValue('comment', 'local', saying)).toEqual(['local']);
    expect(shownValue('name', 'read', saying)).toEqual(['read']);
    expect(shownValue('status', 'toString', saying)).toEqual(['toString']);
    expect(shownValue('kind', 'constructor', saying)).toEqual(['constructor']);
    expect(shownValue('amount', 'mycket', saying)).toEqual(['mycket']);
    expect(shownValue('other', { deep: [1] }, saying)).toEqual(['{"deep":[1]}']);
  });

  it('is one line a figure of a scenario', () => {
    const figures = [
      { kind: 'openingDebt', year: 2025, amount: '58662', comment: null },
      { kind: 'amortisation', year: 2026, amount: null, comment: 'enligt plan' },
    ];
    expect(shownValue('figures', figures, saying)).toEqual([
      'Låneskuld 31/12 2025: 58\u00a0662',
      'Beräknade amorteringar 2026: tomt (enligt plan)',
    ]);
    const computed = { kind: 'amortisation', year: 2026, source: 'computed', amount: null };
    expect(shownValue('figures', [computed], saying)).toEqual([
      'Beräknade amorteringar 2026: framräknad',
    ]);
    expect(shownValue('figures', [], saying)).toEqual(['tomt']);
  });
});
