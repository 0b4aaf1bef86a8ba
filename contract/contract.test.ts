import { describe, expect, it } from 'vitest';
import { addressOf } from './endpoint.ts';
import { fieldTexts } from './field-texts.ts';
import { amount, amountInput, day, text } from './fields.ts';
import { exportInvesteringsbudgetCsv } from './investeringsbudget.ts';
import { refusalTexts } from './refusal-texts.ts';
import { problemStatus } from './refusals.ts';
import { budgetpostLabel, figureLabel } from './terms.ts';

describe('sentences', () => {
  it('stand behind every code, in both languages, as whole sentences', () => {
    expect(Object.keys(refusalTexts).toSorted()).toEqual(Object.keys(problemStatus).toSorted());
    for (const { sv, en } of [...Object.values(refusalTexts), ...Object.values(fieldTexts)]) {
      for (const sentence of [sv, en]) expect(sentence).toMatch(/^\p{Lu}.+[.?]$/u);
      expect(sv).not.toBe(en);
    }
  });

  it('say what was kept, wherever something was asked to be changed', () => {
    const aboutReading = ['not_found', 'not_ready', 'organisation_not_found'];
    // Nobody knows what was kept there, and the sentence says so.
    const unknown = 'outcome_unknown';
    expect(refusalTexts[unknown].sv).toContain('oklart om det sparades');
    for (const [code, { sv }] of Object.entries(refusalTexts)) {
      if (aboutReading.includes(code) || code === unknown) continue;
      expect(sv, code).toMatch(/[Ii]nget är (sparat|ändrat)|är inte sparad/u);
    }
  });
});

describe('schemas', () => {
  it('take amounts as plain decimal text only', () => {
    expect(amountInput.safeParse('1.2340').success).toBe(true);
    expect(amountInput.safeParse('1.234').success).toBe(false);
    expect(amountInput.safeParse(1).success).toBe(false);
    expect(amount.safeParse('1.234').success).toBe(true);
    expect(amount.safeParse('1e5').success).toBe(false);
  });

  it('trim and compose texts', () => {
    expect(text(10).parse('  Na\u0308t ')).toBe('Nät');
    expect(text(3).safeParse('Nät ').success).toBe(false);
  });

  it('take only days that exist', () => {
    expect(day.safeParse('2025-02-29').success).toBe(false);
    expect(day.safeParse('2024-02-29').success).toBe(true);
  });
});

describe('addresses and labels', () => {
  it('puts parameters and query into an address', () => {
    const call = {
      params: { organisationId: 'a b', year: '2025' },
      query: { layout: 'protocol' },
    } as const;
    expect(addressOf(exportInvesteringsbudgetCsv, call)).toBe(
      '/api/organisations/a%20b/investeringsbudget/2025/csv?layout=protocol',
    );
  });

  it('names rows as the protocol does', () => {
    expect(budgetpostLabel('Klienter', 'ursprunglig')).toBe('Klienter');
    expect(budgetpostLabel('Klienter', 'aterbudgetering')).toBe('Klienter – återbudgetering');
    expect(figureLabel('debt', 2025)).toBe('Låneskuld 31/12 2025');
    expect(figureLabel('amortisation', 2025)).toBe('Beräknade amorteringar 2025');
  });
});
