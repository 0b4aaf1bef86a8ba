import type { Beslut } from '#contract/beslut.ts';
import { useTexts } from '../texts/language.tsx';

/** A decision in one line: organ, date and §; what the source lacks is said. */
export function useBeslutLine(): (beslut: Beslut) => string {
  const texts = useTexts().passport;
  return ({ organ, date, paragraph }) => {
    if (date === null && paragraph === null) return `${organ}, ${texts.noDate}`;
    const when = date === null ? organ : `${organ} ${date}`;
    return paragraph === null ? when : `${when}, ${paragraph}`;
  };
}

/** The decision that a figure comes from. */
export function BeslutFacts({ beslut }: { readonly beslut: Beslut }) {
  const texts = useTexts().passport;
  const line = useBeslutLine();
  return (
    <dl className="facts">
      <dt>{texts.decision}</dt>
      <dd>
        {beslut.title}. {line(beslut)}
      </dd>
      {beslut.dnr === null ? null : (
        <>
          <dt>{texts.case}</dt>
          <dd>Dnr {beslut.dnr}</dd>
        </>
      )}
      {beslut.note === null ? null : (
        <>
          <dt>{texts.note}</dt>
          <dd>{beslut.note}</dd>
        </>
      )}
    </dl>
  );
}
