import type { z } from 'zod';
import type { handedLink } from '#contract/people.ts';
import { shownMoment } from '../../lib/format.ts';
import { useTexts } from '../../texts/language.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** A link that somebody is to get. */
export type Handed = z.output<typeof handedLink>;

/** A link to hand over: shown this once, with how long it holds and whether a letter was sent. */
export function HandedLink({ handed }: { readonly handed: Handed }) {
  const words = useTexts().administration.links;
  const { link, expiresAt, mailedTo } = handed;
  return (
    <div className="form-stack">
      <TextField
        label={words.link}
        value={link}
        onChange={() => undefined}
        rows={3}
        isReadOnly
        autoFocus
      />
      <p>
        {words.until(shownMoment(expiresAt))}{' '}
        {mailedTo === null ? words.notMailed : words.mailed(mailedTo)}
      </p>
      <p>{words.once}</p>
    </div>
  );
}

/** Copies the link. */
export function CopyLink({ handed }: { readonly handed: Handed }) {
  const words = useTexts().administration.links;
  return <CopyButton text={handed.link} label={words.copy} look="primary" />;
}
