import type { UtfallPlaceAnswer } from '#contract/utfall.ts';
import { tkr } from '#domain/tkr.ts';
import { shown } from '../../../lib/format.ts';
import { useTexts } from '../../../texts/language.tsx';
import { FigureSheet } from '../../../ui/sheet.tsx';
import { elsewhereSums, type UtfallView } from './utfall-view.ts';

/** What the imports of the year have besides the lines: the driftbudget, outside, and unmapped. */
export function Elsewhere({ view }: { readonly view: UtfallView }) {
  const words = useTexts().utfall;
  const sums = elsewhereSums(view.elsewhere);
  if (sums.length === 0) return null;
  return (
    <FigureSheet title={words.elsewhereTitle} detail={words.elsewhereDetail}>
      <dl className="parts">
        {sums.map(({ target, amount }) => (
          <div key={target} {...(target === 'unmapped' ? { className: 'utfall-unmapped' } : {})}>
            <dt>
              {words.targets[target]}
              {target === 'drift' ? <DriftRows places={view.elsewhere} /> : null}
            </dt>
            <dd>{shown(amount)}</dd>
          </div>
        ))}
      </dl>
    </FigureSheet>
  );
}

function DriftRows({ places }: { readonly places: readonly UtfallPlaceAnswer[] }) {
  const named = places.filter(({ target, driftrad }) => target === 'drift' && driftrad !== null);
  if (named.length === 0) return null;
  return (
    <small className="utfall-drift">
      {named.map(({ driftrad, amount }) => `${driftrad ?? ''} ${shown(tkr(amount))}`).join(', ')}
    </small>
  );
}
