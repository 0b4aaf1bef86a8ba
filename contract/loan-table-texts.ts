import type {
  LoanTableCode,
  LoanTableNote,
  LoanTableSkipped,
} from '#domain/forecast/loan-table-terms.ts';
import type { RateTable, RateTableCode } from '#domain/forecast/rate-table.ts';
import type { Sentence } from './field-texts.ts';
import { loanRefusalTexts } from './refusal-texts-loans.ts';
import { tableProblemTexts } from './table-texts.ts';

const {
  amount_ambiguous,
  amount_is_a_day,
  amount_is_an_error,
  amount_missing,
  amount_not_a_number,
  amount_too_large,
  amount_too_many_decimals,
} = tableProblemTexts;
const {
  loan_first_payment_outside,
  loan_matures_before_drawn,
  loan_needs_rate,
  loan_payments_do_not_meet_maturity,
  loan_principal_not_positive,
  loan_rate_periods_same_day,
} = loanRefusalTexts;

/** What is said about a cell or a row of a table of loans or reference rates, and what to do. */
export const loanTableTexts: { readonly [code in LoanTableCode | RateTableCode]: Sentence } = {
  amount_ambiguous,
  amount_is_a_day,
  amount_is_an_error,
  amount_missing,
  amount_not_a_number,
  amount_too_large,
  amount_too_many_decimals,
  loan_first_payment_outside,
  loan_matures_before_drawn,
  loan_needs_rate,
  loan_payments_do_not_meet_maturity,
  loan_principal_not_positive,
  loan_rate_periods_same_day,
  binding_before_rate: {
    sv: 'Räntebindningen slutar innan räntan börjar. Lånet är inte läst. Rätta dagarna.',
    en: 'The rate binding ends before the rate begins. The loan has not been read. Correct the days.',
  },
  binding_differs: {
    sv: 'Räntebindningen slutar inte när lånets nästa ränta börjar. Lånet är inte läst. Rätta dagarna så att de möts.',
    en: 'The rate binding does not end when the next rate of the loan begins. The loan has not been read. Correct the days so that they meet.',
  },
  cell_is_an_error: {
    sv: 'Cellen visar ett fel i Excel, eller sant eller falskt. Den är inte läst. Rätta den och ladda upp igen.',
    en: 'The cell shows an error in Excel, or true or false. It has not been read. Correct it and upload the file again.',
  },
  cell_missing: {
    sv: 'Cellen är tom, och uppgiften behövs. Raden är inte läst. Fyll i den och ladda upp igen.',
    en: 'The cell is empty, and what it should say is needed. The row has not been read. Fill it in and upload the file again.',
  },
  cell_value_missing: {
    sv: 'Formeln i cellen har inget sparat värde. Den är inte läst. Öppna filen i Excel, spara och ladda upp igen.',
    en: 'The formula in the cell has no saved value. It has not been read. Open the file in Excel, save it and upload it again.',
  },
  curve_missing: {
    sv: 'Raden har en marginal men ingen räntekurva. Lånet är inte läst. Skriv kurvans namn, eller räntan som den är.',
    en: 'The row has a margin but no rate curve. The loan has not been read. Write the name of the curve, or the rate as it is.',
  },
  curve_unknown: {
    sv: 'Det finns ingen räntekurva med det namnet. Lånet är inte läst. Lägg till kurvan först, eller rätta namnet.',
    en: 'There is no rate curve with that name. The loan has not been read. Add the curve first, or correct the name.',
  },
  day_not_understood: {
    sv: 'Dagen går inte att förstå, eller ligger inte mellan år 2000 och 2100. Den är inte läst. Skriv den som ÅÅÅÅ-MM-DD, till exempel 2025-03-27.',
    en: 'The day cannot be understood, or does not lie between the years 2000 and 2100. It has not been read. Write it as YYYY-MM-DD, for example 2025-03-27.',
  },
  form_not_understood: {
    sv: 'Amorteringsformen går inte att förstå. Lånet är inte läst. Skriv rak amortering, annuitet eller vid förfall.',
    en: 'The form of repayment cannot be understood. The loan has not been read. Write straight, annuity or at maturity.',
  },
  payments_not_understood: {
    sv: 'Antalet betalningar per år går inte att förstå. Lånet är inte läst. Skriv 1, 2, 4 eller 12.',
    en: 'The payments a year cannot be understood. The loan has not been read. Write 1, 2, 4 or 12.',
  },
  rate_and_curve: {
    sv: 'Raden har både en fast ränta och en räntekurva. Lånet är inte läst. Ta bort en av dem.',
    en: 'The row has both a fixed rate and a rate curve. The loan has not been read. Remove one of them.',
  },
  rate_day_twice: {
    sv: 'Samma dag står på en tidigare rad. Värdet är inte läst. Ta bort en av raderna.',
    en: 'The same day stands on an earlier row. The value has not been read. Remove one of the rows.',
  },
  rate_missing: {
    sv: 'Raden har ingen ränta. Lånet är inte läst. Skriv räntan i procent, eller en räntekurva och en marginal.',
    en: 'The row has no rate. The loan has not been read. Write the rate in percent, or a rate curve and a margin.',
  },
  rate_not_understood: {
    sv: 'Räntan går inte att förstå, eller har fler än fyra decimaler. Den är inte läst. Skriv den i procent, till exempel 3,25.',
    en: 'The rate cannot be understood, or has more than four decimals. It has not been read. Write it in percent, for example 3,25.',
  },
  rate_out_of_range: {
    sv: 'Räntan ligger inte mellan −100 och 100 procent. Den är inte läst. Kontrollera kolumnen och decimaltecknet.',
    en: 'The rate does not lie between −100 and 100 percent. It has not been read. Check the column and the decimal sign.',
  },
  terms_differ: {
    sv: 'Raderna för samma lån säger olika här. Lånet är inte läst. Rätta dem, eller låt uppgiften stå på en av raderna.',
    en: 'The rows of the same loan differ here. The loan has not been read. Correct them, or let only one of the rows say it.',
  },
  text_not_storable: {
    sv: 'Texten har radbrytningar eller andra styrtecken som inte går att spara. Den är inte läst. Skriv om den utan dem.',
    en: 'The text has line breaks or other control characters that cannot be stored. It has not been read. Write it without them.',
  },
  text_too_long: {
    sv: 'Texten är för lång. Den är inte läst. Kontrollera att den står i rätt kolumn, eller korta den.',
    en: 'The text is too long. It has not been read. Check that it stands in the right column, or shorten it.',
  },
};

