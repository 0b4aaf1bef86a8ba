import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { createArendeScenarios } from '#contract/arende.ts';
import type { ForecastEffect } from '#domain/arende-effect.ts';
import type { ForecastYear } from '#domain/borgensutrymme.ts';
import {
  type EffectOutcome,
  type FigureReference,
  formatFigureReference,
} from '#domain/figure-reference.ts';
import { isNegative, type Tkr } from '#domain/tkr.ts';
import { callApi } from '../../lib/api.ts';
import { arendeKey } from '../../lib/arenden.ts';
import { borgensprognosKey, useBorgensprognos } from '../../lib/borgensprognos.ts';
import { useFailureText } from '../../lib/failure-text.ts';
import { shown, shownWithSign } from '../../lib/format.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { untilSettled, useSaveQueue } from '../../lib/saving.ts';
import { useRight } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FigureButton } from '../../ui/passport/figure-button.tsx';
import { FigureSheet } from '../../ui/sheet.tsx';
import type { ArendeView } from './arende-view.ts';
import { noScenario, ScenarioField } from './scenario-field.tsx';

/** What the effect takes. */
export type EffectProps = {
  readonly view: ArendeView;
  readonly forecast: ForecastEffect | null;
  readonly mayEdit: boolean;
  readonly onBase: (scenarioId: string | null) => void;
};

/** What the ärende does to the budget, and to debt and headroom if it is granted and if it is not. */
export function Effect({ view, forecast, mayEdit, onBase }: EffectProps) {
  const texts = useTexts();
  const words = texts.arende;
  const { view: prognos } = useBorgensprognos();
  const { baseScenarioId } = view.answer;
  const base = prognos?.scenarios.find(({ scenario }) => scenario.scenarioId === baseScenarioId);
  return (
    <FigureSheet
      title={effectTitle(view, forecast, words)}
      detail={base === undefined ? words.noBase : words.effectDetail(base.scenario.name)}
    >
      <BudgetParts view={view} />
      {mayEdit ? (
        <div className="effect-base">
          <ScenarioField
            value={baseScenarioId ?? noScenario}
            onChange={(value) => onBase(value === noScenario ? null : value)}
          />
        </div>
      ) : null}
      {forecast === null ? null : <EffectTable view={view} forecast={forecast} />}
      <Followers view={view} />
    </FigureSheet>
  );
}

function effectTitle(
  { answer }: ArendeView,
  forecast: ForecastEffect | null,
  words: Texts['arende'],
): string {
  if (forecast === null) return words.effect;
  if (answer.status === 'beslutad') return words.effectDecided;
  const granted = forecast.bifall.firstNegativeYear;
  const refused = forecast.avslag.firstNegativeYear;
  if (granted !== null) {
    return refused === null ? words.effectBreaks(granted) : words.effectBreaksAnyway(refused);
  }
  const isKnown = forecast.bifall.years.some(({ headroom }) => headroom !== null);
  return isKnown ? words.effectHolds : words.effect;
}

function BudgetParts({ view }: { readonly view: ArendeView }) {
  const { arende: words } = useTexts();
  const isBeyondYear = view.budgets.length > 1;
  return (
    <dl className="parts">
      {view.budgets.flatMap(({ year, before, added, after }) => [
        <div key={`${year} before`}>
          <dt>{words.budgetBefore(year)}</dt>
          <dd>{shown(before)}</dd>
        </div>,
        <div key={`${year} added`}>
          <dt>{isBeyondYear ? words.arendeIn(year) : words.theArende}</dt>
          <dd>{shownWithSign(added)}</dd>
        </div>,
        <div key={`${year} after`} className="parts-sum">
          <dt>{words.budgetAfter(year)}</dt>
          <dd>{shown(after)}</dd>
        </div>,
      ])}
    </dl>
  );
}

type EffectTableProps = { readonly view: ArendeView; readonly forecast: ForecastEffect };

