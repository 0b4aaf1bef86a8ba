import { describe, expect, it } from 'vitest';
import { readLoanHeading } from '#domain/forecast/loan-table-heading.ts';
import { readLoanRow } from '#domain/forecast/loan-table-row.ts';
import { loanColumns } from '#domain/forecast/loan-table-terms.ts';
import { loanForms } from '#domain/forecast/loan-terms.ts';
import { loanNoteTexts, loanSkippedTexts, loanTableTexts } from './loan-table-texts.ts';
import { loanColumnTerms, loanFormTerms } from './loan-words.ts';

describe('sentences about tables of loans', () => {
  it('are whole sentences in both languages', () => {
    const all = { ...loanTableTexts, ...loanNoteTexts, ...loanSkippedTexts };
    for (const [code, { sv, en }] of Object.entries(all)) {
      for (const sentence of [sv, en]) expect(sentence, code).toMatch(/^\p{Lu}.+[.?]$/su);
      expect(sv, code).not.toBe(en);
    }
  });

  it('say what was kept', () => {
    for (const [code, { sv }] of Object.entries(loanTableTexts)) {
      expect(sv, code).toMatch(/inte läst|inte som noll|Inget är sparat/u);
    }
  });
});

describe('the words of a loan table', () => {
  it('are read back as what they head, in both languages', () => {
    for (const column of loanColumns) {
      const { sv, en } = loanColumnTerms[column];
      expect([readLoanHeading(sv), readLoanHeading(en)], column).toEqual([column, column]);
    }
  });

  it('are read back as the forms that they name, in both languages', () => {
    for (const form of loanForms) {
      for (const text of Object.values(loanFormTerms[form])) {
        const read = readLoanRow([{ kind: 'text', text }], 1, ['form'], 'tkr');
        expect(read.form, text).toBe(form);
      }
    }
  });
});
