import { Link } from 'react-router';
import type { PassportAnswer } from '#contract/passport.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useTexts } from '../../texts/language.tsx';
import { useBeslutLine } from '../beslut-facts.tsx';

/** The decisions behind a figure, each with the ärende that it closed, and ärenden still open. */
export function PassportDecisions({
  passport: { beslut, arenden },
}: {
  readonly passport: PassportAnswer;
}) {
  const texts = useTexts();
  const words = texts.figurePassport;
  const line = useBeslutLine();
  const decided = new Set(beslut.map(({ arende }) => arende?.arendeId));
  const open = arenden.filter(({ arendeId }) => !decided.has(arendeId));
  if (beslut.length === 0 && open.length === 0) return null;
  return (
    <section className="passport-part" aria-label={words.decisions}>
      <p className="passport-heading">{words.decisions}</p>
      <ul className="passport-list">
        {beslut.map((one) => (
          <li key={one.beslutId}>
            {one.title}. {line(one)}
            {one.arende === null ? (
              one.dnr === null ? null : (
                <>, Dnr {one.dnr}</>
              )
            ) : (
              <>
                , <ArendeLink arende={one.arende} />
              </>
            )}
            {one.how === null ? null : (
              <span className="small">
                {' '}
                {one.how === 'decided' ? words.decidedHere : words.registered(one.protocol ?? '')}
              </span>
            )}
            {one.note === null ? null : <p className="small">{one.note}</p>}
          </li>
        ))}
        {open.map((arende) => (
          <li key={arende.arendeId}>
            <ArendeLink arende={arende} />: {arende.title}
          </li>
        ))}
      </ul>
    </section>
  );
}

function ArendeLink({
  arende: { arendeId, dnr },
}: {
  readonly arende: { readonly arendeId: string; readonly dnr: string | null };
}) {
  const words = useTexts().figurePassport;
  const { slug } = useOrganisation();
  return (
    <Link to={`/${slug}/arenden/${arendeId}`}>
      {dnr === null ? words.decisionWithoutDnr : words.decisionOf(dnr)}
    </Link>
  );
}
