import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyMapping, compareCodes, type MappingRule, refusalOfRule } from './mapping.ts';
import { fromOre, sum } from './tkr.ts';
import { sumByPlace } from './utfall.ts';

const rule = (given: Partial<MappingRule>): MappingRule => ({
  accountFrom: null,
  accountTo: null,
  dimension: null,
  objectFrom: null,
  objectTo: null,
  name: null,
  target: 'outside',
  lineId: null,
  driftrad: null,
  ...given,
});
const accounts = (from: string, to = from) => ({ accountFrom: from, accountTo: to });
const project = (from: string, to = from) => ({ dimension: '6', objectFrom: from, objectTo: to });
const toLine = { target: 'line', lineId: 'nät' } as const;

/** Where an amount goes, in a word. */
function goes(
  rules: readonly MappingRule[],
  account: string | null,
  objects = '',
  name: string | null = null,
): string {
  const [mapped] = applyMapping(rules, [{ account, objects, name }]);
  return `${mapped?.target} ${mapped?.lineId ?? mapped?.driftrad ?? ''}`.trim();
}

describe('a mapping', () => {
  it.each<
    [string, readonly MappingRule[], Parameters<typeof goes>[1], string, string | null, string]
  >([
    ['without rules leaves all unmapped', [], '1240', '6:P1', null, 'unmapped'],
    ['takes an account', [rule(accounts('1240'))], '1240', '', null, 'outside'],
    ['leaves another account', [rule(accounts('1240'))], '1241', '', null, 'unmapped'],
    ['takes the last of a range', [rule(accounts('1200', '1299'))], '1299', '', null, 'outside'],
    [
      'leaves the next after a range',
      [rule(accounts('1200', '1299'))],
      '1300',
      '',
      null,
      'unmapped',
    ],
    // By number: as texts 99 would come after 100.
    ['compares numbers by number', [rule(accounts('99', '1000'))], '500', '', null, 'outside'],
    ['takes leading zeros for nothing', [rule(accounts('0100'))], '100', '', null, 'outside'],
    ['compares texts as texts', [rule(accounts('A1', 'A9'))], 'A5', '', null, 'outside'],
    ['leaves what has no account', [rule(accounts('1', '9'))], null, '', 'Nät', 'unmapped'],
    ['takes an object', [rule({ ...toLine, ...project('P1') })], '1240', '6:P1', null, 'line nät'],
    [
      'takes one of several objects',
      [rule({ ...toLine, ...project('P1') })],
      '1240',
      '1:100;6:P1',
      null,
      'line nät',
    ],
    [
      'leaves the same code in another dimension',
      [rule({ ...toLine, ...project('P1') })],
      '1240',
      '1:P1',
      null,
      'unmapped',
    ],
    [
      'wants all conditions of a rule',
      [rule({ ...toLine, ...accounts('1240'), ...project('P1') })],
      '6110',
      '6:P1',
      null,
      'unmapped',
    ],
    [
      'takes a name whatever its case and spaces',
      [rule({ ...toLine, name: 'Nät och  Telefoni' })],
      null,
      '',
      ' nät och telefoni',
      'line nät',
    ],
    [
      'lets the first rule that fits decide',
      [rule({ ...toLine, ...project('P1') }), rule(accounts('1240'))],
      '1240',
      '6:P1',
      null,
      'line nät',
    ],
    [
      'goes on to the next rule',
      [rule({ ...toLine, ...project('P1') }), rule({ target: 'drift', driftrad: 'IT' })],
      '6110',
      '',
      null,
      'drift IT',
    ],
    ['takes everything by a rule without conditions', [rule({})], null, '', null, 'outside'],
  ])('%s', (_, rules, account, objects, name, expected) => {
    expect(goes(rules, account, objects, name)).toBe(expected);
  });

  it('loses nothing, whatever its rules are', () => {
    const code = fc.constantFrom('10', '20', '30', 'P1');
    const anyRule = fc
      .record({ from: code, to: code, target: fc.constantFrom('line', 'drift', 'outside') })
      .map(({ from, to, target }) =>
        rule({ ...accounts(from, to), target, lineId: target === 'line' ? 'nät' : null }),
      );
    const anyAmount = fc.record({
      account: code,
      objects: fc.constantFrom('', '6:P1'),
      name: fc.constant(null),
      year: fc.constant(2024),
      month: fc.constant(1),
      amount: fc.bigInt({ min: -9_999n, max: 9_999n }).map(fromOre),
    });
    fc.assert(
      fc.property(fc.array(anyRule), fc.array(anyAmount), (rules, amounts) => {
        const mapped = applyMapping(rules, amounts);
        expect(mapped.map(({ target: _t, lineId: _l, driftrad: _d, ...one }) => one)).toEqual(
          amounts,
        );
        const total = sum(amounts.map(({ amount }) => amount));
        expect(sum(sumByPlace(mapped).map(({ amount }) => amount))).toBe(total);
      }),
    );
  });
});

it('orders codes the same way whichever are compared', () => {
  const code = fc.string({ unit: fc.constantFrom('0', '1', '9', 'a', 'Å'), maxLength: 4 });
  fc.assert(
    fc.property(code, code, code, (one, two, three) => {
      expect(Math.sign(compareCodes(one, two))).toBe(-Math.sign(compareCodes(two, one)) + 0);
      const [first = '', second = '', third = ''] = [one, two, three].toSorted(compareCodes);
      expect(compareCodes(first, second)).toBeLessThanOrEqual(0);
      expect(compareCodes(first, third)).toBeLessThanOrEqual(0);
    }),
  );
});

describe('a rule', () => {
  it.each<[Partial<MappingRule>, ReturnType<typeof refusalOfRule>]>([
    [{}, null],
    [accounts('1240'), null],
    [{ ...toLine, ...project('P1', 'P9') }, null],
    [{ accountFrom: '1240' }, 'mapping_rule_incomplete'],
    [{ objectFrom: 'P1', objectTo: 'P2' }, 'mapping_rule_incomplete'],
    [{ dimension: '6' }, 'mapping_rule_incomplete'],
    [{ target: 'line' }, 'mapping_rule_incomplete'],
    [{ target: 'outside', lineId: 'nät' }, 'mapping_rule_incomplete'],
    [{ target: 'outside', driftrad: 'IT' }, 'mapping_rule_incomplete'],
    [accounts('1300', '1200'), 'mapping_range_backwards'],
    [{ ...toLine, ...project('P9', 'P1') }, 'mapping_range_backwards'],
  ])('%j is %s', (given, refusal) => {
    expect(refusalOfRule(rule(given))).toBe(refusal);
  });
});
