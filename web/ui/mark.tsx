import type { ReactNode } from 'react';
import './mark.css';

/** What a mark takes. */
export type MarkProps = {
  readonly children: ReactNode;
  /** `warn` where something differs or breaks; `plain` for a state in words. */
  readonly tone?: 'warn' | 'plain';
  /** Rounded, for words about the whole page ("Demodata"); else for a word beside a figure. */
  readonly isPill?: boolean;
};

/** A few words that stand out: "tryckt 60 470" beside a figure, "Demodata" in the page bar. */
export function Mark({ children, tone = 'warn', isPill = false }: MarkProps) {
  return <span className={`mark mark-${tone}${isPill ? ' mark-pill' : ''}`}>{children}</span>;
}
