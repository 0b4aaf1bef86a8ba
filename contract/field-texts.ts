import type { AmountProblem } from '#domain/tkr.ts';
import type { VolumeProblem } from '#domain/volume.ts';

/** What can be wrong with one field of a request. */
export type FieldCode =
  | AmountProblem
  | VolumeProblem
  | 'amount_negative'
  | 'amount_not_a_string'
  | 'day_invalid'
  | 'email_invalid'
  | 'field_invalid'
  | 'field_missing'
  | 'field_unknown'
  | 'figure_invalid'
  | 'id_invalid'
  | 'kommunkod_invalid'
  | 'link_incomplete'
  | 'months_not_whole'
  | 'months_out_of_range'
  | 'orgnr_invalid'
  | 'percent_invalid'
  | 'population_invalid'
  | 'rate_invalid'
  | 'sha256_invalid'
  | 'signed_percent_invalid'
  | 'text_empty'
  | 'text_forbidden_character'
  | 'text_missing'
  | 'text_too_long'
  | 'weight_invalid'
  | 'year_out_of_range';

/** A sentence in both languages. */
export type Sentence = { readonly sv: string; readonly en: string };

/** What is said about a field, and what to do. */
export const fieldTexts: { readonly [code in FieldCode]: Sentence } = {
  amount_empty: {
    sv: 'Beloppet är tomt. Skriv ett belopp i Tkr.',
    en: 'The amount is empty. Enter an amount in Tkr.',
  },
  amount_not_a_number: {
    sv: 'Det här är inte ett belopp. Skriv siffror med decimalkomma, till exempel 1 234,5.',
    en: 'This is not an amount. Use digits and a decimal comma, for example 1 234,5.',
  },
  amount_ambiguous: {
    sv: 'Punkten kan vara tusentalsavgränsare eller decimaltecken. Skriv 1 234 eller 1,234.',
    en: 'The point can be a thousands mark or a decimal sign. Write 1 234 or 1,234.',
  },
  amount_too_many_decimals: {
    sv: 'Beloppet har delar av ett öre. Skriv högst fem decimaler i Tkr.',
    en: 'The amount has parts of an öre. Use at most five decimals in Tkr.',
  },
  amount_too_large: {
    sv: 'Beloppet är större än 1 000 000 000 000 Tkr. Är enheten rätt?',
    en: 'The amount is larger than 1 000 000 000 000 Tkr. Is the unit right?',
  },
  amount_not_a_string: {
    sv: 'Belopp skickas som text, till exempel "1234.5", så att inget öre går förlorat.',
    en: 'Amounts are sent as text, such as "1234.5", so that no öre is lost.',
  },
  amount_negative: {
    sv: 'Beloppet kan inte vara mindre än noll. Skriv det utan minus.',
    en: 'The amount cannot be less than zero. Write it without a minus.',
  },
  volume_empty: {
    sv: 'Antalet är tomt. Skriv hur många som behövs.',
    en: 'The volume is empty. Write how many are needed.',
  },
  volume_not_a_number: {
    sv: 'Det här är inte ett antal. Skriv siffror med decimalkomma, till exempel 1 200 eller 0,5.',
    en: 'This is not a volume. Use digits and a decimal comma, for example 1 200 or 0,5.',
  },
  volume_ambiguous: {
    sv: 'Punkten kan vara tusentalsavgränsare eller decimaltecken. Skriv antalet som 1 234 eller 1,234.',
    en: 'The point can be a thousands mark or a decimal sign. Write the volume as 1 234 or 1,234.',
  },
  volume_negative: {
    sv: 'Antalet kan inte vara mindre än noll. Ta bort raden om inget behövs.',
    en: 'The volume cannot be less than zero. Remove the item if nothing is needed.',
  },
  volume_too_many_decimals: {
    sv: 'Antalet har fler än tre decimaler. Skriv högst tre.',
    en: 'The volume has more than three decimals. Write at most three.',
  },
  volume_too_large: {
    sv: 'Antalet är större än 1 000 000 000. Är det rätt?',
    en: 'The volume is larger than 1 000 000 000. Is it right?',
  },
  months_out_of_range: {
    sv: 'Antalet månader ska vara ett helt tal från 1 till 120.',
    en: 'The number of months must be a whole number from 1 to 120.',
  },
  percent_invalid: {
    sv: 'Procenten ska ligga mellan 0 och 100, med högst fyra decimaler.',
    en: 'The percentage must lie between 0 and 100, with at most four decimals.',
  },
  rate_invalid: {
    sv: 'Räntan ska ligga mellan −100 och 100 procent per år, med högst fyra decimaler. Skriv till exempel 3,25.',
    en: 'The rate must lie between −100 and 100 percent a year, with at most four decimals. Write for example 3,25.',
  },
  population_invalid: {
    sv: 'Antalet invånare ska vara ett helt tal, till exempel 5 512.',
    en: 'The number of inhabitants must be a whole number, for example 5 512.',
  },
  signed_percent_invalid: {
    sv: 'Procenten ska ligga mellan −1000 och 1000, med högst fyra decimaler. Skriv till exempel 3,25.',
    en: 'The percentage must lie between −1000 and 1000, with at most four decimals. Write for example 3,25.',
  },
  months_not_whole: {
    sv: 'Antalet månader ska vara ett helt tal, högst 1200.',
    en: 'The number of months must be a whole number, at most 1200.',
  },
  weight_invalid: {
    sv: 'En del i nyckeln är ett antal invånare eller procent med högst fyra decimaler. Skriv till exempel 28642 eller 57.8.',
    en: 'A part of the key is a number of inhabitants, or percent with at most four decimals. Write for example 28642 or 57.8.',
  },
  day_invalid: {
    sv: 'Dagen finns inte. Skriv den som ÅÅÅÅ-MM-DD, till exempel 2025-03-27.',
    en: 'There is no such day. Write it as YYYY-MM-DD, for example 2025-03-27.',
  },
  field_invalid: { sv: 'Värdet går inte att använda här.', en: 'The value cannot be used here.' },
  field_missing: { sv: 'Uppgiften saknas.', en: 'This is missing.' },
  field_unknown: {
    sv: 'Fältet är okänt här. Ta bort det, så att inget tappas i tysthet.',
    en: 'The field is unknown here. Remove it, so that nothing is dropped silently.',
  },
  figure_invalid: {
    sv: 'Det här pekar inte på någon siffra. Kopiera hela hänvisningen, till exempel budget:2025:total:total.',
    en: 'This does not point at a figure. Copy the whole reference, for example budget:2025:total:total.',
  },
  id_invalid: { sv: 'Identiteten är inte giltig.', en: 'The identifier is not valid.' },
  sha256_invalid: {
    sv: 'SHA-256 är 64 tecken, siffror och små bokstäver a till f. Klistra in hela värdet.',
    en: 'A SHA-256 is 64 characters, digits and small letters a to f. Paste all of it.',
  },
  text_empty: { sv: 'Texten är tom. Skriv något.', en: 'The text is empty. Write something.' },
  text_forbidden_character: {
    sv: 'Texten har styrtecken som inte går att spara. Skriv om den utan dem.',
    en: 'The text has control characters that cannot be stored. Write it without them.',
  },
  text_missing: { sv: 'Texten saknas.', en: 'The text is missing.' },
  text_too_long: { sv: 'Texten är för lång. Korta den.', en: 'The text is too long. Shorten it.' },
  year_out_of_range: {
    sv: 'Året ska ha fyra siffror och ligga mellan 2000 och 2100.',
    en: 'The year must have four digits and lie between 2000 and 2100.',
  },
  email_invalid: {
    sv: 'Det här är ingen e-postadress. Skriv till exempel anna.ek@kommunen.se.',
    en: 'This is no e-mail address. Write for example anna.ek@kommunen.se.',
  },
  kommunkod_invalid: {
    sv: 'En kommunkod är fyra siffror, till exempel 0512 för Ydre.',
    en: 'A municipality code is four digits, for example 0512 for Ydre.',
  },
  link_incomplete: {
    sv: 'Länken är inte hel. Kopiera den hela, från http till slutet.',
    en: 'The link is not whole. Copy all of it, from http to its end.',
  },
  orgnr_invalid: {
    sv: 'Organisationsnumret stämmer inte. Skriv tio siffror, till exempel 222000-3095; den sista är en kontrollsiffra.',
    en: 'The organisation number is not right. Write ten digits, for example 222000-3095; the last one is a check digit.',
  },
};

/** True for a code that has a sentence. */
export function isFieldCode(code: string): code is FieldCode {
  return Object.hasOwn(fieldTexts, code);
}
