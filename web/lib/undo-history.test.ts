import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterDoing, afterRedoing, afterUndoing, type History } from './undo-history.ts';

const empty: History<number> = { done: [], undone: [] };

describe('the history of steps', () => {
  it('undoes the last step first, and redoes it', () => {
    const two = afterDoing(afterDoing(empty, 1), 2);
    expect(afterUndoing(two)).toEqual({ done: [1], undone: [2] });
    expect(afterRedoing(afterUndoing(two))).toEqual(two);
  });

  it('forgets what was undone when something new is done', () => {
    expect(afterDoing(afterUndoing(afterDoing(empty, 1)), 3)).toEqual({ done: [3], undone: [] });
  });

  it('stays as it is where there is nothing to undo or redo', () => {
    expect(afterUndoing(empty)).toEqual(empty);
    expect(afterRedoing(empty)).toEqual(empty);
  });

  it('comes back to where it was after as many redos as undos', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 50 }), fc.nat(60), (steps, count) => {
        const full = steps.reduce(afterDoing, empty);
        const undos = Math.min(count, steps.length);
        let history = full;
        for (let left = undos; left > 0; left -= 1) history = afterUndoing(history);
        expect(history.done).toEqual(steps.slice(0, steps.length - undos));
        for (let left = undos; left > 0; left -= 1) history = afterRedoing(history);
        expect(history).toEqual(full);
      }),
    );
  });
});
