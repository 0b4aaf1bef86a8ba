import type { SieFinding, SieRefusal, SieRowProblem, SieWarningCode } from '#domain/sie/types.ts';
import type { Sentence } from './field-texts.ts';

/** The languages that the sentences are in. */
type Language = keyof Sentence;

/**
 * What is said of a warning from a SIE file: what was found, what was done with it, what to do.
 *
 * `{account}` and the like are its facts; amounts are shown in Swedish form.
 */
export const sieTexts: { readonly [code in SieWarningCode]: Sentence } = {
  account_unknown: {
    sv: 'Konto {account} används men har ingen #KONTO-rad. Beloppen är medräknade, utan kontots namn.',
    en: 'Account {account} is used but has no #KONTO row. Its amounts are counted, without its name.',
  },
  already_imported: {
    sv: 'Filen är märkt som redan inläst (#FLAGGA 1). Se efter att den inte läses in två gånger.',
    en: 'The file is marked as already imported (#FLAGGA 1). See that it is not imported twice.',
  },
  amount_many_decimals: {
    sv: '{label} på konto {account} har beloppet {value}, med delar av ett öre. {counted} kr är medräknat.',
    en: '{label} on account {account} has the amount {value}, with parts of an öre. {counted} kr was counted.',
  },
  amount_outside_years: {
    sv: '{label} {for year}gäller {period}, som inte hör till {its year}. {whether counted} Kontrollera #RAR.',
    en: '{label} {for year}is about {period}, which is not in {its year}. {whether counted} Check #RAR.',
  },
  balance_twice: {
    sv: '{label} för konto {account} år {year} finns flera gånger. Beloppen är lagda till varandra.',
    en: '{label} for account {account} in year {year} occurs more than once. The amounts were added.',
  },
  balances_not_zero: {
    sv: 'Alla #UB och #RES för år 0 blir tillsammans {difference} kr i stället för noll. Beloppen är lästa som de står.',
    en: 'All #UB and #RES of year 0 sum to {difference} kr instead of zero. The amounts are read as they stand.',
  },
  bytes_unclear: {
    sv: 'Texten ”{value}” har tecken som inte går att tyda i någon känd teckenkodning.',
    en: 'The text “{value}” has characters that cannot be read in any known encoding.',
  },
  changes_not_res: {
    sv: 'Konto {account} år {year}: månaderna blir {changes} kr men #RES är {result} kr. Månaderna är medräknade.',
    en: 'Account {account}, year {year}: the months sum to {changes} kr but #RES is {result} kr. The months are counted.',
  },
  changes_not_ub: {
    sv: 'Konto {account} år {year}: #IB {opening} kr och månaderna {changes} kr ger inte #UB {closing} kr. Månaderna är medräknade.',
    en: 'Account {account}, year {year}: #IB {opening} kr and the months {changes} kr do not give #UB {closing} kr. The months are counted.',
  },
  checksum_missing: {
    sv: 'Kontrollsumman (#KSUMMA) är påbörjad men inte avslutad. Slutet av filen kan saknas: ta ut den igen.',
    en: 'The checksum (#KSUMMA) is begun and not ended. The end of the file may be missing: export it again.',
  },
  checksum_wrong: {
    sv: 'Kontrollsumman i filen är {written} men innehållet ger {computed}. Filen kan vara ändrad efter att den gjordes.',
    en: 'The checksum in the file is {written} but its contents give {computed}. The file may have been changed after it was made.',
  },
  currency_other: {
    sv: 'Beloppen är i {currency}, inte i svenska kronor. De är lästa som de står, utan omräkning.',
    en: 'The amounts are in {currency}, not in Swedish kronor. They are read as they stand, unconverted.',
  },
  dimension_unknown: {
    sv: 'Dimension {dimension} används men har ingen #DIM-rad. Beloppen är medräknade.',
    en: 'Dimension {dimension} is used but has no #DIM row. Its amounts are counted.',
  },
  fiscal_years_missing: {
    sv: 'Filen saknar #RAR, så det går inte att se vilka räkenskapsår den gäller. Ta ut den igen.',
    en: 'The file has no #RAR, so its fiscal years cannot be told. Export it again.',
  },
  line_too_long: {
    sv: 'Raden är längre än {mebibytes} MiB. Den är inte medräknad.',
    en: 'The row is longer than {mebibytes} MiB. It is not counted.',
  },
  object_unknown: {
    sv: 'Objekt {object} i dimension {dimension} används men har ingen #OBJEKT-rad. Beloppen är medräknade, utan objektets namn.',
    en: 'Object {object} in dimension {dimension} is used but has no #OBJEKT row. Its amounts are counted, without its name.',
  },
  opening_missing: {
    sv: 'År {year} har #UB men inte #IB. Balanskontonas förändring det året går inte att räkna fram och är inte medräknad.',
    en: 'Year {year} has #UB and no #IB. What its balance accounts changed by cannot be computed and is not counted.',
  },
  opening_not_closing: {
    sv: 'Konto {account}: #IB år {year} är {opening} kr men #UB året före är {closing} kr. Båda är lästa som de står.',
    en: 'Account {account}: #IB of year {year} is {opening} kr but #UB of the year before is {closing} kr. Both are read as they stand.',
  },
  pbudget_unclear: {
    sv: 'Budgeten (#PBUDGET) finns både med och utan objekt (antal konton: {accounts}). Raden utan objekt kan vara summan av de andra: välj vilka som gäller, så att inget räknas två gånger.',
    en: 'The budget (#PBUDGET) has rows with and without objects (accounts: {accounts}). The row without may be the sum of the others: choose which count, so that nothing counts twice.',
  },
  psaldo_rest: {
    sv: 'På {accounts} av {of} konton år {year} har #PSALDO utan objekt bara det som inte hör till något objekt. Summan av raderna är medräknad.',
    en: 'On {accounts} of {of} accounts in year {year}, #PSALDO without objects holds only what has no object. The sum of the rows is counted.',
  },
  psaldo_unclear: {
    sv: 'Konto {account} år {year}: #PSALDO utan objekt blir {total} kr och alla rader {sum} kr{expected}. {counted} kr är medräknat: kontrollera mot huvudboken.',
    en: 'Account {account}, year {year}: #PSALDO without objects sums to {total} kr and all rows to {sum} kr{expected}. {counted} kr was counted: check it against the general ledger.',
  },
  quote_unclosed: {
    sv: 'En text på raden med {label} saknar citattecken på slutet. Den är läst till radens slut.',
    en: 'A text on the row with {label} has no closing quotation mark. It was read to the end of the row.',
  },
  row_unreadable: {
    sv: '{row} är inte medräknad: {problem} går inte att läsa (”{value}”).',
    en: '{row} is not counted: {problem} cannot be read (“{value}”).',
  },
  rtrans_alone: {
    sv: 'En #RTRANS på konto {account} om {amount} kr följs inte av samma #TRANS. Den är medräknad en gång.',
    en: 'An #RTRANS on account {account} of {amount} kr is not followed by the same #TRANS. It was counted once.',
  },
  type_missing: {
    sv: 'Filen saknar #SIETYP. Den är läst efter de rader som finns i den.',
    en: 'The file has no #SIETYP. It was read by the rows that are in it.',
  },
  voucher_cut_off: {
    sv: 'Verifikation {series} {number} saknar slut (”}”). De rader som fanns är medräknade: se efter om filen är avkortad.',
    en: 'Voucher {series} {number} has no end (“}”). The rows that were there are counted: see whether the file is cut off.',
  },
  voucher_outside_years: {
    sv: '{vouchers} den {date} ligger utanför filens räkenskapsår. Beloppen är medräknade i sin månad.',
    en: '{vouchers} on {date} outside the fiscal years of the file. The amounts are counted in their month.',
  },
  voucher_unbalanced: {
    sv: 'Verifikation {series} {number} balanserar inte: debet minus kredit är {difference} kr. Raderna är medräknade som de står.',
    en: 'Voucher {series} {number} is not in balance: debit less credit is {difference} kr. Its rows are counted as they stand.',
  },
};

