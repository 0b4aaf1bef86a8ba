import type { ReactNode } from 'react';

/** Words for those who listen, where those who look have a mark, a place or a colour. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="visually-hidden">{children}</span>;
}
