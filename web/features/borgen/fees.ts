import type { AssumptionAnswer } from '#contract/assumptions.ts';
import type { BorgensprognosAnswer } from '#contract/borgensprognos.ts';
import type { Texts } from '../../texts/sv.ts';

/** The organisation's own fees (borgensavgift), by their days; those that were emptied too. */
export function feesOf({
  assumptions,
}: Pick<BorgensprognosAnswer, 'assumptions'>): AssumptionAnswer[] {
  return assumptions
    .filter(({ scenarioId, kind }) => scenarioId === null && kind === 'borgensavgift')
    .toSorted((left, right) => ((left.from ?? '') < (right.from ?? '') ? -1 : 1));
}

/** "Borgensavgift 0,25 % per år. Borgensavgift 0,3 % per år från 2027-01-01." */
export function feeWords(fees: readonly AssumptionAnswer[], words: Texts['borgen']): string {
  const said = fees.flatMap(({ percent, from }) =>
    percent === null
      ? []
      : [
          words.notes.fee(
            percent.replace('.', ','),
            from === null ? '' : words.notes.feeFrom(from),
          ),
        ],
  );
  return said.length === 0 ? words.notes.feeNone : said.join(' ');
}