/** What is said of a SIE file that was refused. */
export const sieRefusalTexts: { readonly [code in SieRefusal]: Sentence } = {
  sie_not_sie: {
    sv: 'Det här är ingen SIE-fil: ingen rad börjar som SIE gör. Inget är läst. Ta ut en SIE-fil ur ekonomisystemet och försök igen.',
    en: 'This is no SIE file: no row begins as SIE does. Nothing was read. Export a SIE file from the accounting system and try again.',
  },
  sie_too_many_sums: {
    sv: 'Filen har fler än en miljon olika summor och namn, mer än som får plats. Inget är läst. Ta ut en fil med färre dimensioner eller för ett år i taget.',
    en: 'The file has more than a million different sums and names, more than fit. Nothing was read. Export a file with fewer dimensions or for a year at a time.',
  },
  sie_too_much_text: {
    sv: 'Filen har längre namn och koder än som får plats. Inget är läst. Ta ut den igen, eller utan objektens namn.',
    en: 'The file has longer names and codes than fit. Nothing was read. Export it again, or without the names of the objects.',
  },
  sie_xml_invalid: {
    sv: 'XML-filen är inte en hel SIE 5-fil. Inget är läst. Ta ut den igen, eller ta ut SIE 4.',
    en: 'The XML file is not a whole SIE 5 file. Nothing was read. Export it again, or export SIE 4.',
  },
};

