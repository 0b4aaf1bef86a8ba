import type { RefObject } from 'react';
import type { EditEnd, EditStart } from './cell-editor.tsx';
import type { GridContent } from './content.ts';
import type { GridProps } from './grid-types.ts';
import type { GridShape } from './position.ts';
import type { Selection } from './selection.ts';
import type { Refusals } from './use-refusals.ts';

/** What the keyboard, the pointer and the clipboard act upon. */
export type GridController = {
  readonly props: GridProps;
  readonly content: GridContent;
  readonly shape: GridShape;
  readonly selection: Selection;
  readonly refusals: Refusals;
  readonly tableRef: RefObject<HTMLTableElement | null>;
  /** Changes the selection and brings the focus to the active cell. */
  readonly select: (selection: Selection) => void;
  readonly announce: (text: string) => void;
  readonly startEditing: (start?: EditStart) => void;
  readonly endEditing: (end: EditEnd) => void;
  readonly clearSelected: () => void;
};

/**
 * Whether an event happened in the table itself and not in a field or in a menu above it.
 *
 * React hands a table the events of popovers that its cells opened, wherever they stand in the page.
 */
export function isOwnEvent(event: { readonly currentTarget: Node; readonly target: EventTarget }) {
  const { target } = event;
  return target instanceof Node && event.currentTarget.contains(target) && !isField(target);
}

function isField(target: Node): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
