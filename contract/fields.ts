import { z } from 'zod';
import { parseKommunkod, parseOrgnr } from '#domain/orgnr.ts';
import { parsePlain } from '#domain/tkr.ts';
import { finalYear, firstYear, isBudgetYear, isCalendarDay } from '#domain/year.ts';
import type { FieldCode } from './field-texts.ts';

// Messages are codes: the server turns them into sentences, in one place, in field-texts.ts.
const code = (name: FieldCode): FieldCode => name;

/** An identifier (UUID) that the server made. */
export const id = z.uuid(code('id_invalid'));

/** An amount in an answer: plain decimal form in Tkr, at most five decimals, never a JSON number. */
export const amount = z
  .string()
  .regex(/^-?\d{1,20}(\.\d{1,5})?$/u)
  .meta({ description: 'Belopp i Tkr, decimalform, högst fem decimaler.', examples: ['-22567.4'] });

/**
 * An amount that is asked to be stored. Refuses what is not plain decimal form, and `1.234`, which
 * can mean one or one thousand.
 */
export const amountInput = z
  .string(code('amount_not_a_string'))
  .max(60, code('amount_not_a_number'))
  .superRefine((text, context) => {
    const parsed = parsePlain(text);
    if (!parsed.ok) context.addIssue({ code: 'custom', message: parsed.refusal });
  })
  .meta({
    description:
      'Belopp i Tkr, decimalform, högst fem decimaler. `1.234` är tvetydigt och avvisas.',
    pattern: String.raw`^-?\d{1,13}(\.\d{1,5})?$`,
    examples: ['-22567.4'],
  });

/** An amount that is asked to be stored and that cannot be less than zero: a price, a limit. */
export const nonNegativeAmountInput = amountInput.refine(
  (text) => !text.startsWith('-') || /^-[0.]*$/u.test(text),
  code('amount_negative'),
);

/** A budget year, the calendar year. */
export const year = z
  .int(code('year_out_of_range'))
  .min(firstYear, code('year_out_of_range'))
  .max(finalYear, code('year_out_of_range'));

/** A budget year in an address. */
export const yearParameter = z
  .string()
  .regex(/^\d{4}$/u, code('year_out_of_range'))
  .transform((text) => parseInt(text, 10))
  .refine(isBudgetYear, code('year_out_of_range'));

/** A day, `YYYY-MM-DD`. */
export const day = z
  .string()
  .refine(isCalendarDay, code('day_invalid'))
  .meta({ format: 'date', examples: ['2025-03-27'] });

/** A moment, ISO 8601 in UTC. */
export const moment = z.iso.datetime();

/** The number of a row's version, from 1; 0 for a row that was never written. */
export const version = z.int().min(0);

/** A text of one line: trimmed, not empty, without control characters, at most `longest` characters. */
export function text(longest: number) {
  return z
    .string(code('text_missing'))
    .max(longest, code('text_too_long'))
    .refine(isPlainText, code('text_forbidden_character'))
    .transform((raw) => raw.trim().normalize('NFC'))
    .refine((trimmed) => trimmed !== '', code('text_empty'));
}

/** A text that may be emptied: an empty one is null. */
export function emptiableText(longest: number) {
  return z
    .string(code('text_missing'))
    .max(longest, code('text_too_long'))
    .refine(isPlainText, code('text_forbidden_character'))
    .transform((raw) => (raw.trim() === '' ? null : raw.trim().normalize('NFC')))
    .nullable();
}

/** A text that may be left out of a new row; an empty one counts as left out. */
export function optionalText(longest: number) {
  return emptiableText(longest).default(null);
}

/** A text of several lines that may be empty; line breaks are `\n`, and what ends it is trimmed. */
export function paragraphs(longest: number) {
  return z
    .string(code('text_missing'))
    .max(longest, code('text_too_long'))
    .transform((raw) => raw.replace(/\r\n?/gu, '\n'))
    .refine((raw) => isPlainText(raw.replaceAll('\n', '')), code('text_forbidden_character'))
    .transform((raw) => raw.trimEnd().normalize('NFC'));
}

/** The name of a file that is sent, as the person has it. */
export const fileName = z
  .string()
  .min(1)
  .max(200)
  .refine(isPlainText, code('text_forbidden_character'))
  .meta({ description: 'Filens namn, så som personen har den.' });

/** The SHA-256 of a file, 64 hexadecimal digits. */
export const sha256 = z
  .string(code('text_missing'))
  .regex(/^[\da-f]{64}$/u, code('sha256_invalid'))
  .meta({ description: 'Filens SHA-256 med små bokstäver.' });

/** An e-mail address, the name that a person logs in with; case does not matter. */
export const email = z
  .string(code('text_missing'))
  .max(254, code('text_too_long'))
  .refine(isPlainText, code('text_forbidden_character'))
  .transform((raw) => raw.trim().normalize('NFC').toLowerCase())
  .refine((trimmed) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(trimmed), code('email_invalid'));

/** A password as it was typed: never trimmed and never cut. The rules for new ones are the server's. */
export const passwordInput = z.string(code('text_missing')).max(2000, code('text_too_long'));

/** The secret part of a link: 256 random bits as base64url. */
export const linkSecret = z.string().regex(/^[\w-]{43}$/u, code('link_incomplete'));

/** A code from an authenticator app, or a recovery code. */
export const secondFactorCode = z.string(code('text_missing')).max(40, code('text_too_long'));

/** An organisationsnummer, given back as NNNNNN-NNNN. */
export const orgnr = z
  .string(code('text_missing'))
  .max(20, code('text_too_long'))
  .transform((raw, context) => {
    const parsed = parseOrgnr(raw);
    if (parsed.ok) return parsed.value;
    context.addIssue({ code: 'custom', message: code('orgnr_invalid') });
    return z.NEVER;
  });

/** The code of a kommun, four digits. */
export const kommunkod = z
  .string(code('text_missing'))
  .refine((raw) => parseKommunkod(raw).ok, code('kommunkod_invalid'));

// U+0000 cannot be stored, a lone surrogate is no character, and other controls only hide things.
function isPlainText(raw: string): boolean {
  return !/[\p{Cc}\p{Cs}]/u.test(raw);
}
