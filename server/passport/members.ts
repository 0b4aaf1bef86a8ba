import { toShareKey } from '#contract/borgen.ts';
import type { Sentence } from '#contract/field-texts.ts';
import type { PassportAnswer } from '#contract/passport.ts';
import type { FigureReference, MemberFigure } from '#domain/figure-reference.ts';
import type { ShareKey } from '#domain/forecast/share-key.ts';
import { totalWeight } from '#domain/forecast/share-key-rules.ts';
import { formatWeight } from '#domain/forecast/share-words.ts';
import { negate } from '#domain/tkr.ts';
import { allShareKeys } from '../borgen/key-queries.ts';
import { type ScenarioShares, sharesOfScenario } from '../borgen/shares.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import { allMembers } from '../organisations/queries.ts';
import { partOf, passportOf } from './passport.ts';
import { ceilingOf, forecastWords, formulas, joined, less, named } from './words.ts';

type Of<Kind extends FigureReference['kind']> = Extract<FigureReference, { readonly kind: Kind }>;

/** A member's share of a scenario's debt, ceiling or headroom at the end of a year. */
export async function memberSharePassport(
  trx: OrganisationTransaction,
  figure: Of<'memberShare'>,
): Promise<PassportAnswer | null> {
  const { scenarioId, memberId, year } = figure;
  const shared = await sharesOfScenario(trx, scenarioId);
  const members = [...(await allMembers(trx)), ...(shared?.keptMembers ?? [])];
  const member = members.find((one) => one.memberId === memberId);
  const at = shared?.years.find((one) => one.year === year);
  if (member === undefined || shared === null || at === undefined) return null;
  const share = at.shares.find((one) => one.memberId === memberId);
  const title = joined(
    wordsOf(figure.figure, year),
    named(member.name),
    named(shared.scenario.name),
  );
  const amount = share?.[figure.figure] ?? null;
  if (share === undefined || at.key === null || amount === null) {
    return passportOf(figure, { title, amount: null });
  }
  if (figure.figure === 'headroom') {
    const of = (own: MemberFigure) => ({ ...figure, figure: own });
    return passportOf(figure, {
      title,
      amount,
      formula: formulas.memberHeadroom,
      parts: [
        partOf(wordsOf('borgenstak', year), share.borgenstak, of('borgenstak')),
        partOf(less(wordsOf('debt', year)), negate(share.debt), of('debt')),
      ],
    });
  }
  return passportOf(figure, {
    title,
    amount,
    ...splitOf(at.key, figure),
    basis: [wholeOf(figure, shared)],
    ...(await toldOfKey(trx, at.key)),
  });
}

function wordsOf(figure: MemberFigure, year: number): Sentence {
  return figure === 'borgenstak' ? ceilingOf(year) : forecastWords(figure, year);
}

// "Låneskulden × 5 512 / 19 241": the whole is the figure below it.
function splitOf(key: ShareKey, { memberId, figure }: Of<'memberShare'>) {
  const weight = key.parts.find((part) => part.memberId === memberId)?.weight ?? 0n;
  const [own, all] = [weight, totalWeight(key)].map((one) => formatWeight(key.type, one));
  const [whole, wholeEn] =
    figure === 'debt' ? ['Låneskulden', 'The debt'] : ['Borgenstaket', 'The ceiling'];
  return {
    formula: {
      sv: `${whole} × ${own} / ${all}, så att medlemmarnas delar blir hela beloppet på öret`,
      en: `${wholeEn} × ${own} / ${all}, so that the parts of the members are the whole to the öre`,
    },
  };
}

function wholeOf({ scenarioId, year, figure }: Of<'memberShare'>, { years }: ScenarioShares) {
  const at = years.find((one) => one.year === year);
  return figure === 'debt'
    ? partOf(forecastWords('debt', year), at?.debt ?? null, {
        kind: 'forecast',
        scenarioId,
        year,
        figure: 'debt',
      })
    : partOf(ceilingOf(year), at?.borgenstak ?? null, { kind: 'borgenstak', year });
}

// A frozen scenario can keep a key that somebody has changed since: nobody wrote that one.
async function toldOfKey(trx: OrganisationTransaction, key: ShareKey) {
  const facts = [
    { label: { sv: 'Fördelningsnyckel', en: 'Key of the members' }, text: keyWords(key) },
  ];
  const stored = (await allShareKeys(trx)).find((one) => isSame(toShareKey(one), key));
  if (stored === undefined) return { facts };
  const { changedBy: by, changedAt: at, source } = stored;
  const did = { sv: 'Skrev nyckeln', en: 'Wrote the key' };
  return { facts, people: [{ did, by, at, comment: source }] };
}

function isSame(left: ShareKey, right: ShareKey): boolean {
  return (
    left.validFrom === right.validFrom &&
    left.type === right.type &&
    left.parts.length === right.parts.length &&
    left.parts.every(({ memberId, weight }) =>
      right.parts.some((part) => part.memberId === memberId && part.weight === weight),
    )
  );
}

function keyWords({ type, validFrom }: ShareKey): Sentence {
  return type === 'population'
    ? { sv: `Invånare, från ${validFrom}`, en: `Inhabitants, from ${validFrom}` }
    : { sv: `Procent, från ${validFrom}`, en: `Percent, from ${validFrom}` };
}
