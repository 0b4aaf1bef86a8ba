import { describe, expect, it } from 'vitest';
import type { TableCell } from '../utfall-table-cell.ts';
import { findLoanHeader, readLoanHeading } from './loan-table-heading.ts';

const row = (...texts: readonly string[]): TableCell[] =>
  texts.map((text) => ({ kind: 'text', text }));

describe('a heading of a loan table', () => {
  it.each([
    ['Långivare', 'lender'],
    ['Lender', 'lender'],
    ['Lån nr.', 'reference'],
    ['Loan number', 'reference'],
    ['Belopp (Tkr)', 'principal'],
    ['Ursprungligt lånebelopp, kr', 'principal'],
    ['Principal (SEK)', 'principal'],
    ['LYFTDAG', 'drawnOn'],
    ['Amorteringsform', 'form'],
    ['Betalningar/år', 'paymentsAYear'],
    ['Payments a year', 'paymentsAYear'],
    ['Första betalning', 'firstPaymentOn'],
    ['Förfallodag', 'maturesOn'],
    ['Maturity date', 'maturesOn'],
    ['Ränta, %', 'rate'],
    ['Ränta (procent)', 'rate'],
    ['Ränta från', 'rateFrom'],
    ['Räntebindning till', 'boundUntil'],
    ['Referensränta', 'curve'],
    ['Marginal %', 'margin'],
    ['Kommentar', 'comment'],
  ])('%s is %s', (text, column) => {
    expect(readLoanHeading(text)).toBe(column);
  });

  it.each(['Restskuld', 'Aktuell skuld', 'Säkerhet', '', '%', 'ränta '.repeat(20)])(
    '%s is none',
    (text) => {
      expect(readLoanHeading(text)).toBeNull();
    },
  );
});

describe('the header of a loan table', () => {
  it('is the row that names the most columns, below lines of title', () => {
    const rows = [
      row('Lån per 2025-12-31', '', '(tkr)'),
      row('Bank', 'Avtal', 'Belopp', 'Restskuld', 'Förfall'),
      row('Kommuninvest', 'KI-1', '5 000', '4 000', '2030-01-15'),
    ];
    expect(findLoanHeader(rows)).toEqual({
      at: 1,
      columns: ['lender', 'reference', 'principal', null, 'maturesOn'],
      unit: 'tkr',
    });
  });

  it('takes the unit of the amounts before one above them, and none where lines above differ', () => {
    const header = row('Bank', 'Avtal', 'Belopp, kr', 'Förfall');
    expect(findLoanHeader([row('Allt i tkr'), header])?.unit).toBe('kr');
    const plain = row('Bank', 'Avtal', 'Belopp', 'Förfall');
    expect(findLoanHeader([row('tkr', 'kr'), plain])?.unit).toBeNull();
    expect(findLoanHeader([plain])?.unit).toBeNull();
  });

  it('reads a column once, the first', () => {
    const columns = findLoanHeader([row('Bank', 'Långivare', 'Belopp', 'Förfall')])?.columns;
    expect(columns).toEqual(['lender', null, 'principal', 'maturesOn']);
  });

  it('is not there where two words are a coincidence, or after fifty rows', () => {
    expect(findLoanHeader([row('Bank', 'Belopp', 'Säkerhet')])).toBeNull();
    const late = [...Array.from({ length: 50 }, () => row('x')), row('Bank', 'Belopp', 'Förfall')];
    expect(findLoanHeader(late)).toBeNull();
    expect(findLoanHeader(late.slice(1))?.at).toBe(49);
  });
});
