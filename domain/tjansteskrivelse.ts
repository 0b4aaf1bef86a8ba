/** A cell's place in its column: words to the left, figures to the right. */
export type Alignment = 'text' | 'figure';

/**
 * A row of a table: `group` names the rows below it and has one cell, `sum` stands under a rule, and
 * `part` says more about the sum above it. The first cell names the row.
 */
export type SkrivelseRow = {
  readonly kind: 'group' | 'row' | 'sum' | 'part';
  readonly cells: readonly string[];
};

/** A table as it is shown: every figure is a text already, so that no output can write another. */
export type SkrivelseTable = {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly align: Alignment }[];
  readonly rows: readonly SkrivelseRow[];
  /** What the reader has to know about the figures, such as an avrundningsdifferens. */
  readonly notes: readonly string[];
};

/** A piece of text: a paragraph with its lines, or a list. */
export type TextPiece =
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/** A heading and what stands below it. */
export type SkrivelseSection = {
  readonly heading: string;
  readonly pieces: readonly (TextPiece | SkrivelseTable)[];
};

/**
 * A tjänsteskrivelse as a document: what every output shows, in the same order and the same words.
 *
 * `draft` is what is printed on it until it is decided; null afterwards.
 */
export type Tjansteskrivelse = {
  readonly organisation: string;
  /** What kind of document it is. */
  readonly kind: string;
  readonly title: string;
  readonly draft: string | null;
  /** How it is told from others on every page after the first. */
  readonly runningHead: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly sections: readonly SkrivelseSection[];
};

const listMark = /^\s*[-•]\s+/u;
const clauseMark = /^\s*att\s/u;

/** What begins a line of a list: a mark, or in a decision also the word of an att-sats. */
export type ListStyle = 'marks' | 'clauses';

/**
 * A written text as paragraphs and lists.
 *
 * An empty line ends a paragraph, other line breaks are kept. Lines that begin with `- ` or `• `
 * are a list, and so are those that begin with `att ` where the text is a decision.
 */
export function toPieces(text: string, style: ListStyle = 'marks'): TextPiece[] {
  const pieces: TextPiece[] = [];
  let lines: string[] = [];
  let items: string[] = [];
  const endParagraph = (): void => {
    if (lines.length > 0) pieces.push({ kind: 'paragraph', lines });
    lines = [];
  };
  const endList = (): void => {
    if (items.length > 0) pieces.push({ kind: 'list', items });
    items = [];
  };
  for (const line of text.split(/\r\n?|\n/u)) {
    const isItem = listMark.test(line) || (style === 'clauses' && clauseMark.test(line));
    const said = line.replace(listMark, '').trim();
    if (isItem) {
      endParagraph();
      if (said !== '') items.push(said);
    } else if (said === '') {
      endParagraph();
    } else {
      endList();
      lines.push(said);
    }
  }
  endParagraph();
  endList();
  return pieces;
}
