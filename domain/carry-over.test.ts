import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CarryOverMark,
  type CarryOverPolicy,
  delegationLimit,
  judgeCarryOver,
  judgeNeed,
  policyAt,
  severityOf,
} from './carry-over.ts';
import { parsePercent } from './percent.ts';
import { compare, fromOre, type Tkr, tkr, toPlain } from './tkr.ts';

function policy(change: Partial<CarryOverPolicy>): CarryOverPolicy {
  return {
    id: 'x',
    lineType: 'reinvestering',
    validFrom: '2024-01-01',
    rule: 'needsDecision',
    delegationShare: null,
    delegationAmount: null,
    slutredovisning: null,
    ...change,
  };
}

const shown = (marks: readonly CarryOverMark[]): string[] =>
  marks.map((mark) => ('by' in mark ? `${mark.kind} ${toPlain(mark.by)}` : mark.kind));

describe('the policy in force', () => {
  const policies = [
    policy({ id: 'first' }),
    policy({ id: 'project', lineType: 'projekt' }),
    policy({ id: 'later', validFrom: '2025-01-01', rule: 'lapses' }),
    policy({ id: 'put right', validFrom: '2025-01-01' }),
  ];

  it.each([
    ['reinvestering', '2023-12-31', undefined],
    ['reinvestering', '2024-12-31', 'first'],
    ['reinvestering', '2025-01-01', 'put right'],
    ['projekt', '2025-06-01', 'project'],
    ['ramanslag', '2025-06-01', undefined],
  ] as const)('for %s on %s is %s', (lineType, day, id) => {
    expect(policyAt(policies, lineType, day)?.id).toBe(id);
  });
});

describe('how much is delegated', () => {
  it.each([
    ['10', '2500', '8182', '818.2'],
    ['10', '2500', '30000', '2500'],
    ['10', null, '30000', '3000'],
    [null, '2500', '100', '2500'],
    ['0', '2500', '100', '0'],
    [null, null, '100', null],
  ])('%s percent and at most %s of %s is %s', (percent, most, budget, expected) => {
    const limit = delegationLimit(
      {
        delegationShare: percent === null ? null : parsePercent(percent),
        delegationAmount: most === null ? null : tkr(most),
      },
      tkr(budget),
    );
    expect(limit === null ? null : toPlain(limit)).toBe(expected);
  });
});

describe('what is carried over', () => {
  const needsDecision = policy({});
  const delegated = policy({ delegationShare: parsePercent('10'), delegationAmount: tkr('2500') });
  it.each<[string, string, string | null, CarryOverPolicy | null, string[]]>([
    ['3 400 of 5 196', '3400', '5196', needsDecision, []],
    ['all 990 of 990', '990', '990', needsDecision, []],
    ['an öre more than was unused', '990.00001', '990', needsDecision, ['overUnused 0.00001']],
    ['anything from an overrun', '1', '-901', needsDecision, ['overUnused 1']],
    ['from a year without outcome', '1', null, needsDecision, ['outcomeMissing']],
    ['without a policy', '1', '5', null, ['noPolicy']],
    ['what lapses', '1', '5', policy({ rule: 'lapses' }), ['lapses']],
    ['a matter of course', '1', '5', policy({ rule: 'automatic' }), []],
    ['at the limit of a delegation', '919.6', '5196', delegated, []],
    ['over a delegation', '3400', '5196', delegated, ['overDelegation 2480.4']],
    ['over all of it', '6000', '5196', delegated, ['overUnused 804', 'overDelegation 5080.4']],
  ])('%s is marked so', (_, amount, left, inForce, marks) => {
    const facts = { amount: tkr(amount), left: left === null ? null : tkr(left) };
    expect(shown(judgeCarryOver({ ...facts, budget: tkr('9196'), policy: inForce }))).toEqual(
      marks,
    );
  });

  it('is refused exactly where it is more than was left, whatever the policy says', () => {
    const anyAmount = (min: bigint) => fc.bigInt({ min, max: 10n ** 12n }).map(fromOre);
    const anyPolicy = fc.constantFrom(null, needsDecision, delegated, policy({ rule: 'lapses' }));
    fc.assert(
      fc.property(anyAmount(1n), anyAmount(-(10n ** 12n)), anyPolicy, (amount, left, inForce) => {
        const marks = judgeCarryOver({ amount, left, budget: left, policy: inForce });
        const isRefused = marks.some((mark) => severityOf(mark) === 'refused');
        expect(isRefused).toBe(compare(amount, left) > 0);
      }),
    );
  });
});

describe('a budget against the need', () => {
  it.each<[string, string, string | null, string[]]>([
    ['Klienter: 8 182 + 3 400', '11582', '11550', ['overNeed 32']],
    ['Mobiltelefoner: 1 539 + 990 + 620', '3149', '3150', ['underNeed 1']],
    ['the same to the öre', '3150.00000', '3150', []],
    ['no need said', '500', null, []],
  ])('%s', (_, budget, need, marks) => {
    const needed: Tkr | null = need === null ? null : tkr(need);
    expect(shown(judgeNeed(tkr(budget), needed))).toEqual(marks);
  });

  it('asks for a reason over the need and only says so under it', () => {
    const severity = (budget: string) => judgeNeed(tkr(budget), tkr('5')).map(severityOf);
    expect([severity('6'), severity('4')]).toEqual([['needsReason'], ['information']]);
  });
});
