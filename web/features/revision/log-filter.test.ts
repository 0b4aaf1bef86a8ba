import { describe, expect, it } from 'vitest';
import { isChosen, queryOf, readFilter, writeFilter } from './log-filter.ts';

const id = '01a2025d-fd87-728b-8e7c-75bc36e0ead3';

describe('the choice in the address', () => {
  it('comes back as it was written', () => {
    const filter = { person: id, action: 'login', from: '2026-01-01', to: null, about: id };
    const text = writeFilter(filter);
    expect(text).toBe(`person=${id}&handelse=login&fran=2026-01-01&om=${id}`);
    expect(readFilter(new URLSearchParams(text))).toEqual(filter);
  });

  it('is what the server is asked for', () => {
    const filter = readFilter(new URLSearchParams(`om=${id}&till=2026-11-22`));
    expect(queryOf(filter)).toEqual({ entityId: id, to: '2026-11-22' });
  });

  it('passes over what the server would refuse', () => {
    const filter = readFilter(new URLSearchParams('person=anna&handelse=%20&fran=2026-02-30&om=1'));
    expect(isChosen(filter)).toBe(false);
    expect(queryOf(filter)).toEqual({});
  });

  it('is nothing in an empty address', () => {
    expect(isChosen(readFilter(new URLSearchParams()))).toBe(false);
    expect(writeFilter({})).toBe('');
  });
});
