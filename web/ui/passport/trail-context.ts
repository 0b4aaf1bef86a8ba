import { createContext, useContext } from 'react';

/** How the passport of another figure is opened; null outside a trail. */
export const TrailContext = createContext<((figure: string) => void) | null>(null);

/** Opens the passport of another figure on top of the one that shows it; null where none can be. */
export function useOpenFigure(): ((figure: string) => void) | null {
  return useContext(TrailContext);
}
