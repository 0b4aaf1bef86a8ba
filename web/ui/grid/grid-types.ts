import type { ReactNode, Ref } from 'react';
import type { GridLabels } from './grid-labels.ts';

/** A column of figures. */
export type GridColumn = {
  readonly id: string;
  /** Its name in words: read out, copied, and shown where there is no `header`. */
  readonly name: string;
  readonly header?: ReactNode;
  /** Small print under the name: "utkast, ärende 2025/17". */
  readonly detail?: ReactNode;
  /** One control (a `Menu` or a link) shown instead of the name; arrow keys reach it. */
  readonly control?: ReactNode;
  /** Figures stand to the right, words to the left. */
  readonly align?: 'end' | 'start';
  /** The keyboard a phone brings up. */
  readonly inputMode?: 'decimal' | 'text';
};

/** A text that was typed and not taken. */
export type InvalidText = { readonly text: string; readonly reason: string };

/** A cell. One that a row does not mention is empty and read-only. */
export type GridCell = {
  /** What is shown. */
  readonly text: string;
  /** What editing starts from: exact, in Swedish form. The shown text where nothing is said. */
  readonly editText?: string;
  /** What a copy has. The edit text in a form that spreadsheets read, where nothing is said. */
  readonly copyText?: string;
  readonly editable?: boolean;
  /** Read out instead of the shown text: "saknas" for "–". */
  readonly accessibleName?: string;
  /** Read out after it, and shown on hovering: where the figure comes from. */
  readonly description?: string;
  /** Before the figure: "tryckt 60 470". */
  readonly marks?: ReactNode;
  /** Under the figure: a meter. */
  readonly below?: ReactNode;
  readonly tone?: 'none' | 'warn';
  /** Fetched from somewhere else; shown as a dot. */
  readonly linked?: boolean;
  /** Computed and not typed; shown as a ring. */
  readonly computed?: boolean;
  /** Typed over what it would be by itself; shown as a bar. */
  readonly overridden?: boolean;
  /** What the page or the server refused after `onCommit` had taken it. */
  readonly invalid?: InvalidText;
};

/** What kind of row it is. A group without cells is a heading, and arrow keys pass it. */
export type GridRowKind = 'data' | 'group' | 'sum' | 'highlight';

/** A row with its header and its cells by column. */
export type GridRow = {
  readonly id: string;
  readonly kind: GridRowKind;
  /** Its name in words: read out, copied, and shown where there is no `header`. */
  readonly name: string;
  readonly header?: ReactNode;
  readonly detail?: ReactNode;
  /** One control (a link or a `Menu`) shown instead of the name. */
  readonly control?: ReactNode;
  /** The group it belongs to ("2025"): read out after the name, since headings are passed by. */
  readonly groupName?: string;
  readonly cells?: Readonly<Record<string, GridCell>>;
};

/** Names a cell in a way that survives new and moved rows. */
export type CellId = { readonly rowId: string; readonly columnId: string };

/** A text for a cell; '' clears it. */
export type GridChange = CellId & { readonly text: string };

/** Why a change was not taken. */
export type GridRefusal = CellId & { readonly reason: string };

/** The selected rows and columns that have figures. */
export type GridSelection = {
  readonly rowIds: readonly string[];
  readonly columnIds: readonly string[];
};

/** What a page can ask of a grid. */
export type GridHandle = {
  /** Moves the focus to a cell; false where there is no such cell. */
  readonly focusCell: (cell: CellId) => boolean;
};

/** What a grid takes. Without `onCommit` it is read-only and still copies. */
export type GridProps = {
  readonly label: string;
  /** The words in the corner, usually the unit: "Tkr". */
  readonly corner: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  readonly labels: GridLabels;
  /**
   * Takes typed texts, pasted blocks and clearings, each as one call and so one step to undo.
   *
   * Answers with those it refuses; they stay in their cells as typed, with the reason.
   */
  readonly onCommit?: (changes: readonly GridChange[]) => readonly GridRefusal[];
  readonly onUndo?: () => void;
  readonly onRedo?: () => void;
  /** The text in the cell that is being edited, at every key; undefined once it is left. */
  readonly onTyping?: (change: GridChange | undefined) => void;
  /** The reader gave up a text that the page holds as `invalid`. */
  readonly onDiscardInvalid?: (cell: CellId) => void;
  /** The cell with the focus; undefined on headers. */
  readonly onActiveCellChange?: (cell: CellId | undefined) => void;
  /** How many texts stand in the table without being taken. */
  readonly onProblemsChange?: (count: number) => void;
  readonly onSelectionChange?: (selection: GridSelection) => void;
  /** The page's own message, read out when it changes: "Ångrade …". */
  readonly status?: string;
  readonly ref?: Ref<GridHandle>;
};
