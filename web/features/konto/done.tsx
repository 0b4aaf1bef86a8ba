import type { ReactNode } from 'react';

/** Says that something is done, where it was done; read out when it comes. */
export function Done({ children }: { readonly children: ReactNode }) {
  return (
    <p className="konto-done" role="status">
      {children}
    </p>
  );
}
