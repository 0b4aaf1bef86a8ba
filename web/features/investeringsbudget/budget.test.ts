import { describe, expect, it } from 'vitest';
import { investeringsbudget } from '#contract/investeringsbudget.ts';
import { toPlain } from '#domain/tkr.ts';
import recorded from '../../../fixtures/contract/investeringsbudget.json' with { type: 'json' };
import { sv } from '../../texts/sv.ts';
import { headOf, historyOf, type PostView, rootOf, toView } from './budget.ts';
import { budgetNotes } from './budget-notes.ts';
import { postsBehind, sumRow, totalColumn } from './budget-rows.tsx';

const view = toView(investeringsbudget.parse(recorded));

describe('the budget as the screen sums it', () => {
  it('is what the server summed', () => {
    expect(toPlain(view.summary.total)).toBe(recorded.summary.total);
    expect(toPlain(view.summary.beforeDecisions)).toBe(recorded.summary.beforeDecisions);
    expect(view.printed.map(({ verdict }) => verdict)).toEqual(
      recorded.printed.map(({ verdict }) => verdict),
    );
  });

  it('finds the entries behind a cell', () => {
    const line = view.lines.find(({ name }) => name === 'Mobiltelefoner')?.id ?? '';
    const amounts = (rowId: string, columnId: string) =>
      postsBehind(view, { rowId, columnId }).map(({ amount }) => toPlain(amount));
    expect(amounts(line, totalColumn)).toEqual(['1539', '990', '620']);
    expect(amounts(line, 'tillaggsaskande')).toEqual(['620']);
    expect(amounts(sumRow, 'tillaggsaskande')).toEqual(['620']);
    expect(amounts(sumRow, totalColumn)).toHaveLength(11);
  });

  it('says that 21 543 is an error and not rounding', () => {
    const notes = budgetNotes(view, true, sv).map((note) => note.replaceAll('\u00a0', ' '));
    expect(notes).toHaveLength(2);
    expect(notes[1]).toContain('står 21 543');
    expect(notes[1]).toContain('är 21 545. Skillnaden −2 är ett fel, inte avrundning');
    expect(budgetNotes(view, false, sv)).toEqual([]);
  });
});

describe('a chain of corrections', () => {
  const [first] = view.posts;
  if (first === undefined) throw new Error('The budget has no entries');
  const link = (id: string, replacesId: string | null): PostView => ({ ...first, id, replacesId });
  const [a, b, c] = [link('a', null), link('b', 'a'), link('c', 'b')];
  const posts = [a, b, c];

  it('has a first entry, one in force, and a history', () => {
    expect(rootOf(posts, c).id).toBe('a');
    expect(headOf(posts, 'a')?.id).toBe('c');
    expect(headOf(posts, 'b')?.id).toBe('c');
    expect(historyOf(posts, c).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });
});
