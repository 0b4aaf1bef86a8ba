import { type ArendeOutcome, type ArendeStatus, arendeStatuses } from '#domain/arende-terms.ts';
import { useTexts } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';

/** An outcome in words: "Bifall". */
export function shownOutcome(outcome: ArendeOutcome, words: Texts['arende']): string {
  return words.outcomes[outcome];
}

/** The path of an ärende in words, with where it is. */
export function StatusPath({
  status,
  outcome,
}: {
  readonly status: ArendeStatus;
  readonly outcome: 'bifall' | 'avslag' | null;
}) {
  const { arende: words } = useTexts();
  return (
    <ol className="arende-path" aria-label={words.path}>
      {arendeStatuses.map((step) => (
        <li key={step} {...(step === status ? { 'aria-current': 'step' as const } : {})}>
          {words.steps[step]}
          {step === 'beslutad' && outcome !== null
            ? `: ${words.outcomes[outcome].toLowerCase()}`
            : ''}
        </li>
      ))}
    </ol>
  );
}
