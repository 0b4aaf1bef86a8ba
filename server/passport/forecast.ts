import type { PassportAnswer } from '#contract/passport.ts';
import { figureOf } from '#domain/borgensprognos-table.ts';
import { type Forecast, forecastRowKinds } from '#domain/borgensutrymme.ts';
import type { FigureReference } from '#domain/figure-reference.ts';
import { reconcileForecast } from '#domain/forecast-avstamning.ts';
import { negate, tkr, toPlain } from '#domain/tkr.ts';
import { lastDayOf } from '#domain/year.ts';
import { arendeById } from '../arende/queries.ts';
import { allBorgenstak } from '../borgen/queries.ts';
import { planAll, readScenarios } from '../borgensprognos/plans.ts';
import { printedOfScenarios } from '../borgensprognos/queries.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import type { StoredFigure } from '../scenarios/queries.ts';
import { arendeParts } from './arende.ts';
import { decidedAbout, withoutArende } from './decisions.ts';
import { partOf, passportOf } from './passport.ts';
import { plannedFrom } from './planned.ts';
import { ceilingOf, forecastWords, formulas, joined, less, named } from './words.ts';

type Of<Kind extends FigureReference['kind']> = Extract<FigureReference, { readonly kind: Kind }>;

/** A figure of a scenario: typed, computed from others, or what an ärende gives. */
export async function forecastPassport(
  trx: OrganisationTransaction,
  figure: Of<'forecast'>,
): Promise<PassportAnswer | null> {
  const read = await readScenarios(trx, [figure.scenarioId]);
  const planned = read && planAll(read)[0];
  if (!planned) return null;
  const { scenario, figures, plan } = planned;
  const { forecast } = plan;
  const { year } = figure;
  if (year < scenario.openingYear || year > scenario.lastYear) return null;
  const isOpening = year === scenario.openingYear;
  const stored = figures.find(
    (one) => one.year === year && one.kind === storedKind(figure, isOpening),
  );
  return passportOf(figure, {
    title: joined(forecastWords(figure.figure, year), named(scenario.name)),
    amount: figureOf(forecast, figure.figure, year),
    ...(isOpening ? {} : computedFrom(forecast, figure)),
    ...(stored === undefined ? {} : await toldOf(trx, stored)),
    ...(await plannedFrom(trx, { read, planned, stored }, figure)),
    printed: await printedOf(trx, forecast, figure),
  });
}

// The debt of the year that the forecast begins with is typed; later ones are computed.
function storedKind({ figure }: Of<'forecast'>, isOpening: boolean) {
  return isOpening && figure === 'debt' ? 'openingDebt' : figure;
}

function computedFrom(forecast: Forecast, figure: Of<'forecast'>) {
  const at = forecast.years.find(({ year }) => year === figure.year);
  if (at === undefined || at.closing === null) return {};
  const { year } = figure;
  if (figure.figure === 'debt') {
    const opening = partOf(forecastWords('debt', year - 1), at.opening, {
      ...figure,
      year: year - 1,
    });
    const flows = forecastRowKinds.flatMap((kind) => {
      const amount = at.flows[kind];
      const of = { ...figure, figure: kind };
      return amount === null ? [] : [partOf(forecastWords(kind, year), amount, of)];
    });
    return { formula: formulas.debt, parts: [opening, ...flows] };
  }
  if (figure.figure !== 'headroom' || at.borgenstak === null) return {};
  const ceiling = partOf(ceilingOf(year), at.borgenstak, { kind: 'borgenstak', year });
  return {
    formula: formulas.headroom,
    parts: [
      ceiling,
      partOf(less(forecastWords('debt', year)), negate(at.closing), { ...figure, figure: 'debt' }),
    ],
  };
}

// Who wrote a figure; of one that follows an ärende, the entries that it is the sum of.
async function toldOf(trx: OrganisationTransaction, stored: StoredFigure) {
  const { changedBy: by, changedAt: at, comment, arendeId } = stored;
  const typed = { did: { sv: 'Skrev in siffran', en: 'Typed it' }, by, at, comment };
  const linked = { did: { sv: 'Länkade siffran', en: 'Linked it' }, by, at, comment };
  if (arendeId === null) return { people: [typed] };
  const arende = await arendeById(trx, arendeId);
  if (arende === null) return { people: [linked] };
  const parts = await arendeParts(trx, arende, stored.year);
  const { dnr, title, status } = arende;
  const known = {
    arenden: [{ arendeId, dnr, title, status }],
    beslut: await decidedAbout(trx, arendeId),
  };
  if (stored.isOverridden) {
    const follows = partOf(
      formulas.linked,
      stored.linkedAmount === null ? null : tkr(stored.linkedAmount),
      {
        kind: 'arende',
        arendeId,
        entryId: null,
      },
    );
    return { ...known, people: [typed], basis: [follows] };
  }
  return {
    ...known,
    formula: formulas.linked,
    parts: parts.map(({ part }) => part),
    people: [linked],
  };
}

async function printedOf(
  trx: OrganisationTransaction,
  forecast: Forecast,
  { scenarioId, year, figure }: Of<'forecast'>,
) {
  const printed = await printedOfScenarios(trx, [scenarioId]);
  const outcomes = reconcileForecast(forecast, printed);
  return printed.flatMap(({ printed: amount, printedIn, source, ...one }, at) => {
    const outcome = outcomes[at];
    if (outcome === undefined || one.year !== year || one.figure !== figure) return [];
    const difference = outcome.difference === null ? null : toPlain(outcome.difference);
    return [{ printed: toPlain(amount), printedIn, source, verdict: outcome.verdict, difference }];
  });
}

/** The ceiling in force at the end of a year, with its decision. */
export async function borgenstakPassport(
  trx: OrganisationTransaction,
  figure: Of<'borgenstak'>,
): Promise<PassportAnswer | null> {
  const inForce = (await allBorgenstak(trx)).findLast(
    ({ validFrom }) => validFrom <= lastDayOf(figure.year),
  );
  if (inForce === undefined)
    return passportOf(figure, { title: ceilingOf(figure.year), amount: null });
  const { amount, validFrom, beslut, createdAt: at, createdBy: by, comment } = inForce;
  const did = { sv: 'Skrev in taket', en: 'Entered the ceiling' };
  return passportOf(figure, {
    title: ceilingOf(figure.year),
    amount,
    facts: [{ label: { sv: 'Gäller från', en: 'In force from' }, text: named(validFrom) }],
    beslut: [withoutArende(beslut)],
    people: at === null || by === null ? [] : [{ did, by, at, comment }],
  });
}
