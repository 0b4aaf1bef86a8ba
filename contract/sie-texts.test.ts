import { describe, expect, it } from 'vitest';
import type { SieFinding, SieWarningCode } from '#domain/sie/types.ts';
import { sieRefusalTexts, sieSentence, sieTexts } from './sie-texts.ts';

/** One finding of each code. */
const findings: { readonly [code in SieWarningCode]: Extract<SieFinding, { code: code }> } = {
  account_unknown: { code: 'account_unknown', account: '1930' },
  already_imported: { code: 'already_imported' },
  amount_many_decimals: {
    code: 'amount_many_decimals',
    label: '#TRANS',
    account: '1930',
    value: '0.005',
    counted: '0.01',
  },
  amount_outside_years: {
    code: 'amount_outside_years',
    label: '#PSALDO',
    year: -1,
    period: '2024-01',
    counted: false,
  },
  balance_twice: { code: 'balance_twice', label: '#IB', year: 0, account: '1930' },
  balances_not_zero: { code: 'balances_not_zero', difference: '-1234567.50' },
  bytes_unclear: { code: 'bytes_unclear', value: '░' },
  changes_not_res: {
    code: 'changes_not_res',
    year: 0,
    account: '3010',
    changes: '1.00',
    result: '2.00',
  },
  changes_not_ub: {
    code: 'changes_not_ub',
    year: 0,
    account: '1930',
    opening: '1.00',
    changes: '2.00',
    closing: '4.00',
  },
  checksum_missing: { code: 'checksum_missing' },
  checksum_wrong: { code: 'checksum_wrong', written: '1', computed: '2' },
  currency_other: { code: 'currency_other', currency: 'EUR' },
  dimension_unknown: { code: 'dimension_unknown', dimension: '7' },
  fiscal_years_missing: { code: 'fiscal_years_missing' },
  line_too_long: { code: 'line_too_long', mebibytes: 1 },
  object_unknown: { code: 'object_unknown', dimension: '7', object: 'X' },
  opening_missing: { code: 'opening_missing', year: -1 },
  opening_not_closing: {
    code: 'opening_not_closing',
    year: 0,
    account: '1930',
    opening: '1.00',
    closing: '2.00',
  },
  pbudget_unclear: { code: 'pbudget_unclear', accounts: 3 },
  psaldo_rest: { code: 'psaldo_rest', year: 0, accounts: 3, of: 4 },
  psaldo_unclear: {
    code: 'psaldo_unclear',
    year: 0,
    account: '3010',
    total: '1.00',
    sum: '2.00',
    expected: '3.00',
    counted: '1.00',
  },
  quote_unclosed: { code: 'quote_unclosed', label: '#KONTO' },
  row_unreadable: { code: 'row_unreadable', label: '#IB', problem: 'amount', value: 'x' },
  rtrans_alone: { code: 'rtrans_alone', account: '1930', amount: '5.00' },
  type_missing: { code: 'type_missing' },
  voucher_cut_off: { code: 'voucher_cut_off', series: 'A', number: '1' },
  voucher_outside_years: { code: 'voucher_outside_years', date: '2019-01-01', vouchers: 2 },
  voucher_unbalanced: { code: 'voucher_unbalanced', series: 'A', number: '1', difference: '-1.00' },
};

describe('the sentence of a warning', () => {
  it('is whole in both languages, with every fact in place', () => {
    expect(Object.keys(findings).toSorted()).toEqual(Object.keys(sieTexts).toSorted());
    for (const finding of Object.values(findings)) {
      for (const language of ['sv', 'en'] as const) {
        const sentence = sieSentence(finding, language);
        expect(sentence).not.toMatch(/\{[a-z ]+\}|undefined|null|\s{2}/u);
        expect(sentence).toMatch(/^[\p{Lu}#\d].*[.]$/u);
      }
      expect(sieSentence(finding)).toBe(sieSentence(finding, 'sv'));
    }
  });

  it.each<[SieFinding, string]>([
    [
      findings.balances_not_zero,
      'Alla #UB och #RES för år 0 blir tillsammans −1\u00a0234\u00a0567,50 kr i stället för noll. Beloppen är lästa som de står.',
    ],
    [
      findings.amount_outside_years,
      '#PSALDO för år −1 gäller 2024-01, som inte hör till det räkenskapsåret. Beloppen är inte medräknade. Kontrollera #RAR.',
    ],
    [
      { ...findings.amount_outside_years, label: '#TRANS', year: null, counted: true },
      '#TRANS gäller 2024-01, som inte hör till filens räkenskapsår. Beloppen är medräknade. Kontrollera #RAR.',
    ],
    [
      { ...findings.amount_outside_years, label: '#IB', period: '' },
      '#IB gäller år −1, som inte hör till filens räkenskapsår. Beloppen är inte medräknade. Kontrollera #RAR.',
    ],
    [
      { ...findings.psaldo_unclear, expected: '' },
      'Konto 3010 år 0: #PSALDO utan objekt blir 1,00 kr och alla rader 2,00 kr. 1,00 kr är medräknat: kontrollera mot huvudboken.',
    ],
    [findings.row_unreadable, 'Raden med #IB är inte medräknad: beloppet går inte att läsa (”x”).'],
    [
      { ...findings.row_unreadable, label: '', problem: 'label', value: '{account}' },
      'Raden är inte medräknad: etiketten går inte att läsa (”{account}”).',
    ],
    [
      { ...findings.voucher_outside_years, vouchers: 1 },
      'En verifikation den 2019-01-01 ligger utanför filens räkenskapsår. Beloppen är medräknade i sin månad.',
    ],
  ])('says what was found and what was done: %j', (finding, sentence) => {
    expect(sieSentence(finding)).toBe(sentence);
  });

  it('says of a refused file that nothing was read', () => {
    for (const { sv, en } of Object.values(sieRefusalTexts)) {
      expect([sv, en]).toEqual([
        expect.stringContaining('Inget är läst.'),
        expect.stringContaining('Nothing was read.'),
      ]);
    }
  });
});
