import type { ArendeStatus } from './arende-terms.ts';
import { accepted, type Result, refused } from './result.ts';
import type { Right } from './rights.ts';

/** What can be done with an ärende. */
export type ArendeStep =
  | 'edit'
  | 'delete'
  | 'toBeredning'
  | 'toUtkast'
  | 'bifall'
  | 'avslag'
  | 'aterremiss';

/** Why a step is not allowed from where the ärende stands. */
export type ArendeStepRefusal = 'arende_decided' | 'arende_not_in_beredning' | 'arende_not_utkast';

/** One row of the path: from where, to where (`same` is where it was), and who may. */
type Path = {
  readonly from: readonly ArendeStatus[];
  readonly to: ArendeStatus | 'same' | 'gone';
  readonly right: Right;
};

/**
 * The path of an ärende, utkast → beredning → beslutad, as the one table that the server refuses by
 * and the web hides by. An återremiss is a decision after which the preparation goes on.
 *
 * Source: DESIGN §1, DOMAIN §1.
 */
export const arendePath: { readonly [step in ArendeStep]: Path } = {
  edit: { from: ['utkast', 'beredning'], to: 'same', right: 'editArende' },
  delete: { from: ['utkast'], to: 'gone', right: 'editArende' },
  toBeredning: { from: ['utkast'], to: 'beredning', right: 'editArende' },
  toUtkast: { from: ['beredning'], to: 'utkast', right: 'editArende' },
  bifall: { from: ['beredning'], to: 'beslutad', right: 'decideArende' },
  avslag: { from: ['beredning'], to: 'beslutad', right: 'decideArende' },
  aterremiss: { from: ['beredning'], to: 'same', right: 'decideArende' },
};

/** Where a step leads from a status: another one, or `gone` where nothing is left of the ärende. */
export function takeStep(
  status: ArendeStatus,
  step: ArendeStep,
): Result<ArendeStatus | 'gone', ArendeStepRefusal> {
  const { from, to } = arendePath[step];
  if (from.includes(status)) return accepted(to === 'same' ? status : to);
  if (status === 'beslutad') return refused('arende_decided');
  return refused(from.includes('beredning') ? 'arende_not_in_beredning' : 'arende_not_utkast');
}
