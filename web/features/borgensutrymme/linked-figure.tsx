import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { getArende } from '#contract/arende.ts';
import type { ArendeAnswer } from '#contract/arende-answer.ts';
import type { ForecastFigure } from '#contract/scenarios.ts';
import { isZero, tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { callApi } from '../../lib/api.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useTexts } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';
import { BeslutFacts } from '../../ui/beslut-facts.tsx';
import { type Part, Parts } from '../../ui/parts.tsx';

/** What is said of a figure that follows an ärende. */
export type LinkedFigureProps = {
  readonly figure: ForecastFigure;
  readonly mayEdit: boolean;
};

/** Which ärende a figure follows, what it is made of, and both values where one was typed over it. */
export function LinkedFigure({ figure, mayEdit }: LinkedFigureProps) {
  const { linked: words, arende: arendeWords } = useTexts();
  const { slug, organisationId } = useOrganisation();
  const { arendeId, linkedAmount, isOverridden, amount, year } = figure;
  const { data: arende } = useQuery({
    queryKey: ['arende', organisationId, arendeId ?? ''],
    queryFn: () => callApi(getArende, { params: { organisationId, arendeId: arendeId ?? '' } }),
    enabled: arendeId !== null,
  });
  const gives = linkedAmount === null ? null : tkr(linkedAmount);
  const parts = arende === undefined ? [] : partsIn(arende, year, arendeWords);
  return (
    <section aria-label={words.title}>
      <dl className="facts">
        <dt>{isOverridden ? words.followed : words.follows}</dt>
        <dd>
          {arende === undefined ? (
            words.anArende
          ) : (
            <>
              <Link to={`/${slug}/arenden/${arende.arendeId}`}>
                {arende.dnr === null ? arende.title : `Dnr ${arende.dnr}, ${arende.title}`}
              </Link>
              , {arendeWords.statuses[arende.status].toLowerCase()}
            </>
          )}
        </dd>
        {isOverridden && gives !== null ? (
          <>
            <dt>{words.gives}</dt>
            <dd>{formatSwedish(gives)} Tkr</dd>
            <dt>{words.instead}</dt>
            <dd>{amount === null ? words.nothing : `${formatSwedish(tkr(amount))} Tkr`}</dd>
          </>
        ) : null}
      </dl>
      {isOverridden && mayEdit ? <p className="small">{words.followAgain}</p> : null}
      {parts.length === 0 || gives === null ? null : <Parts parts={parts} total={gives} />}
      {arende === undefined || arende.latestBeslut === null ? null : (
        <BeslutFacts beslut={arende.latestBeslut.beslut} />
      )}
    </section>
  );
}

/** What each entry of an ärende adds to a year. */
function partsIn({ entries }: ArendeAnswer, year: number, words: Texts['arende']): Part[] {
  return entries
    .filter((entry) => entry.year === year && !isZero(tkr(entry.adds)))
    .map(({ entryId, lineName, kind, fromYear, adds }) => ({
      id: entryId,
      name: `${lineName}, ${words.kinds[kind]}${fromYear === null ? '' : ` ${words.fromYear(fromYear)}`}`,
      amount: tkr(adds),
    }));
}
