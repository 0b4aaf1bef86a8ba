import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Budgetpost, inForce } from '../budgetpost.ts';
import { fromOre, sum, tkr, toPlain } from '../tkr.ts';
import { type BudgetPart, budgetParts } from './budget-parts.ts';

function post(id: string, amount: string, more: Partial<Budgetpost> = {}): Budgetpost {
  return {
    id,
    lineId: 'klienter',
    year: 2025,
    kind: 'ursprunglig',
    amount: tkr(amount),
    otherYear: null,
    otherLineId: null,
    pairId: null,
    replacesId: null,
    ...more,
  };
}

const plain = (parts: readonly BudgetPart[] | undefined) =>
  parts?.map(({ lineId, year, amount }) => `${lineId} ${year} ${toPlain(amount)}`);

describe('the budget in parts', () => {
  const carried = [
    post('first', '8182'),
    post('in', '3400', { kind: 'aterbudgetering' }),
    post('out', '-3400', { kind: 'aterbudgetering', year: 2024 }),
  ];
  const arende = new Map([
    ['in', '§ 14'],
    ['out', '§ 14'],
  ]);

  it('is what an ärende added, and the rest', () => {
    const { rest, granted } = budgetParts(carried, arende);
    expect(plain(rest)).toEqual(['klienter 2025 8182']);
    expect(plain(granted.get('§ 14'))).toEqual(['klienter 2025 3400', 'klienter 2024 -3400']);
  });

  it('counts a correction for the ärende whose post it corrects', () => {
    const corrected = [...carried, post('later', '3000', { replacesId: 'in' })];
    const { rest, granted } = budgetParts(corrected, arende);
    expect(plain(rest)).toEqual(['klienter 2025 8182']);
    expect(plain(granted.get('§ 14'))).toEqual(['klienter 2025 3000', 'klienter 2024 -3400']);
  });

  it('counts what an ärende corrects of another post as the difference', () => {
    const corrected = [...carried, post('higher', '9000', { replacesId: 'first' })];
    const { rest, granted } = budgetParts(corrected, new Map([...arende, ['higher', '§ 20']]));
    expect(plain(rest)).toEqual(['klienter 2025 8182']);
    expect(plain(granted.get('§ 20'))).toEqual(['klienter 2025 818']);
    expect(plain(granted.get('§ 14'))).toEqual(['klienter 2025 3400', 'klienter 2024 -3400']);
  });

  it('has a line that was taken away with nothing', () => {
    const voided = [post('first', '500'), post('void', '0', { replacesId: 'first' })];
    expect(plain(budgetParts(voided, new Map()).rest)).toEqual(['klienter 2025 0']);
  });

  it('sums to the budget in force, whatever corrects what', () => {
    const anyPost = fc.record({
      ore: fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
      line: fc.constantFrom('a', 'b'),
      replaces: fc.nat(30),
      owner: fc.constantFrom('x', 'y', null),
    });
    fc.assert(
      fc.property(fc.array(anyPost, { maxLength: 12 }), (drawn) => {
        const posts: Budgetpost[] = [];
        const arendeOf = new Map<string, string>();
        for (const [at, { ore, line, replaces, owner }] of drawn.entries()) {
          const replaced = inForce(posts)[replaces];
          const lineId = replaced?.lineId ?? line;
          const id = `${at}`;
          posts.push(
            post(id, '0', { lineId, amount: fromOre(ore), replacesId: replaced?.id ?? null }),
          );
          if (owner !== null) arendeOf.set(id, owner);
        }
        const { rest, granted } = budgetParts(posts, arendeOf);
        for (const lineId of ['a', 'b']) {
          const ofLine = (parts: readonly { lineId: string; amount: Budgetpost['amount'] }[]) =>
            sum(parts.filter((part) => part.lineId === lineId).map(({ amount }) => amount));
          const parts = [...rest, ...[...granted.values()].flat()];
          expect(ofLine(parts)).toBe(ofLine(inForce(posts)));
        }
      }),
    );
  });
});
