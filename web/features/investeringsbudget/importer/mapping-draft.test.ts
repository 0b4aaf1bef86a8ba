import { describe, expect, it } from 'vitest';
import { mostRules } from '#contract/mapping.ts';
import type { UtfallFileAmount } from '#contract/utfall-file.ts';
import { applyMapping, type MappingRule } from '#domain/mapping.ts';
import { tkr, toPlain } from '#domain/tkr.ts';
import { dimensionsOf, type Grouping, groupItems, itemsOf } from './file-groups.ts';
import {
  firstRules,
  isSameMapping,
  mapGroups,
  neededProposals,
  placedAmounts,
  withPlaces,
} from './mapping-draft.ts';

function booked(account: string | null, objects: string, amount: string): UtfallFileAmount {
  return { year: 2024, month: 1, account, objects, name: null, fileRow: null, amount };
}

const amounts = [
  booked('1225', '6:101', '1250'),
  booked('1225', '6:101', '500'),
  booked('1225', '6:102;1:10', '400'),
  booked('5010', '1:10', '2150'),
  booked('5010', '', '50'),
  { ...booked('5010', '', '9'), year: 2023 },
];

const items = itemsOf(amounts, [2024]);
const likeliest: Grouping = { by: 'likeliest' };

const nothing = {
  ...{ accountFrom: null, accountTo: null, dimension: null, objectFrom: null, objectTo: null },
  ...{ name: null, lineId: null, driftrad: null },
};
const project = (code: string, lineId: string): MappingRule => ({
  ...{ ...nothing, dimension: '6', objectFrom: code, objectTo: code, target: 'line', lineId },
});
const accounts = (accountFrom: string, accountTo: string): MappingRule => ({
  ...{ ...nothing, accountFrom, accountTo, target: 'drift' },
});
const klienter = { target: 'line', lineId: 'klienter', driftrad: null } as const;
const outside = { target: 'outside', lineId: null, driftrad: null } as const;

function named(grouping: Grouping): string[] {
  return groupItems(items, grouping).map(
    ({ condition: { account, object }, amount }) =>
      `${[account, object?.dimension, object?.code].filter(Boolean).join(' ')}: ${toPlain(amount)}`,
  );
}

function found(rules: readonly MappingRule[], proposals: readonly MappingRule[]) {
  return {
    ...{ rules, proposals },
    ...{ byRule: firstRules(rules, items), byProposal: firstRules(proposals, items) },
  };
}

function groupOf(key: string) {
  const found = groupItems(items, likeliest).find(
    ({ condition: { account, object } }) => (object?.code ?? account) === key,
  );
  if (found === undefined) throw new Error(`There is no group ${key}`);
  return found;
}

describe('the accounts and objects of a file', () => {
  it('are a row for each project, and for each account without one', () => {
    expect(named(likeliest)).toEqual(['6 101: 1750', '6 102: 400', '5010: 2200']);
  });

  it('are put together by account, by both, or by any dimension', () => {
    expect(named({ by: 'account' })).toEqual(['1225: 2150', '5010: 2200']);
    expect(named({ by: 'both' })).toEqual([
      '5010 1 10: 2150',
      '1225 6 101: 1750',
      '1225 6 102: 400',
      '5010: 50',
    ]);
    expect(named({ by: 'dimension', dimension: '1' })).toEqual([
      '1 10: 2550',
      '1225: 1750',
      '5010: 50',
    ]);
  });

  it('leave out the years that are not taken in', () => {
    expect(itemsOf(amounts, [2023]).map(({ amount }) => toPlain(amount))).toEqual(['9']);
  });

  it('name their dimensions in order, once each', () => {
    const objects = [{ dimension: '6', dimensionName: 'Projekt', code: '101', name: 'Klienter' }];
    const facts = { objects } as unknown as Parameters<typeof dimensionsOf>[1];
    expect(dimensionsOf(items, facts)).toEqual([
      { dimension: '1', name: '1' },
      { dimension: '6', name: 'Projekt' },
    ]);
  });
});

describe('the groups with their places', () => {
  it('say which rule decides, and propose only where none does', () => {
    const mapped = mapGroups(
      groupItems(items, likeliest),
      found([project('101', 'klienter')], [project('101', 'other'), accounts('5000', '5999')]),
    );
    expect(
      mapped.map(({ place, rule, proposal, hasUnmapped }) => ({
        ...{ line: place?.lineId ?? null, rule, proposed: proposal?.target ?? null, hasUnmapped },
      })),
    ).toEqual([
      { line: 'klienter', rule: 0, proposed: null, hasUnmapped: false },
      { line: null, rule: null, proposed: null, hasUnmapped: true },
      { line: null, rule: null, proposed: 'drift', hasUnmapped: true },
    ]);
  });

  it('say that a group is split, and how much of it has no place', () => {
    const [first] = mapGroups(
      groupItems(items, { by: 'account' }),
      found([project('101', 'klienter')], []),
    );
    expect(first?.isSplit).toBe(true);
    expect(first?.place).toBeNull();
    expect(first?.unmapped).toEqual(tkr('400'));
  });

  it('need only the proposals that some amount without a rule meets', () => {
    const proposals = [project('101', 'klienter'), project('102', 'mobiltelefoner')];
    expect(neededProposals(found([project('101', 'klienter')], proposals))).toEqual([
      project('102', 'mobiltelefoner'),
    ]);
  });
});

