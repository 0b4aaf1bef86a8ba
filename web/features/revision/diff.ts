import { inFieldOrder } from './field-words.ts';

/** One field of a row of the log: what it was and what it became. */
export type Change = { readonly field: string; readonly before: unknown; readonly after: unknown };

/** What a row of the log says was done to the thing that it is about. */
export type Diff = {
  /** `none` where nothing was stored, before or after. */
  readonly kind: 'changed' | 'created' | 'removed' | 'none';
  readonly changed: readonly Change[];
  /** What is the same before and after; of something new or removed, what is empty. */
  readonly rest: readonly Change[];
};

/** Compares what was stored before and after, field by field. */
export function diffOf(before: unknown, after: unknown): Diff {
  const old = factsOf(before);
  const now = factsOf(after);
  const fields = inFieldOrder([...new Set([...Object.keys(old), ...Object.keys(now)])]);
  const changes = fields.map(
    (field): Change => ({ field, before: old[field] ?? null, after: now[field] ?? null }),
  );
  const isSame = (change: Change): boolean => same(change.before, change.after);
  return {
    kind: kindOf(before, after),
    changed: changes.filter((change) => !isSame(change)),
    rest: changes.filter(isSame),
  };
}

function kindOf(before: unknown, after: unknown): Diff['kind'] {
  const [was, is] = [before, after].map((one) => Object.keys(factsOf(one)).length > 0);
  if (was === true) return is === true ? 'changed' : 'removed';
  return is === true ? 'created' : 'none';
}

/** What was stored, as fields; nothing has none. */
export function factsOf(stored: unknown): { readonly [field: string]: unknown } {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return {};
  return stored as { readonly [field: string]: unknown };
}

// The log is written with its fields in order, so that the same is always the same text.
function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
