import {
  AlignmentType,
  BorderStyle,
  type ILevelsOptions,
  type IStylesOptions,
  LevelFormat,
} from 'docx';
import { fonts } from './fonts.ts';

/** Colours as six hexadecimal digits: ink, what is said quietly, and the lines of tables. */
export const colours = { ink: '1A1F24', soft: '4A535C', line: '59636E', hair: 'D9D5CA' } as const;

/** The names of the paragraph styles that are not Word's own. */
export const paragraphs = {
  sender: 'Avsandare',
  fact: 'Uppgift',
  cell: 'Tabellcell',
  group: 'Tabellgrupp',
  note: 'Tabellnot',
  running: 'Sidhuvud',
} as const;

/** Sizes in half points. */
const size = { title: 36, heading: 26, body: 22, table: 20, small: 18 } as const;

/** How far into the page the value of a fact begins, in twips. */
export const factTab = 2600;

const heading = (points: number) => ({ font: fonts.heading, size: points, color: colours.ink });
const senderRule = { style: BorderStyle.SINGLE, size: 6, color: colours.line, space: 6 };
const quiet = { font: fonts.heading, size: size.small, color: colours.soft };

/** The styles of a document in Swedish: headings that Word lists in its navigation, body, tables. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: {
        font: fonts.text,
        size: size.body,
        color: colours.ink,
        language: { value: 'sv-SE', eastAsia: 'sv-SE', bidirectional: 'sv-SE' },
      },
      paragraph: { spacing: { after: 140, line: 288 } },
    },
    heading1: {
      run: { ...heading(size.title), bold: true },
      paragraph: {
        spacing: { before: 480, after: 240, line: 252 },
        keepNext: true,
        keepLines: true,
      },
    },
    heading2: {
      run: { ...heading(size.heading), bold: true },
      paragraph: {
        spacing: { before: 360, after: 100, line: 252 },
        keepNext: true,
        keepLines: true,
      },
    },
    caption: {
      run: {
        font: fonts.heading,
        size: size.table,
        bold: true,
        italics: false,
        color: colours.ink,
      },
      paragraph: {
        spacing: { before: 320, after: 80, line: 252 },
        keepNext: true,
        keepLines: true,
      },
    },
    listParagraph: { paragraph: { spacing: { after: 100, line: 288 } } },
  },
  paragraphStyles: [
    {
      id: paragraphs.sender,
      name: 'Avsändare',
      basedOn: 'Normal',
      run: { font: fonts.heading, size: size.heading, bold: true },
      paragraph: { spacing: { after: 160 }, border: { bottom: senderRule } },
    },
    {
      id: paragraphs.fact,
      name: 'Uppgift',
      basedOn: 'Normal',
      run: { font: fonts.heading, size: size.table },
      paragraph: { spacing: { after: 20, line: 264 } },
    },
    {
      id: paragraphs.cell,
      name: 'Tabellcell',
      basedOn: 'Normal',
      run: { font: fonts.heading, size: size.table },
      paragraph: { spacing: { before: 30, after: 30, line: 240 } },
    },
    {
      id: paragraphs.group,
      name: 'Tabellgrupp',
      basedOn: paragraphs.cell,
      paragraph: { spacing: { before: 160, after: 30, line: 240 } },
    },
    {
      id: paragraphs.note,
      name: 'Tabellnot',
      basedOn: 'Normal',
      run: quiet,
      paragraph: { spacing: { before: 80, after: 160, line: 252 } },
    },
    {
      id: paragraphs.running,
      name: 'Sidhuvud och sidfot',
      basedOn: 'Normal',
      run: quiet,
      paragraph: { spacing: { after: 0, line: 240 } },
    },
  ],
};

/** The name of the list in the numbering of a document. */
export const dashList = 'streck';

/** A list with dashes, as protocols have them. */
export const dashLevels: readonly ILevelsOptions[] = [
  {
    level: 0,
    format: LevelFormat.BULLET,
    text: '–',
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 340, hanging: 340 } } },
  },
];
