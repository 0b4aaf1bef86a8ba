import { shownMoment } from '../../lib/format.ts';
import { useTexts } from '../../texts/language.tsx';
import { BeslutFacts } from '../../ui/beslut-facts.tsx';
import { FigureSheet } from '../../ui/sheet.tsx';
import type { ArendeView } from './arende-view.ts';
import { shownOutcome } from './status.tsx';

/** The decisions of an ärende, the first one first, with how each came into Tkr. */
export function Decisions({ view }: { readonly view: ArendeView }) {
  const { arende: words } = useTexts();
  const { decisions } = view.answer;
  if (decisions.length === 0) return null;
  return (
    <FigureSheet title={words.decisions} detail={words.decisionsDetail(decisions.length)}>
      <ol className="decisions">
        {decisions.map(({ step, outcome, how, protocol, beslut, createdAt, createdBy }) => (
          <li key={step}>
            <h2>{shownOutcome(outcome, words)}</h2>
            <BeslutFacts beslut={beslut} />
            <p className="small">
              {how === 'decided'
                ? words.decidedBy(createdBy, shownMoment(createdAt))
                : words.registeredBy(createdBy, shownMoment(createdAt), protocol ?? '–')}
            </p>
          </li>
        ))}
      </ol>
    </FigureSheet>
  );
}
