import type { Tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { useTexts } from '../texts/language.tsx';

/** One thing that a figure is made of. */
export type Part = { readonly id: string; readonly name: string; readonly amount: Tkr };

/** What a figure is made of, exact, and what it comes to. */
export function Parts({ parts, total }: { readonly parts: readonly Part[]; readonly total: Tkr }) {
  const texts = useTexts();
  return (
    <dl className="parts">
      {parts.map(({ id, name, amount }) => (
        <div key={id}>
          <dt>{name}</dt>
          <dd>{formatSwedish(amount)}</dd>
        </div>
      ))}
      <div className="parts-sum">
        <dt>{texts.common.sum}</dt>
        <dd>{formatSwedish(total)}</dd>
      </div>
    </dl>
  );
}
