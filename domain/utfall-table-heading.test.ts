import { describe, expect, it } from 'vitest';
import { readHeading, unitIn } from './utfall-table-heading.ts';

describe('a heading', () => {
  it.each([
    ['Rad', 'name'],
    ['INVESTERING', 'name'],
    ['Projekt', 'name'],
    ['Benämning', 'name'],
    ['Line', 'name'],
    ['Konto', 'account'],
    ['Konto nr.', 'account'],
    ['Account', 'account'],
    ['År', 'year'],
    ['Year:', 'year'],
    ['Månad', 'period'],
    ['Period', 'period'],
    ['Bokf.datum', 'period'],
    ['Month', 'period'],
    ['Date', 'period'],
  ])('%s is the %s', (text, is) => {
    expect(readHeading(text)).toMatchObject({ is });
  });

  it.each<[string, number | null, number | null]>([
    ['Utfall', null, null],
    ['Belopp (tkr)', null, null],
    ['Utfall, kr', null, null],
    ['Belopp i kronor', null, null],
    ['Utfall i tusental kronor', null, null],
    ['Utfall 1000-tals kr', null, null],
    ['Amount SEK', null, null],
    ['Tkr', null, null],
    ['Summa', null, null],
    ['Utfall 2024', 2024, null],
    ['2024', 2024, null],
    ['jan', null, 1],
    ['Utfall mars', null, 3],
    ['Mars 2024 (tkr)', 2024, 3],
    ['202403', 2024, 3],
    ['2024-03-01', 2024, 3],
    ['Dec.', null, 12],
    ['7', null, 7],
  ])('%s is amounts of year %s and month %s', (text, year, month) => {
    expect(readHeading(text)).toMatchObject({ is: 'amount', year, month });
  });

  it.each([
    ...['', ' ', 'i', 'Budget', 'Budget 2024', 'Prognos mars', 'Avvikelse', 'Utfall ackumulerat'],
    ...['Ack utfall', 'Kvar', 'Föregående år', 'Andel %', 'Kommentar', 'Ansvarig', 'mar-24'],
    ...[
      'Klienter',
      'Investeringsbudget',
      'kr/invånare',
      'x'.repeat(61),
      `${'tusen '.repeat(20_000)}kr`,
    ],
  ])('%.30s is none of what is read', (text) => {
    expect(readHeading(text)).toBeNull();
  });

  it('ranks the word for outcome before the one for a total', () => {
    const [utfall, belopp, summa] = ['Utfall', 'Belopp', 'Summa'].map(
      (one) => readHeading(one)?.rank,
    );
    expect(utfall).toBeLessThan(belopp ?? 0);
    expect(belopp).toBeLessThan(summa ?? 0);
  });
});

describe('the unit in a text', () => {
  it.each([
    ['Belopp (tkr)', 'tkr'],
    ['TKR', 'tkr'],
    ['kr', 'kr'],
    ['Utfall, kronor', 'kr'],
    ['Alla belopp i tusental kronor', 'tkr'],
    ['Belopp i 1 000 kr', 'tkr'],
    ['1000-tals kr', 'tkr'],
    ['Miljoner kronor', 'mnkr'],
    ['mkr', 'mnkr'],
    ['MSEK', 'mnkr'],
    ['kSEK', 'tkr'],
    ['21 000 kr', 'kr'],
    ['Skrivare', null],
    ['kr eller tkr', null],
    ['', null],
  ])('%s: %s', (text, unit) => {
    expect(unitIn(text)).toBe(unit);
  });
});
