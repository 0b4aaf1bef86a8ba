import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArendeStep, arendePath, takeStep } from './arende.ts';
import { type ArendeStatus, arendeStatuses } from './arende-terms.ts';
import { rights } from './rights.ts';

const steps = Object.keys(arendePath) as ArendeStep[];

describe('the path of an ärende', () => {
  it.each<[ArendeStatus, ArendeStep, string]>([
    ['utkast', 'edit', 'utkast'],
    ['utkast', 'delete', 'gone'],
    ['utkast', 'toBeredning', 'beredning'],
    ['utkast', 'toUtkast', 'arende_not_in_beredning'],
    ['utkast', 'bifall', 'arende_not_in_beredning'],
    ['utkast', 'avslag', 'arende_not_in_beredning'],
    ['utkast', 'aterremiss', 'arende_not_in_beredning'],
    ['beredning', 'edit', 'beredning'],
    ['beredning', 'delete', 'arende_not_utkast'],
    ['beredning', 'toBeredning', 'arende_not_utkast'],
    ['beredning', 'toUtkast', 'utkast'],
    ['beredning', 'bifall', 'beslutad'],
    ['beredning', 'avslag', 'beslutad'],
    ['beredning', 'aterremiss', 'beredning'],
  ])('%s, %s: %s', (status, step, expected) => {
    const taken = takeStep(status, step);
    expect(taken.ok ? taken.value : taken.refusal).toBe(expected);
  });

  it('never goes on from a decision', () => {
    for (const step of steps) {
      expect(takeStep('beslutad', step)).toEqual({ ok: false, refusal: 'arende_decided' });
    }
  });

  it('ends in a decision or goes on, whatever is tried, and stays decided', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...steps)), (tried) => {
        let status: ArendeStatus = 'utkast';
        for (const step of tried) {
          const taken = takeStep(status, step);
          if (!taken.ok) continue;
          expect(status).not.toBe('beslutad');
          if (taken.value === 'gone') return;
          status = taken.value;
        }
        expect(arendeStatuses).toContain(status);
      }),
    );
  });

  it('lets only those decide who have the right to, and only an ekonom prepare', () => {
    const who = steps.map((step) => [step, rights[arendePath[step].right]]);
    expect(Object.fromEntries(who)).toEqual({
      edit: ['ekonom'],
      delete: ['ekonom'],
      toBeredning: ['ekonom'],
      toUtkast: ['ekonom'],
      bifall: ['ekonom', 'direktion'],
      avslag: ['ekonom', 'direktion'],
      aterremiss: ['ekonom', 'direktion'],
    });
  });
});
