import type { Sentence } from './field-texts.ts';

/** What is said when a loan, a reference rate or a file with them is refused. */
export const loanRefusalTexts = {
  loan_file_too_long: {
    sv: 'Filen har fler än 5 000 rader med lån. Inget är sparat. Dela den, till exempel per långivare.',
    en: 'The file has more than 5,000 rows of loans. Nothing was saved. Split it, for example by lender.',
  },
  loan_first_payment_outside: {
    sv: 'Den första betalningen ska ligga efter lyftdagen och senast på förfallodagen. Inget är sparat. Rätta dagarna.',
    en: 'The first payment must come after the day of drawing and at the latest at maturity. Nothing was saved. Correct the days.',
  },
  loan_matures_before_drawn: {
    sv: 'Lånet förfaller innan det är lyft, eller samma dag. Inget är sparat. Rätta dagarna.',
    en: 'The loan matures before it is drawn, or the same day. Nothing was saved. Correct the days.',
  },
  loan_needs_rate: {
    sv: 'Lånet saknar ränta från lyftdagen. Inget är sparat. Skriv in en ränta som gäller från lyftdagen eller tidigare.',
    en: 'The loan has no rate from the day it is drawn. Nothing was saved. Enter a rate that holds from that day or before.',
  },
  loan_not_found: {
    sv: 'Lånet finns inte här. Inget är ändrat. Ladda om sidan.',
    en: 'There is no such loan here. Nothing was changed. Reload the page.',
  },
  loan_payments_do_not_meet_maturity: {
    sv: 'Med den första betalningen och så många betalningar per år blir det ingen betalning i förfallomånaden. Inget är sparat. Rätta första betalning, förfall eller antal betalningar per år.',
    en: 'With that first payment and so many payments a year there is no payment in the month of maturity. Nothing was saved. Correct the first payment, the maturity or the payments a year.',
  },
  loan_principal_not_positive: {
    sv: 'Lånets belopp ska vara större än noll. Inget är sparat. Skriv beloppet utan minus.',
    en: 'The principal must be more than zero. Nothing was saved. Write it without a minus.',
  },
  loan_rate_periods_same_day: {
    sv: 'Två ränteperioder börjar samma dag. Inget är sparat. Ta bort en av dem eller ändra dess dag.',
    en: 'Two rate periods begin the same day. Nothing was saved. Remove one of them or change its day.',
  },
  loan_reference_taken: {
    sv: 'Långivaren har redan ett lån med den referensen. Inget är sparat. Ändra det lånet, eller skriv en annan referens.',
    en: 'The lender has a loan with that reference already. Nothing was saved. Change that loan, or write another reference.',
  },
  loan_schedule_too_long: {
    sv: 'Betalplanen för alla lånen har fler än 100 000 betalningar. Inget är ändrat. Hämta ett lån i taget.',
    en: 'The payment plan of all the loans has more than 100,000 payments. Nothing was changed. Take out one loan at a time.',
  },
  rate_curve_name_taken: {
    sv: 'Det finns redan en räntekurva med det namnet. Inget är sparat. Välj ett annat namn, eller skriv in värden på den som finns.',
    en: 'There is a rate curve with that name already. Nothing was saved. Choose another name, or enter values on the one that is there.',
  },
  rate_curve_not_found: {
    sv: 'Räntekurvan finns inte här. Inget är ändrat. Ladda om sidan.',
    en: 'There is no such rate curve here. Nothing was changed. Reload the page.',
  },
  rate_curve_too_long: {
    sv: 'En räntekurva kan ha högst 20 000 värden. Inget är sparat. Ta med färre dagar, till exempel en per månad.',
    en: 'A rate curve can have at most 20,000 values. Nothing was saved. Take fewer days, for example one a month.',
  },
  rate_curve_used: {
    sv: 'Ett lån räknar med räntekurvan, så den kan inte tas bort. Inget är ändrat. Ge lånet en annan ränta först.',
    en: 'A loan uses the rate curve, so it cannot be removed. Nothing was changed. Give the loan another rate first.',
  },
  table_file_differs: {
    sv: 'Filen är inte den som lästes: innehållet har ändrats sedan förhandsvisningen. Inget är sparat. Läs in filen på nytt och kontrollera den igen.',
    en: 'The file is not the one that was read: its content has changed since the preview. Nothing was saved. Read the file anew and check it again.',
  },
  table_has_problems: {
    sv: 'Filen har rader som inte går att läsa. Inget är sparat, inte heller de andra raderna. Rätta det som nämns och läs in filen på nytt.',
    en: 'The file has rows that cannot be read. Nothing was saved, not the other rows either. Correct what is named and read the file anew.',
  },
  table_nothing_to_import: {
    sv: 'Det finns inget att ta in i filen. Inget är sparat. Kontrollera att rätt fil och rätt blad är valda.',
    en: 'There is nothing to import in the file. Nothing was saved. Check that the right file and the right sheet are chosen.',
  },
  table_preview_differs: {
    sv: 'Det som skulle sparas är inte längre det som visades: något har ändrats sedan dess. Inget är sparat. Läs in filen på nytt och kontrollera den igen.',
    en: 'What would be saved is no longer what was shown: something has changed since then. Nothing was saved. Read the file anew and check it again.',
  },
  table_unreadable: {
    sv: 'Filen går inte att läsa som tabell. Inget är sparat. Spara den som .xlsx eller .csv och försök igen.',
    en: 'The file cannot be read as a table. Nothing was saved. Save it as .xlsx or .csv and try again.',
  },
} as const satisfies { readonly [code: string]: Sentence };