/** What is said about a loan that a table does not say all about: what was assumed. */
export const loanNoteTexts: { readonly [code in LoanTableNote]: Sentence } = {
  binding_not_used: {
    sv: 'Räntan följer en räntekurva, så räntebindningens dag används inte.',
    en: 'The rate follows a rate curve, so the day of its binding is not used.',
  },
  rate_kept_after_binding: {
    sv: 'Filen säger inte vad räntan blir när bindningen är slut. Samma ränta räknas vidare från den dagen, tills en annan skrivs in.',
    en: 'The file does not say what the rate is when its binding ends. The same rate is kept from that day, until another one is entered.',
  },
  rate_very_low: {
    sv: 'En ränta är mindre än 0,1 procent. Kontrollera att den är skriven i procent och inte som andel.',
    en: 'A rate is less than 0.1 percent. Check that it is written in percent and not as a share.',
  },
};

type SkipReason = LoanTableSkipped['reason'] | RateTable['skipped'][number]['reason'];

/** Why a row is left out, although nothing is wrong with it. */
export const loanSkippedTexts: { readonly [reason in SkipReason]: Sentence } = {
  before_header: {
    sv: 'Raden står före rubrikerna.',
    en: 'The row stands before the headings.',
  },
  header: {
    sv: 'Raden är rubrikrad.',
    en: 'The row holds the headings.',
  },
  no_rate: {
    sv: 'Dagen har inget värde.',
    en: 'The day has no value.',
  },
  sum: {
    sv: 'Raden är en summa.',
    en: 'The row is a sum.',
  },
};
