import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tjansteskrivelse } from '#domain/tjansteskrivelse.ts';
import { cssString, runningTexts } from './running-texts.ts';

const skrivelse: Tjansteskrivelse = {
  organisation: 'Itsam',
  kind: 'Tjänsteskrivelse',
  title: 'Återbudgetering',
  draft: 'Utkast, version 7',
  runningHead: 'Itsam · Tjänsteskrivelse · Dnr 2025/17',
  facts: [],
  sections: [],
};

describe('a text in a style sheet', () => {
  it('stands as it is where it is plain', () => {
    expect(cssString('Itsam · Dnr 2025/17')).toBe('"Itsam · Dnr 2025/17"');
  });

  it('never ends its string, breaks its line or begins an escape of its own', () => {
    expect(cssString('"; } * { color: red')).toBe('"\\22 \\3b  \\7d  \\2a  \\7b  color\\3a  red"');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cssString(text).slice(1, -1)).toMatch(/^(?:[^"\\\n\r\f]|\\[\da-f]{1,6} )*$/u);
      }),
    );
  });
});

describe('the edges of the printed pages', () => {
  it('say which document it is, that it is a draft, and the number of the page', () => {
    const rules = runningTexts(skrivelse);
    expect(rules).toContain('content: "Itsam · Tjänsteskrivelse · Dnr 2025/17"');
    expect(rules).toContain('content: "Utkast, version 7"');
    expect(rules).toContain('"Sida " counter(page) " av " counter(pages)');
  });

  it('say nothing of a draft once it is decided', () => {
    expect(runningTexts({ ...skrivelse, draft: null })).toContain('@bottom-left { content: ""; }');
  });
});