const problems: { readonly [problem in SieRowProblem]: Sentence } = {
  account: { sv: 'kontot', en: 'the account' },
  amount: { sv: 'beloppet', en: 'the amount' },
  date: { sv: 'datumet', en: 'the date' },
  fields: { sv: 'innehållet', en: 'what it says' },
  label: { sv: 'etiketten', en: 'the label' },
  objects: { sv: 'objektlistan', en: 'the list of objects' },
  outside_voucher: {
    sv: 'vilken verifikation den hör till',
    en: 'which voucher it belongs to',
  },
  period: { sv: 'perioden', en: 'the period' },
  year: { sv: 'årsnumret', en: 'the number of the year' },
};

/** The sentence of a warning in a language, with its facts in place. */
export function sieSentence(finding: SieFinding, language: Language = 'sv'): string {
  const facts = { ...plainFacts(finding), ...wordedFacts(finding, language) };
  return sieTexts[finding.code][language].replaceAll(/\{([a-z ]+)\}/gu, (whole, name: string) => {
    const fact = facts[name];
    return fact ?? whole;
  });
}

type Facts = { readonly [name: string]: string };

/** The facts that are kronor, which are shown as people write them. */
const amountFacts = new Set([
  ...['amount', 'changes', 'closing', 'counted', 'difference', 'expected', 'opening'],
  ...['result', 'sum', 'total'],
]);

function plainFacts({ code: _code, ...facts }: SieFinding): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      if (name === 'year') return [name, `${value}`.replace('-', '\u2212')];
      return [name, amountFacts.has(name) ? shownKronor(`${value}`) : `${value}`];
    }),
  );
}

// Facts that need words around them.
function wordedFacts(finding: SieFinding, language: Language): Facts {
  const isSwedish = language === 'sv';
  if (finding.code === 'amount_outside_years') return outsideFacts(finding, isSwedish);
  if (finding.code === 'psaldo_unclear') {
    const expected = shownKronor(finding.expected);
    const swedish = `, och saldona säger ${expected} kr`;
    const english = `, and the balances say ${expected} kr`;
    return { expected: expected === '' ? '' : isSwedish ? swedish : english };
  }
  if (finding.code === 'row_unreadable') {
    const plain = isSwedish ? 'Raden' : 'The row';
    const named = isSwedish ? `Raden med ${finding.label}` : `The row with ${finding.label}`;
    const row = finding.label === '' ? plain : named;
    return { row, problem: problems[finding.problem][language] };
  }
  if (finding.code === 'voucher_outside_years') {
    const { vouchers } = finding;
    const isOne = vouchers === 1;
    const swedish = isOne ? 'En verifikation' : `${vouchers} verifikationer`;
    const english = isOne ? 'One voucher is' : `${vouchers} vouchers are`;
    return { vouchers: isSwedish ? swedish : english };
  }
  return {};
}

function outsideFacts(
  { year, period, counted }: Extract<SieFinding, { code: 'amount_outside_years' }>,
  isSwedish: boolean,
): Facts {
  const shownYear = `${year ?? ''}`.replace('-', '\u2212');
  const wholeYear = isSwedish ? `år ${shownYear}` : `year ${shownYear}`;
  const hasOwnYear = year !== null && period !== '';
  const [forYear, itsYear] = isSwedish
    ? [`för ${wholeYear} `, hasOwnYear ? 'det räkenskapsåret' : 'filens räkenskapsår']
    : [`for ${wholeYear} `, hasOwnYear ? 'that fiscal year' : 'the fiscal years of the file'];
  const whether = isSwedish
    ? `Beloppen är ${counted ? '' : 'inte '}medräknade.`
    : `The amounts are ${counted ? '' : 'not '}counted.`;
  return {
    'for year': hasOwnYear ? forYear : '',
    'its year': itsYear,
    period: period === '' ? wholeYear : period,
    'whether counted': whether,
  };
}

// `-1234.50` as −1 234,50: the form of every amount that Tkr shows.
function shownKronor(plain: string): string {
  const [, sign = '', whole = '', decimals = ''] = /^(-?)(\d+)\.(\d\d)$/u.exec(plain) ?? [];
  if (whole === '') return plain;
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, '\u00A0');
  return `${sign === '' ? '' : '\u2212'}${grouped},${decimals}`;
}
