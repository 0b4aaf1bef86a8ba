import type { PassportAnswer } from '#contract/passport.ts';
import { changesOf } from '#domain/arende-entries.ts';
import { figureOf } from '#domain/borgensprognos-table.ts';
import {
  type ForecastRowKind,
  type ForecastYear,
  forecastRowKinds,
} from '#domain/borgensutrymme.ts';
import type { FigureReference } from '#domain/figure-reference.ts';
import { negate, type Tkr } from '#domain/tkr.ts';
import { entriesOf } from '../arende/entry-queries.ts';
import { readEffect } from '../arende/forecast.ts';
import { postsBefore, readLedger } from '../arende/ledger.ts';
import { arendeById, decisionsOf, type StoredArende } from '../arende/queries.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import { arendeTitle, decisionsAbout } from './arende.ts';
import { partOf, passportOf } from './passport.ts';
import { ceilingOf, effectWords, forecastWords, formulas, joined, less, named } from './words.ts';

type Of = Extract<FigureReference, { readonly kind: 'effect' }>;

/** What an ärende does to a figure of its base scenario, if it is granted and if it is not. */
export async function effectPassport(
  trx: OrganisationTransaction,
  figure: Of,
): Promise<PassportAnswer | null> {
  const arende = await arendeById(trx, figure.arendeId);
  if (arende === null) return null;
  const before = postsBefore(
    await readLedger(trx),
    arende,
    await decisionsOf(trx, arende.arendeId),
  );
  const entries = await entriesOf(trx, arende.arendeId);
  const changes = entries.flatMap((entry) => changesOf(entry, before));
  const found = await readEffect(trx, arende, changes);
  if (found === null) return null;
  const forecast = found.effect[figure.outcome];
  const at = forecast.years.find(({ year }) => year === figure.year);
  const base = found.effect.base.years.find(({ year }) => year === figure.year);
  const place = { figure, arende, scenarioId: found.scenario.scenarioId, base };
  return passportOf(figure, {
    title: joined(
      arendeTitle(arende),
      forecastWords(figure.figure, figure.year),
      effectWords(figure.outcome),
      named(found.scenario.name),
    ),
    amount: figureOf(forecast, figure.figure, figure.year),
    ...(at === undefined || at.closing === null ? {} : computedFrom(at, place)),
    ...(await decisionsAbout(trx, arende)),
  });
}

type Place = {
  readonly figure: Of;
  readonly arende: StoredArende;
  readonly scenarioId: string;
  /** The scenario's own year, without the question. */
  readonly base: ForecastYear | undefined;
};

function computedFrom(at: ForecastYear, place: Place) {
  const { figure } = place;
  const { year } = figure;
  if (figure.figure === 'debt') {
    const flows = forecastRowKinds.flatMap((kind) => {
      const amount = at.flows[kind];
      return amount === null
        ? []
        : [partOf(forecastWords(kind, year), amount, flowFigure(kind, place, amount))];
    });
    const opening = partOf(forecastWords('debt', year - 1), at.opening, {
      ...figure,
      year: year - 1,
    });
    return { formula: formulas.debt, parts: [opening, ...flows] };
  }
  if (figure.figure !== 'headroom' || at.borgenstak === null || at.closing === null) return {};
  return {
    formula: formulas.headroom,
    parts: [
      partOf(ceilingOf(year), at.borgenstak, { kind: 'borgenstak', year }),
      partOf(less(forecastWords('debt', year)), negate(at.closing), { ...figure, figure: 'debt' }),
    ],
  };
}

// The tilläggsbudget of its year is the ärende itself, or nothing; what is the same without the
// ärende is the scenario's own.
function flowFigure(
  kind: ForecastRowKind,
  { figure, arende, scenarioId, base }: Place,
  amount: Tkr,
): FigureReference | null {
  const { arendeId } = arende;
  if (kind !== 'borrowingTillaggsbudget') {
    if (base?.flows[kind] !== amount) return null;
    return { kind: 'forecast', scenarioId, year: figure.year, figure: kind };
  }
  const isAll = figure.outcome === 'bifall' && figure.year === arende.year;
  return isAll ? { kind: 'arende', arendeId, entryId: null } : null;
}
