import { createContext, use } from 'react';

/** Whether controls here may be reached with Tab: in a grid only those of the active cell may. */
export const CellTabStop = createContext(true);

/** True outside grids and in a grid's active cell. */
export function useCellTabStop(): boolean {
  return use(CellTabStop);
}
