import type { Tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { useTexts } from '../texts/language.tsx';
import { useOpenFigure } from './passport/trail-context.ts';

/** One thing that a figure is made of. */
export type Part = {
  readonly id: string;
  readonly name: string;
  /** Null where only the way to the figure is shown. */
  readonly amount: Tkr | null;
  /** The reference of its own passport. */
  readonly figure?: string | null;
};

/** What a figure is made of, exact, and what it comes to; a null total where they are not summed. */
export function Parts({
  parts,
  total,
}: {
  readonly parts: readonly Part[];
  readonly total: Tkr | null;
}) {
  const texts = useTexts();
  return (
    <dl className="parts">
      {parts.map(({ id, name, amount, figure }) => (
        <div key={id}>
          <dt>
            <PartName name={name} figure={figure ?? null} />
          </dt>
          <dd>{amount === null ? '' : formatSwedish(amount)}</dd>
        </div>
      ))}
      {total === null ? null : (
        <div className="parts-sum">
          <dt>{texts.common.sum}</dt>
          <dd>{formatSwedish(total)}</dd>
        </div>
      )}
    </dl>
  );
}

function PartName({ name, figure }: { readonly name: string; readonly figure: string | null }) {
  const openFigure = useOpenFigure();
  if (figure === null || openFigure === null) return name;
  return (
    <button type="button" className="part-link" onClick={() => openFigure(figure)}>
      {name}
    </button>
  );
}
