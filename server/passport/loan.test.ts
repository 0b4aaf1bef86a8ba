import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLoan, createRateCurve, type LoanAnswer } from '#contract/loans.ts';
import { getFigurePassport } from '#contract/passport.ts';
import { loanFigures } from '#domain/figure-reference.ts';
import { sum, tkr, toPlain } from '#domain/tkr.ts';
import { call, send, startTestApp, type TestApp } from '../testing/app.ts';

let test: TestApp;
let annuity: LoanAnswer;
let atMaturity: LoanAnswer;
let unknown: LoanAnswer;

const terms = {
  lender: 'Kommuninvest',
  principal: '10000',
  drawnOn: '2024-12-31',
  paymentsAYear: 4,
  firstPaymentOn: '2025-03-31',
  maturesOn: '2034-12-31',
  comment: 'Löper med borgen.',
} as const;

beforeAll(async () => {
  test = await startTestApp();
  annuity = await call(test, createLoan, {
    body: {
      ...terms,
      reference: 'A 1',
      form: 'annuity',
      ratePeriods: [{ type: 'fixed', from: '2024-12-31', rate: '3.25' }],
    },
  });
  atMaturity = await call(test, createLoan, {
    body: {
      ...terms,
      reference: 'F 1',
      form: 'atMaturity',
      principal: '2000',
      maturesOn: '2026-12-31',
      ratePeriods: [{ type: 'fixed', from: '2024-12-31', rate: '6' }],
    },
  });
  const { curveId } = await call(test, createRateCurve, { body: { name: 'STIBOR 3M' } });
  unknown = await call(test, createLoan, {
    body: {
      ...terms,
      reference: 'R 1',
      form: 'straight',
      drawnOn: '2027-12-31',
      firstPaymentOn: '2028-12-31',
      paymentsAYear: 1,
      ratePeriods: [{ type: 'reference', from: '2027-12-31', curveId, margin: '-0.25' }],
    },
  });
});
afterAll(() => test.close());

const passport = (figure: string) => call(test, getFigurePassport, { query: { figure } });

describe('the passport of a loan', () => {
  it('says what is owed, from the year before and what is repaid', async () => {
    const { title, amount, parts, formula, facts, people } = await passport(
      `loan:${annuity.loanId}:2026:balance`,
    );
    expect(title.sv).toBe('Skuld 31/12 2026, Kommuninvest A 1');
    // See fixtures/prognos/annuity-10-years/SOURCE.md.
    expect(amount).toBe('8250.22825');
    expect(parts.map((part) => [part.title.sv, part.amount])).toEqual([
      ['Skuld 31/12 2025', '9139.27234'],
      ['Amortering 2026, avgår', '-889.04409'],
    ]);
    expect(formula?.sv).toContain('minus det som amorteras');
    const told = facts.map(({ label, text }) => `${label.sv}: ${text.sv}`);
    expect(told).toContain('Form: Annuitet, 4 betalningar per år');
    expect(told).toContain('Ränta: 3,25 % från 2024-12-31');
    expect(told).toContain('Kommentar: Löper med borgen.');
    expect(people.map(({ did }) => did.sv)).toEqual(['Skrev in lånet']);
  });

  it('begins with what was drawn', async () => {
    const { parts } = await passport(`loan:${annuity.loanId}:2024:balance`);
    expect(parts.map((part) => [part.title.sv, part.amount])).toEqual([['Lyft 2024', '10000']]);
  });

  it('says what is repaid and paid in interest, payment by payment', async () => {
    const repaid = await passport(`loan:${annuity.loanId}:2025:amortisation`);
    expect(repaid.parts.map((part) => [part.title.sv, part.amount])).toEqual([
      ['Betalning 2025-03-31', '212.57707'],
      ['Betalning 2025-06-30', '214.30426'],
      ['Betalning 2025-09-30', '216.04548'],
      ['Betalning 2025-12-31', '217.80085'],
    ]);
    // 2 000 at 6 % is 10 a month, 30 a quarter.
    const interest = await passport(`loan:${atMaturity.loanId}:2025:interest`);
    expect(interest.amount).toBe('120');
    expect(interest.parts.map(({ amount }) => amount)).toEqual(['30', '30', '30', '30']);
    expect(interest.formula?.sv).toContain('En tolftedel av årsräntan');
  });

  it('has no interest where the reference rate has no value, and says which rate it follows', async () => {
    const { amount, parts, facts } = await passport(`loan:${unknown.loanId}:2028:interest`);
    expect(amount).toBeNull();
    expect(parts.map((part) => part.amount)).toEqual([null]);
    expect(facts.map(({ text }) => text.sv)).toContain('STIBOR 3M − 0,25 % från 2027-12-31');
  });

  it('is of all loans together by loan, each with its own', async () => {
    for (const figure of loanFigures) {
      const { amount, parts } = await passport(`loan:total:2025:${figure}`);
      expect(toPlain(sum(parts.map((part) => tkr(part.amount ?? ''))))).toBe(amount);
      for (const part of parts) {
        expect((await passport(part.figure ?? '')).amount).toBe(part.amount);
      }
    }
    const { parts } = await passport('loan:total:2025:balance');
    expect(parts.map(({ title }) => title.sv)).toEqual(['Kommuninvest A 1', 'Kommuninvest F 1']);
  });

  it('is not there before the loan, after it, or for a loan that is not', async () => {
    const nobody = '019a5b7c-0000-7000-8000-000000000099';
    const figures = [
      `loan:${annuity.loanId}:2023:balance`,
      `loan:${annuity.loanId}:2035:balance`,
      `loan:${nobody}:2025:balance`,
      'loan:total:2023:balance',
    ];
    for (const figure of figures) {
      const url = `/api/organisations/${test.organisationId}/passport?figure=${figure}`;
      const answer = await send(test, { method: 'GET', url });
      expect([answer.status, answer.body]).toMatchObject([404, { code: 'figure_not_found' }]);
    }
  });
});
