import {
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  type Table,
  TabStopType,
  TextRun,
} from 'docx';
import type { SkrivelseSection, Tjansteskrivelse } from '#domain/tjansteskrivelse.ts';
import { fontTable } from '../files/docx/fonts.ts';
import { coreProperties } from '../files/docx/properties.ts';
import { dashLevels, dashList, factTab, paragraphs, styles } from '../files/docx/styles.ts';
import { tableBlocks, textWidth } from '../files/docx/table.ts';
import { xmlText } from '../files/docx/xml-text.ts';

// A4 with 25 mm to the left and right, in twips.
const page = { size: { width: 11_906, height: 16_838 }, margin: { top: 1418, bottom: 1304 } };
const sides = (page.size.width - textWidth) / 2;
const atTheRight = [{ type: TabStopType.RIGHT, position: textWidth }];

/**
 * The document as the bytes of a DOCX: the headings, lists and tables of the model and nothing more.
 *
 * Imported where it is needed: what writes the file is large, and few servers write one every day.
 */
export async function toDocx(skrivelse: Tjansteskrivelse, now: Date): Promise<Uint8Array> {
  const { organisation, kind, title, runningHead, draft, sections } = skrivelse;
  const foot = new Footer({ children: [footerLine(draft)] });
  const document = new Document({
    styles,
    numbering: { config: [{ reference: dashList, levels: dashLevels }] },
    sections: [
      {
        properties: {
          titlePage: true,
          page: { ...page, margin: { ...page.margin, left: sides, right: sides } },
        },
        headers: {
          default: new Header({
            children: [new Paragraph({ style: paragraphs.running, children: [run(runningHead)] })],
          }),
          first: new Header({ children: [new Paragraph({ style: paragraphs.running })] }),
        },
        footers: { default: foot, first: foot },
        children: [...letterhead(skrivelse), ...sections.flatMap(sectionBlocks)],
      },
    ],
  });
  const properties = coreProperties({
    title: `${kind}: ${title}`,
    subject: runningHead,
    author: organisation,
    now,
  });
  return Packer.toBuffer(document, false, [fontTable, properties]);
}

function run(text: string): TextRun {
  return new TextRun(xmlText(text));
}

function tab(): TextRun {
  return new TextRun({ children: [new Tab()] });
}

function letterhead({ organisation, kind, facts, title }: Tjansteskrivelse): Paragraph[] {
  const tabStops = [{ type: TabStopType.LEFT, position: factTab }];
  return [
    new Paragraph({
      style: paragraphs.sender,
      tabStops: atTheRight,
      children: [run(organisation), tab(), run(kind)],
    }),
    ...facts.map(
      ({ label, value }) =>
        new Paragraph({
          style: paragraphs.fact,
          tabStops,
          indent: { left: factTab, hanging: factTab },
          children: [run(label), tab(), run(value)],
        }),
    ),
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(title)] }),
  ];
}

function sectionBlocks({ heading, pieces }: SkrivelseSection): (Paragraph | Table)[] {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: [run(heading)] }),
    ...pieces.flatMap((piece) => {
      if (piece.kind === 'table') return tableBlocks(piece);
      if (piece.kind === 'list') return piece.items.map(listItem);
      return [new Paragraph({ children: piece.lines.map(lineRun) })];
    }),
  ];
}

function listItem(item: string): Paragraph {
  return new Paragraph({
    style: 'ListParagraph',
    numbering: { reference: dashList, level: 0 },
    children: [run(item)],
  });
}

function lineRun(line: string, at: number): TextRun {
  return new TextRun({ text: xmlText(line), ...(at === 0 ? {} : { break: 1 }) });
}

function footerLine(draft: string | null): Paragraph {
  return new Paragraph({
    style: paragraphs.running,
    tabStops: atTheRight,
    children: [
      run(draft ?? ''),
      tab(),
      new TextRun({ children: ['Sida ', PageNumber.CURRENT, ' av ', PageNumber.TOTAL_PAGES] }),
    ],
  });
}
