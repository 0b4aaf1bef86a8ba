import {
  AlignmentType,
  BorderStyle,
  type IBorderOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { SkrivelseRow, SkrivelseTable } from '#domain/tjansteskrivelse.ts';
import { colours, paragraphs } from './styles.ts';
import { xmlText } from './xml-text.ts';

/** What is left between the margins of an A4 page, in twips. */
export const textWidth = 9070;

const figureWidth = 1500;

const none: IBorderOptions = { style: BorderStyle.NIL };
const noBorders = { top: none, bottom: none, left: none, right: none };
const rule = (size: number, color: string): IBorderOptions => ({
  style: BorderStyle.SINGLE,
  size,
  color,
});
const headRule = rule(6, colours.line);
const hairline = rule(2, colours.hair);

/** The caption above a table, the table, and the notes below it. */
export function tableBlocks(table: SkrivelseTable): (Paragraph | Table)[] {
  return [
    new Paragraph({ style: 'Caption', children: [new TextRun(xmlText(table.caption))] }),
    toTable(table),
    ...table.notes.map(
      (note) => new Paragraph({ style: paragraphs.note, children: [new TextRun(xmlText(note))] }),
    ),
  ];
}

function toTable({ columns, rows }: SkrivelseTable): Table {
  const figures = columns.length - 1;
  const columnWidths = columns.map((_, at) =>
    at === 0 ? textWidth - figures * figureWidth : figureWidth,
  );
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    keepNext: true,
    children: columns.map(({ label }, at) =>
      toCell(label, { at, width: columnWidths[at], isBold: true, isQuiet: true, bottom: headRule }),
    ),
  });
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    // The first row and the first column are headings to whoever has the table read out.
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    rows: [head, ...rows.map((row, index) => toRow(row, rows[index + 1], columnWidths))],
  });
}

function toRow(
  { kind, cells }: SkrivelseRow,
  next: SkrivelseRow | undefined,
  widths: readonly number[],
): TableRow {
  const isLast = next === undefined;
  const isBold = kind === 'group' || kind === 'sum';
  const borders = {
    ...(kind === 'sum' ? { top: headRule } : {}),
    bottom: isLast ? headRule : hairline,
  };
  // A heading is not left alone at the foot of a page, nor a sum at the top of the next one.
  const keepNext = kind === 'group' || next?.kind === 'sum' || next?.kind === 'part';
  const look = { isBold, isQuiet: kind === 'part', isGroup: kind === 'group', ...borders };
  return new TableRow({
    cantSplit: true,
    keepNext,
    children:
      kind === 'group'
        ? [toCell(cells[0] ?? '', { at: 0, width: textWidth, span: widths.length, ...look })]
        : widths.map((width, at) => toCell(cells[at] ?? '', { at, width, ...look })),
  });
}

type CellLook = {
  readonly at: number;
  readonly width: number | undefined;
  readonly span?: number;
  readonly isBold: boolean;
  readonly isQuiet: boolean;
  /** A name of the rows below it, with air above it. */
  readonly isGroup?: boolean;
  readonly top?: IBorderOptions;
  readonly bottom: IBorderOptions;
};

function toCell(
  text: string,
  { at, width, span, isBold, isQuiet, isGroup = false, top, bottom }: CellLook,
): TableCell {
  const run = new TextRun({
    text: xmlText(text),
    bold: isBold,
    ...(isQuiet ? { color: colours.soft } : {}),
  });
  return new TableCell({
    width: { size: width ?? figureWidth, type: WidthType.DXA },
    ...(span === undefined ? {} : { columnSpan: span }),
    borders: { ...noBorders, ...(top === undefined ? {} : { top }), bottom },
    margins: { left: 0, right: at === 0 ? 120 : 0 },
    children: [
      new Paragraph({
        style: isGroup ? paragraphs.group : paragraphs.cell,
        alignment: at === 0 ? AlignmentType.LEFT : AlignmentType.RIGHT,
        children: [run],
      }),
    ],
  });
}
