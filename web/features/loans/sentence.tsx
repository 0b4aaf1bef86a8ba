import type { Stressed } from '../../texts/sv.ts';

/** A sentence, or a part of one, with its figure strong. */
export function Sentence({ parts: [before, strong, after] }: { readonly parts: Stressed }) {
  return (
    <>
      {before}
      <b>{strong}</b>
      {after}
    </>
  );
}

/** A day as words that no line break divides: a hyphen would else be a place for one. */
export function wholeDay(day: string): string {
  return day.replaceAll('-', '\u2060-\u2060');
}
