import type { PassportPart } from '#contract/passport.ts';
import { tkr } from '#domain/tkr.ts';
import { useLanguage } from '../../texts/language.tsx';
import { Parts } from '../parts.tsx';

/** What a figure is made of, or rests on; the total is null where they are no parts of one. */
export function PassportParts({
  parts,
  total,
}: {
  readonly parts: readonly PassportPart[];
  readonly total: string | null;
}) {
  const { language } = useLanguage();
  if (parts.length === 0) return null;
  return (
    <Parts
      parts={parts.map(({ title, amount, figure }, at) => ({
        // Two parts may have the same words: their place is what tells them apart.
        id: `${at}`,
        name: title[language],
        amount: amount === null ? null : tkr(amount),
        figure,
      }))}
      total={total === null ? null : tkr(total)}
    />
  );
}
