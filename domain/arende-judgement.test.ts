import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProposedEntry } from './arende-entries.ts';
import {
  type ArendeGround,
  isRefused,
  judgeEntries,
  needsReason,
  severityOfEntryMark,
} from './arende-judgement.ts';
import type { Budgetpost } from './budgetpost.ts';
import type { CarryOverPolicy } from './carry-over.ts';
import { add, compare, fromOre, sum, tkr, toPlain, zero } from './tkr.ts';

const empty = { newLineName: null, fromYear: null, fromLineId: null, correctsId: null };
const entry: ProposedEntry = {
  ...empty,
  id: 'mobil-tillagg',
  kind: 'tillaggsaskande',
  lineId: 'mobil',
  year: 2025,
  amount: tkr('620'),
  decidedAmount: null,
};
const carried = { ...entry, kind: 'aterbudgetering', fromYear: 2024 } as const;
const paragraph14: readonly ProposedEntry[] = [
  { ...carried, id: 'klienter', lineId: 'klienter', amount: tkr('3400') },
  { ...carried, id: 'mobil', amount: tkr('990') },
  entry,
];

function post(lineId: string, year: number, amount: string): Budgetpost {
  const none = { otherYear: null, otherLineId: null, pairId: null, replacesId: null };
  return {
    ...none,
    id: `${lineId} ${year}`,
    lineId,
    year,
    kind: 'ursprunglig',
    amount: tkr(amount),
  };
}

// 2024: 9 000 − 3 804 = 5 196 and 2 000 − 1 010 = 990 unused. 2025: needs 11 550 and 3 150.
const ground: ArendeGround = {
  posts: [
    post('klienter', 2024, '9000'),
    post('mobil', 2024, '2000'),
    post('klienter', 2025, '8182'),
    post('mobil', 2025, '1539'),
  ],
  utfall: [
    { lineId: 'klienter', year: 2024, amount: tkr('3804') },
    { lineId: 'mobil', year: 2024, amount: tkr('1010') },
  ],
  needs: [
    { lineId: 'klienter', year: 2025, need: tkr('11550') },
    { lineId: 'mobil', year: 2025, need: tkr('3150') },
  ],
  policyOf: new Map(),
};

const told = (entries: readonly ProposedEntry[], on: ArendeGround = ground) =>
  judgeEntries(entries, on).map(({ marks }) =>
    marks.map((mark) => ('by' in mark ? `${mark.kind} ${toPlain(mark.by)}` : mark.kind)),
  );

const policy: CarryOverPolicy = {
  id: 'p',
  lineType: 'reinvestering',
  validFrom: '2025-01-01',
  rule: 'needsDecision',
  delegationShare: null,
  delegationAmount: null,
  slutredovisning: null,
};
const under = (change: Partial<CarryOverPolicy>): ArendeGround => ({
  ...ground,
  policyOf: new Map([['klienter', { ...policy, ...change }]]),
});

describe('§ 14', () => {
  it('is 32 over what Klienter need and 1 under what Mobiltelefoner need', () => {
    expect(told(paragraph14)).toEqual([
      ['noPolicy', 'overNeed 32'],
      ['noPolicy', 'underNeed 1'],
      ['underNeed 1'],
    ]);
  });

  it('shows the figures behind: 5 196 and 990 left, gaps 3 368 and 1 611, then 11 582 and 3 149', () => {
    const [klienter, mobil] = judgeEntries(paragraph14, ground).map(({ figures }) => figures);
    expect(klienter).toEqual({
      unused: tkr('5196'),
      left: tkr('5196'),
      need: tkr('11550'),
      budgetBefore: tkr('8182'),
      budgetAfter: tkr('11582'),
      gap: tkr('3368'),
      overNeed: tkr('32'),
    });
    expect(mobil).toEqual({
      unused: tkr('990'),
      left: tkr('990'),
      need: tkr('3150'),
      budgetBefore: tkr('1539'),
      budgetAfter: tkr('3149'),
      gap: tkr('1611'),
      overNeed: tkr('-1'),
    });
  });

  it('asks why for what is over the need, and only tells of what is under it', () => {
    const judged = judgeEntries(paragraph14, ground);
    expect(judged.map(needsReason)).toEqual([true, false, false]);
    expect(judged.some(isRefused)).toBe(false);
  });
});

