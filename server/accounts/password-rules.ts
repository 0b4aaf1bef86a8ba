import { dictionary } from '@zxcvbn-ts/language-common';
import { kommunNames } from './kommun-names.ts';
import { normalisedPassword } from './password-hash.ts';
import { isMostlyRuns } from './password-runs.ts';

/** Why a new password is refused. */
export type PasswordRefusal = 'password_too_short' | 'password_too_long' | 'password_common';

/** What a guesser knows of the person: the address, and the names of the organisations. */
export type PasswordContext = { readonly email: string; readonly words: readonly string[] };

/** Shortest and longest password, in characters (code points) after NFKC. */
export const shortestPassword = 12;
export const longestPassword = 1000;

const fewestDifferentCharacters = 5;

// What people here put a year and an exclamation mark after.
const habits = `tkr kommun kommunen kommunalförbund kommunalförbundet lösenord lösenordet
  vår våren sommar sommaren höst hösten vinter vintern
  januari februari mars april maj juni juli augusti september oktober november december`;

// Spaces, punctuation and signs, but not pictures: an emoji is a choice of its own.
const mark = String.raw`[\p{P}\p{Z}\p{Sc}\p{Sm}\p{Sk}\s]`;
const marks = new RegExp(mark, 'gu');
const leading = new RegExp(`^(?:${mark}|\\p{N})+`, 'u');
const trailing = new RegExp(`(?:${mark}|\\p{N})+$`, 'u');

const common = new Set(dictionary['passwords-common']);
const local = new Set([...habits.split(/\s+/u), ...kommunNames.flatMap(kommunForms)].map(folded));

/**
 * Says why a new password cannot be used, or null where it can; it is never trimmed or cut.
 *
 * No mixture of characters is asked for. Refused as common are listed passwords, Swedish kommuner,
 * seasons and months and what is known of the person, also with digits, spaces and punctuation
 * around them, simple swaps such as 0 for o, or repeated; few different characters; and runs along
 * the keyboard. Source: OWASP ASVS 5.0 6.2, NIST SP 800-63B §5.1.1.2.
 */
export function refusalOfPassword(
  password: string,
  context: PasswordContext,
): PasswordRefusal | null {
  const normal = normalisedPassword(password);
  const { length } = Array.from(normal);
  if (length < shortestPassword) return 'password_too_short';
  if (length > longestPassword) return 'password_too_long';
  return isCommon(normal.toLowerCase(), context) ? 'password_common' : null;
}

function isCommon(lower: string, context: PasswordContext): boolean {
  if (new Set(Array.from(lower)).size < fewestDifferentCharacters) return true;
  const bare = squeezed(lower);
  // Where most are signs, the few letters and digits between them say little of the whole.
  if (bare.length * 2 >= lower.length && isMostlyRuns(bare)) return true;
  const known = contextForms(context);
  return [lower, once(bare)]
    .flatMap(cores)
    .flatMap((core) => [core, squeezed(unswapped(core))])
    .flatMap((form) => [form, once(form)])
    .flatMap((form) => [form, folded(form)])
    .some((form) => common.has(form) || local.has(form) || known.has(form));
}

// A sign at the edge can be a letter in disguise, as in $ommar, so up to two are also kept there.
function cores(text: string): string[] {
  const start = text.length - text.replace(leading, '').length;
  const end = text.replace(trailing, '').length;
  if (start >= end) return [text];
  const kept = [0, 1, 2];
  return [
    text,
    ...kept.flatMap((before) =>
      kept.map((after) => text.slice(Math.max(0, start - before), end + after)),
    ),
  ];
}

function squeezed(text: string): string {
  return text.replaceAll(marks, '');
}

const swaps: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '@': 'a',
  $: 's',
};

function unswapped(text: string): string {
  return text.replaceAll(/[01345@$]/gu, (sign) => swaps[sign] ?? sign);
}

/** The part that a text repeats, where it does nothing else: `hejhej` is as easy to guess as `hej`. */
function once(text: string): string {
  return text.replace(/^(.+?)\1+$/su, '$1');
}

// Many write å and ö as a and o in a password, so both sides of a comparison lose their dots.
function folded(text: string): string {
  return text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
}

function kommunForms(name: string): string[] {
  const plain = squeezed(name);
  const genitive = `${plain}s`;
  return [plain, genitive].flatMap((form) => [form, `${form}kommun`, `${form}stad`]);
}

// A name in two parts is guessed whole and by its parts; parts of one or two letters say nothing.
function contextForms({ email, words }: PasswordContext): Set<string> {
  const wholes = [email, email.replace(/@.*$/su, ''), ...words].map(normalisedPassword);
  const parts = wholes.flatMap((text) => text.split(/[^\p{L}\p{M}]+/u));
  const forms = [...wholes.flatMap(cores), ...parts.filter((part) => part.length > 2)];
  return new Set(forms.map((form) => squeezed(folded(form))).filter((form) => form !== ''));
}
