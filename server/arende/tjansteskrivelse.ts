import type { exportTjansteskrivelse } from '#contract/tjansteskrivelse.ts';
import { dayInSweden, writeTjansteskrivelse } from '#contract/tjansteskrivelse.ts';
import { accepted, refused } from '#domain/result.ts';
import { organisationRow } from '../organisations/queries.ts';
import type { ReadContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { toArendeAnswer } from './answer.ts';
import { dayOf } from './facts.ts';
import { arendeById } from './queries.ts';

/** The tjänsteskrivelse of an ärende as DOCX. */
export async function writeTjansteskrivelseDocx(
  { trx, scope, now }: ReadContext,
  { params }: Asked<typeof exportTjansteskrivelse>,
): Promise<Outcome<typeof exportTjansteskrivelse>> {
  const arende = await arendeById(trx, params.arendeId);
  if (arende === null) return refused({ code: 'arende_not_found' });
  const answer = await toArendeAnswer(trx, arende, dayOf(now));
  const sender = await organisationRow(trx, scope.organisationId);
  const skrivelse = writeTjansteskrivelse(answer, sender, dayInSweden(now));
  const { toDocx } = await import('./tjansteskrivelse-docx.ts');
  const name = (answer.dnr ?? 'utkast').replaceAll(/[^\p{L}\p{N}-]+/gu, '-');
  return accepted({
    fileName: `tjansteskrivelse-${name}.docx`,
    bytes: await toDocx(skrivelse, now),
  });
}
