import { describe, expect, it } from 'vitest';
import { diffOf } from './diff.ts';

describe('before and after', () => {
  it('tells what is changed from what is the same', () => {
    // As the log has its fields: by their names.
    const before = { kommunkod: '0512', leftOn: null, name: 'Ydre', version: 1 };
    const after = { ...before, leftOn: '2027-01-01', version: 2 };
    expect(diffOf(before, after)).toEqual({
      kind: 'changed',
      changed: [
        { field: 'leftOn', before: null, after: '2027-01-01' },
        { field: 'version', before: 1, after: 2 },
      ],
      rest: [
        { field: 'name', before: 'Ydre', after: 'Ydre' },
        { field: 'kommunkod', before: '0512', after: '0512' },
      ],
    });
  });

  it('folds away what is empty in something new', () => {
    const { kind, changed, rest } = diffOf(null, { amount: '0', comment: null, isDemo: false });
    expect(kind).toBe('created');
    expect(changed.map(({ field }) => field)).toEqual(['amount', 'isDemo']);
    expect(rest.map(({ field }) => field)).toEqual(['comment']);
  });

  it('shows what was lost with something removed', () => {
    const figures = [{ kind: 'amortisation', year: 2026, amount: '-22967' }];
    const { kind, changed } = diffOf({ name: 'Utan tillägg', figures }, null);
    expect(kind).toBe('removed');
    expect(changed).toEqual([
      { field: 'name', before: 'Utan tillägg', after: null },
      { field: 'figures', before: figures, after: null },
    ]);
  });

  it('sees a change inside a list', () => {
    const { changed } = diffOf({ figures: [{ amount: '1' }] }, { figures: [{ amount: '1.5' }] });
    expect(changed.map(({ field }) => field)).toEqual(['figures']);
    expect(diffOf({ figures: [] }, { figures: [] }).changed).toEqual([]);
  });

  it('has nothing to show where nothing was stored', () => {
    expect(diffOf(null, {})).toEqual({ kind: 'none', changed: [], rest: [] });
    expect(diffOf(null, null).kind).toBe('none');
    expect(diffOf('text', [1]).kind).toBe('none');
  });
});
