import { describe, expect, it } from 'vitest';
import { ancestorsOf, type InheritingScenario, refusalOfParent } from './scenario-parent.ts';

function scenario(
  scenarioId: string,
  parentId: string | null,
  more: Partial<InheritingScenario> = {},
): InheritingScenario {
  return { scenarioId, parentId, isPrivate: false, status: 'utkast', ...more };
}

const base = scenario('base', null);
const plan = scenario('plan', 'base');
const question = scenario('question', 'plan');
const all = [question, base, plan];

describe('the scenarios that one inherits from', () => {
  it('are its parent and the parents of that, the nearest first', () => {
    expect(ancestorsOf(all, question)).toEqual([plan, base]);
    expect(ancestorsOf(all, base)).toEqual([]);
  });

  it('end at one that is not there, and at one that was passed', () => {
    expect(ancestorsOf([question, plan], question)).toEqual([plan]);
    const ring = [scenario('a', 'b'), scenario('b', 'a')];
    expect(ancestorsOf(ring, { parentId: 'b' }).map(({ scenarioId }) => scenarioId)).toEqual([
      'b',
      'a',
    ]);
  });
});

describe('a scenario', () => {
  it('can inherit from any other that does not inherit from it', () => {
    expect(refusalOfParent(all, scenario('question', 'base'))).toBeNull();
    expect(refusalOfParent(all, scenario('question', null))).toBeNull();
    expect(refusalOfParent(all, scenario('new', 'question'))).toBeNull();
  });

  it.each([
    ['itself', 'base', 'base'],
    ['its child', 'plan', 'question'],
    ['its child’s child', 'base', 'question'],
  ])('cannot inherit from %s', (_, scenarioId, parentId) => {
    expect(refusalOfParent(all, scenario(scenarioId, parentId))).toBe('scenario_parent_cycle');
  });

  it('cannot inherit from one that is not there', () => {
    expect(refusalOfParent(all, scenario('plan', 'gone'))).toBe('scenario_parent_not_found');
  });

  it('that is seen rests on no hidden one, whichever of them is changed', () => {
    const hidden = { isPrivate: true };
    const refusal = 'scenario_parent_private';
    expect(refusalOfParent(all, scenario('base', null, hidden))).toBe(refusal);
    const secret = [scenario('secret', null, hidden), ...all];
    expect(refusalOfParent(secret, scenario('plan', 'secret'))).toBe(refusal);
    expect(refusalOfParent(secret, scenario('new', 'secret', hidden))).toBeNull();
    // A hidden one in between hides nothing that is seen.
    expect(refusalOfParent(all, scenario('question', 'plan', hidden))).toBeNull();
  });

  it('that is frozen keeps what it inherited, so that its parent may be hidden', () => {
    const frozen = [base, scenario('plan', 'base', { status: 'faststalld' })];
    expect(refusalOfParent(frozen, scenario('base', null, { isPrivate: true }))).toBeNull();
  });

  it('is not refused for what others do', () => {
    const wrong = [scenario('a', 'b'), scenario('b', null, { isPrivate: true })];
    expect(refusalOfParent(wrong, base)).toBeNull();
  });
});