describe('an återbudgetering', () => {
  it('of more than is left is refused, by how much more, over all entries of the line together', () => {
    const split = [
      { ...carried, id: 'a', lineId: 'mobil', amount: tkr('900') },
      { ...carried, id: 'b', lineId: 'mobil', amount: tkr('90.5') },
    ];
    const marks = ['overUnused 0.5', 'noPolicy'];
    expect(told(split).map((one) => one.slice(0, 2))).toEqual([marks, marks]);
    expect(judgeEntries(split, ground).every(isRefused)).toBe(true);
  });

  it('of exactly what is left stands', () => {
    expect(judgeEntries(paragraph14, ground).map(isRefused)).toEqual([false, false, false]);
  });

  it('from a year that nobody knows the outcome of is refused', () => {
    const marks = told(paragraph14, { ...ground, utfall: [] });
    expect(marks[0]?.[0]).toBe('outcomeMissing');
    expect(judgeEntries(paragraph14, { ...ground, utfall: [] })[0]?.figures.left).toBeNull();
  });

  it('finds less left where some was carried already', () => {
    const out: Budgetpost = {
      ...post('klienter', 2024, '-2000'),
      id: 'earlier',
      kind: 'aterbudgetering',
      otherYear: 2025,
      pairId: 'p',
    };
    const marks = told(paragraph14, { ...ground, posts: [...ground.posts, out] });
    expect(marks[0]?.[0]).toBe('overUnused 204');
  });

  it.each<[string, Partial<CarryOverPolicy>, string[]]>([
    ['that lapses', { rule: 'lapses' }, ['lapses', 'overNeed 32']],
    ['within the delegation', { delegationAmount: tkr('3400') }, ['overNeed 32']],
    [
      'over 10 % of 9 000',
      { delegationShare: { numerator: 10n, denominator: 100n } },
      ['overDelegation 2500', 'overNeed 32'],
    ],
  ])('%s', (_, change, expected) => {
    expect(told(paragraph14, under(change))[0]).toEqual(expected);
  });
});

describe('other entries', () => {
  it('take nothing from what was unused where they give some of it back', () => {
    const out = { ...post('klienter', 2024, '-3400'), kind: 'aterbudgetering' } as const;
    const pair = [
      { ...out, id: 'out', otherYear: 2025, pairId: 'p' },
      { ...out, id: 'in', year: 2025, otherYear: 2024, pairId: 'p', amount: tkr('3400') },
    ];
    const correction: ProposedEntry = {
      ...entry,
      kind: 'correction',
      lineId: 'klienter',
      correctsId: 'in',
      amount: tkr('3000'),
    };
    const unknown = { ...ground, posts: [...ground.posts, ...pair], utfall: [] };
    expect(told([correction], unknown)).toEqual([['underNeed 368']]);
    const more = { ...correction, amount: tkr('3401') };
    expect(told([more], unknown)[0]).toContain('outcomeMissing');
  });

  it('ask why where the giving line is left with less than nothing', () => {
    const move = {
      ...entry,
      kind: 'omdisponering',
      lineId: 'klienter',
      fromLineId: 'mobil',
    } as const;
    expect(told([{ ...move, amount: tkr('1540') }])[0]).toContain('belowZero 1');
    expect(told([{ ...move, amount: tkr('1539') }])[0]).not.toContain('belowZero 0');
  });

  it('are refused where they correct what something else has replaced', () => {
    const later = { ...post('klienter', 2025, '8000'), id: 'later', replacesId: 'klienter 2025' };
    const correction: ProposedEntry = {
      ...entry,
      kind: 'correction',
      lineId: 'klienter',
      correctsId: 'klienter 2025',
      amount: tkr('8100'),
    };
    const posts = [...ground.posts, later];
    expect(told([correction], { ...ground, posts })[0]).toContain('alreadyCorrected');
    expect(severityOfEntryMark({ kind: 'alreadyCorrected' })).toBe('refused');
    expect(told([correction])[0]).toEqual(['underNeed 3450']);
  });

  it('of a line without a need are compared with nothing', () => {
    expect(told([{ ...entry, lineId: 'nat' }])).toEqual([[]]);
  });
});

describe('never more than unused', () => {
  const some = fc
    .array(
      fc.record({
        lineId: fc.constantFrom('klienter', 'mobil'),
        ore: fc.bigInt({ min: 1n, max: 600_000_000n }),
      }),
      { minLength: 1, maxLength: 8 },
    )
    .map((parts) =>
      parts.map(({ lineId, ore }, index) => ({
        ...carried,
        id: `${index}`,
        lineId,
        amount: fromOre(ore),
      })),
    );
  const unused = { klienter: tkr('5196'), mobil: tkr('990') } as const;

  it('whatever is proposed: what is not refused fits in what was unused', () => {
    fc.assert(
      fc.property(some, (entries) => {
        const judged = judgeEntries(entries, ground);
        for (const lineId of ['klienter', 'mobil'] as const) {
          const own = entries.filter((one) => one.lineId === lineId);
          const isOver = compare(sum(own.map(({ amount }) => amount)), unused[lineId]) > 0;
          for (const { id } of own) {
            const verdict = judged.find(({ entryId }) => entryId === id);
            expect(verdict !== undefined && isRefused(verdict)).toBe(isOver);
          }
        }
      }),
    );
  });

  it('whatever the order of the entries', () => {
    fc.assert(
      fc.property(some, (entries) => {
        const forwards = judgeEntries(entries, ground);
        const backwards = judgeEntries(entries.toReversed(), ground);
        for (const { entryId, marks, figures } of forwards) {
          const same = backwards.find((one) => one.entryId === entryId);
          expect([same?.marks, same?.figures]).toEqual([marks, figures]);
        }
      }),
    );
  });

  it('and a budget after is the budget before and all that was added to it', () => {
    fc.assert(
      fc.property(some, (entries) => {
        const judged = judgeEntries(entries, ground);
        const ofMobil = judged.filter((_, index) => entries[index]?.lineId === 'mobil');
        const added = sum(ofMobil.map(({ adds }) => adds));
        for (const { figures } of ofMobil) {
          expect(figures.budgetAfter).toBe(add(figures.budgetBefore, added));
        }
        expect(compare(added, zero)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