function EffectTable({ view: { answer }, forecast }: EffectTableProps) {
  const isDecided = answer.status === 'beslutad';
  const placeOf = (outcome: EffectOutcome, year: number) => ({
    kind: 'effect' as const,
    arendeId: answer.arendeId,
    outcome,
    year,
  });
  const { arende: words } = useTexts();
  const years = forecast.bifall.years.map((granted, at) => ({
    granted,
    refused: forecast.avslag.years[at],
  }));
  const known = years.filter(({ granted }) => granted.closing !== null);
  if (known.length === 0) return <p className="small">{words.effectUnknown}</p>;
  return (
    <div className="effect-region">
      <table className="effect-table" aria-label={words.effectLabel}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              31/12
            </th>
            <th scope="colgroup" colSpan={2}>
              {isDecided ? words.withIt : words.ifGranted}
            </th>
            <th scope="colgroup" colSpan={2}>
              {isDecided ? words.withoutIt : words.ifRefused}
            </th>
          </tr>
          <tr>
            <th scope="col">{words.debt}</th>
            <th scope="col">{words.headroom}</th>
            <th scope="col">{words.debt}</th>
            <th scope="col">{words.headroom}</th>
          </tr>
        </thead>
        <tbody>
          {known.map(({ granted, refused }) => (
            <tr key={granted.year}>
              <th scope="row">{granted.year}</th>
              <Cell amount={granted.closing} place={placeOf('bifall', granted.year)} />
              <Cell amount={granted.headroom} place={placeOf('bifall', granted.year)} isHeadroom />
              <Cell amount={refused?.closing ?? null} place={placeOf('avslag', granted.year)} />
              <Cell
                amount={refused?.headroom ?? null}
                place={placeOf('avslag', granted.year)}
                isHeadroom
              />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small">
        {ceilingNote(
          known.map(({ granted }) => granted),
          words,
        )}
      </p>
    </div>
  );
}

type CellProps = {
  readonly amount: Tkr | null;
  readonly place: Omit<Extract<FigureReference, { readonly kind: 'effect' }>, 'figure'>;
  readonly isHeadroom?: boolean;
};

function Cell({ amount, place, isHeadroom = false }: CellProps) {
  const { common, arende: words, figures } = useTexts();
  if (amount === null) {
    return (
      <td>
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{common.missing}</span>
      </td>
    );
  }
  const isOver = isHeadroom && isNegative(amount);
  return (
    <td {...(isOver ? { className: 'effect-over' } : {})}>
      <FigureButton
        name={isHeadroom ? figures.headroomAt(place.year) : figures.debtAt(place.year)}
        figure={formatFigureReference({ ...place, figure: isHeadroom ? 'headroom' : 'debt' })}
      >
        {shown(amount)}
      </FigureButton>
      {isOver ? <small>{words.overCeiling}</small> : null}
    </td>
  );
}

function ceilingNote(years: readonly ForecastYear[], words: Texts['arende']): string {
  const ceilings = years.flatMap(({ year, borgenstak }) =>
    borgenstak === null ? [] : [{ year, amount: shown(borgenstak) }],
  );
  const amounts = [...new Set(ceilings.map(({ amount }) => amount))];
  const [only] = amounts;
  if (only === undefined) return words.noCeiling;
  if (amounts.length === 1) return words.ceiling(only);
  return ceilings.map(({ year, amount }) => words.ceilingAt(year, amount)).join(' ');
}

function Followers({ view }: { readonly view: ArendeView }) {
  const { arende: words, common } = useTexts();
  const { slug } = useOrganisation();
  const mayMake = useRight('editScenarios');
  const make = useMakeScenarios(view);
  const failure = useFailureText(make.error);
  const { followedBy, baseScenarioId, status } = view.answer;
  const ids = [...new Set(followedBy.map(({ scenarioId }) => scenarioId))];
  const link = (scenarios: readonly string[]): string =>
    `/${slug}/borgensutrymme?scenario=${scenarios.join(',')}`;
  return (
    <div className="effect-scenarios">
      {followedBy.length === 0 ? null : (
        <p>
          {words.followedBy}{' '}
          {followedBy.map(({ scenarioId, name, year }, at) => (
            <span key={`${scenarioId} ${year}`}>
              {at === 0 ? '' : ', '}
              <Link to={link([scenarioId])}>{name}</Link>
            </span>
          ))}
          {'. '}
          {ids.length > 1 ? <Link to={link(ids)}>{words.showTogether}</Link> : null}
        </p>
      )}
      {failure === undefined ? null : (
        <Notice tone="warn" heading={common.refusedTitle}>
          {failure}
        </Notice>
      )}
      {mayMake && baseScenarioId !== null && status !== 'beslutad' ? (
        <p>
          <Button isPending={make.isPending} onPress={() => make.mutate()}>
            {words.makeScenarios}
          </Button>{' '}
          <span className="small" role="status">
            {make.data === undefined
              ? words.makeScenariosHelp
              : words.madeScenarios(make.data.bifall.name, make.data.avslag.name)}
          </span>
        </p>
      ) : null}
    </div>
  );
}

function useMakeScenarios({ answer: { arendeId } }: ArendeView) {
  const client = useQueryClient();
  const queue = useSaveQueue();
  const { organisationId } = useOrganisation();
  return useMutation({
    mutationFn: async () => {
      await untilSettled(queue);
      return callApi(
        createArendeScenarios,
        { params: { organisationId, arendeId }, body: {} },
        { idempotencyKey: crypto.randomUUID() },
      );
    },
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: borgensprognosKey(organisationId) });
      await client.invalidateQueries({ queryKey: arendeKey(organisationId, arendeId) });
    },
  });
}
