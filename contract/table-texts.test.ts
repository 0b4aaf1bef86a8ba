import { describe, expect, it } from 'vitest';
import {
  tableNoteTexts,
  tableProblemTexts,
  tableRefusalTexts,
  tableSentence,
  tableSkippedTexts,
} from './table-texts.ts';

const all = { ...tableRefusalTexts, ...tableNoteTexts, ...tableProblemTexts, ...tableSkippedTexts };

describe('sentences about tables', () => {
  it('are whole sentences in both languages, with the same places', () => {
    for (const [code, { sv, en }] of Object.entries(all)) {
      for (const sentence of [sv, en]) expect(sentence, code).toMatch(/^[\p{Lu}{].+[.?]$/su);
      expect(sv, code).not.toBe(en);
      const places = (text: string): string[] => (text.match(/\{[a-z]+\}/gu) ?? []).toSorted();
      expect(places(sv), code).toEqual(places(en));
    }
  });

  it('say what was kept', () => {
    for (const [code, { sv }] of Object.entries(tableRefusalTexts)) {
      expect(sv, code).toContain('Inget är sparat.');
    }
    for (const [code, { sv }] of Object.entries(tableProblemTexts)) {
      expect(sv, code).toMatch(/inte läst|inte som noll/u);
    }
  });

  it('have their places filled in, and only by values that were given', () => {
    const { sv, en } = tableSentence(tableRefusalTexts.quote_open, { line: '17' });
    expect(sv).toContain('på rad 17 ');
    expect(en).toContain('line 17 ');
    const sentence = { sv: '{a} {constructor}', en: '{b}' };
    expect(tableSentence(sentence, { a: '{b}' })).toEqual({ sv: '{b} {constructor}', en: '{b}' });
  });
});
