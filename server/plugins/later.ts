import type { Letter } from '../mail.ts';
import type { Dependencies } from './context.ts';
import type { Watch } from './watch.ts';

/** What is done once everything is saved, since it cannot be taken back: words and letters. */
export type Later = {
  /** Tells the security watch. */
  readonly tell: Watch;
  /** Sends a letter; gives its address, or null where letters are not configured. */
  readonly send: (letter: Letter) => string | null;
  /** Begins anew: what was to be told and sent belongs to work that was undone. */
  readonly forget: () => void;
  /** Everything is saved: tells and sends. Nobody waits for a letter. */
  readonly isSaved: () => void;
};

/** Keeps what is to be told and sent until `isSaved`. */
export function keepUntilSaved({ mail, watch }: Pick<Dependencies, 'mail' | 'watch'>): Later {
  let work: (() => void)[] = [];
  return {
    tell: (event, facts) => void work.push(() => watch(event, facts)),
    send: (letter) => {
      if (mail === null) return null;
      work.push(() => void mail(letter).catch(() => watch('mail.failed', {})));
      return letter.to;
    },
    forget: () => {
      work = [];
    },
    isSaved: () => {
      for (const one of work.splice(0)) one();
    },
  };
}
