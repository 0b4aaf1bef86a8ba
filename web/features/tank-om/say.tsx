import { Fragment } from 'react';
import { useTexts } from '../../texts/language.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { type SentencePart, type SentenceSubject, sentenceOf } from './sentence.ts';
import { useSettled } from './use-settled.ts';
import type { Comparison } from './what-if.ts';

/** What the sentence takes. */
export type SayProps = { readonly comparison: Comparison; readonly subject: SentenceSubject };

/** The sentence that says what the levers come to. */
export function Say({ comparison, subject }: SayProps) {
  const texts = useTexts();
  return <Sentence parts={sentenceOf(comparison, subject, texts)} />;
}

/** How long a lever rests before the sentence is read out, in milliseconds. */
const pause = 700;

/** The same sentence for those who listen, once the lever rests. */
export function ReadOut({ comparison, subject }: SayProps) {
  const texts = useTexts();
  const sentence = sentenceOf(comparison, subject, texts)
    .map(({ text }) => text)
    .join('');
  const settled = useSettled(sentence, pause);
  return (
    <VisuallyHidden>
      <span role="status">{settled}</span>
    </VisuallyHidden>
  );
}

function Sentence({ parts }: { readonly parts: readonly SentencePart[] }) {
  return parts.map((part, index) => (
    // The parts of one sentence stand in their order and have no other name.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={index}>{part.isStrong ? <b>{part.text}</b> : part.text}</Fragment>
  ));
}