describe('a group that a person sends somewhere', () => {
  it('goes there by a rule of its own, before rules that ask for less', () => {
    const before = [accounts('1000', '9999')];
    expect(withPlaces(before, [groupOf('101')], klienter)).toEqual([
      project('101', 'klienter'),
      accounts('1000', '9999'),
    ]);
  });

  it('has an account rule after those for projects, so that projects stay where they are', () => {
    const before = [project('101', 'klienter'), accounts('1000', '9999')];
    const rules = withPlaces(before, [groupOf('5010')], outside) ?? [];
    expect(rules.map(({ accountFrom, accountTo }) => [accountFrom, accountTo])).toEqual([
      [null, null],
      ['5010', '5010'],
      ['1000', '9999'],
    ]);
  });

  it('goes before a rule that would take it, even where that one asks for more', () => {
    const taker = { ...accounts('1000', '1999'), dimension: '6', objectFrom: '1', objectTo: '999' };
    const [first] = withPlaces([taker], [groupOf('101')], klienter) ?? [];
    expect(first).toEqual(project('101', 'klienter'));
  });

  it('changes the rule for exactly the same, and adds no other', () => {
    const before = [project('102', 'mobiltelefoner'), project('101', 'fel')];
    expect(withPlaces(before, [groupOf('101')], klienter)).toEqual([
      project('101', 'klienter'),
      project('102', 'mobiltelefoner'),
    ]);
  });

  it('goes there together with others', () => {
    const groups = [groupOf('101'), groupOf('102')];
    const mapped = mapGroups(groups, found(withPlaces([], groups, klienter) ?? [], []));
    expect(mapped.map(({ place }) => place)).toEqual([klienter, klienter]);
  });

  it('becomes a range with the accounts beside it, and never over one that was left out', () => {
    const single = (account: string) => ({
      ...{ key: account, at: [], items: [], amount: tkr('0') },
      condition: { account, object: null, name: null },
    });
    const chosen = ['10', '20', '40', '7'].map(single);
    const rules = withPlaces([], chosen, outside, ['7', '10', '20', '30', '40']) ?? [];
    expect(rules.map(({ accountFrom, accountTo }) => [accountFrom, accountTo])).toEqual([
      ['40', '40'],
      ['7', '20'],
    ]);
  });
});

describe('more rules than can be saved', () => {
  it('are not made', () => {
    const rules = Array.from({ length: mostRules }, (_, at) => accounts(`${at}`, `${at}`));
    expect(withPlaces(rules, [groupOf('101')], klienter)).toBeNull();
  });
});

describe('the amounts by place', () => {
  it('are one for each place and month, and what no rule fits is there too', () => {
    const { rules, byRule } = found([project('101', 'klienter')], []);
    const placed = placedAmounts(items, { rules, byRule });
    expect(
      placed.map(({ target, lineId, month, amount }) => [
        ...[target, lineId, month, toPlain(amount)],
      ]),
    ).toEqual([
      ['line', 'klienter', 1, '1750'],
      ['unmapped', null, 1, '2600'],
    ]);
  });
});

describe('the first rule that fits', () => {
  it('is the same as when every rule is asked about every amount', () => {
    const rules: MappingRule[] = [
      { ...project('102', 'a'), accountFrom: '5000', accountTo: '5999' },
      { ...nothing, name: 'Klienter', target: 'outside' },
      accounts('5000', '5009'),
      { ...project('102', 'b'), accountFrom: '1000', accountTo: '1999' },
      project('102', 'c'),
      accounts('5010', '5010'),
      { ...nothing, target: 'outside' },
      project('101', 'd'),
    ];
    const one = (rule: MappingRule, at: number) =>
      ({ ...rule, target: 'line', lineId: `${at}`, driftrad: null }) as const;
    const slow = applyMapping(rules.map(one), items).map(({ lineId }) =>
      lineId === null ? null : parseInt(lineId, 10),
    );
    expect(firstRules(rules, items)).toEqual(slow);
    expect(slow).toEqual([6, 3, 5, 5]);
  });
});

describe('two mappings', () => {
  it('are the same where they ask and send the same in the same order', () => {
    const one = [project('101', 'a'), accounts('1', '2')];
    expect(
      isSameMapping(
        one,
        one.map((rule) => ({ ...rule })),
      ),
    ).toBe(true);
    expect(isSameMapping(one, one.toReversed())).toBe(false);
    expect(isSameMapping(one, [project('101', 'b'), accounts('1', '2')])).toBe(false);
    expect(isSameMapping(one, one.slice(1))).toBe(false);
  });
});
