import { accepted, type Result, refused } from './result.ts';

/** Why a text is not an organisationsnummer or a kommunkod. */
export type OrgnrProblem = 'orgnr_invalid';
export type KommunkodProblem = 'kommunkod_invalid';

const lowestKommunkod = '0114';
const highestKommunkod = '2584';

/**
 * Reads an organisationsnummer as people write it and gives it as `NNNNNN-NNNN`.
 *
 * Takes spaces anywhere, a hyphen before the last four digits, and the leading `16` that some
 * registers put before it. Refuses a wrong check digit, and a third digit below 2, which tells a
 * personnummer: that must not be stored as an organisation. Source: SKV 709, lag (1974:174) 1 §.
 */
export function parseOrgnr(text: string): Result<string, OrgnrProblem> {
  const form = /^(?:16)?(\d{2}[2-9]\d{3})-?(\d{4})$/u.exec(tidied(text));
  const [, group = '', serial = ''] = form ?? [];
  if (form === null || !hasCheckDigit(group + serial)) return refused('orgnr_invalid');
  return accepted(`${group}-${serial}`);
}

/**
 * Reads a kommunkod: four digits from 0114 (Upplands Väsby) to 2584 (Kiruna), zeros kept.
 *
 * Says that the form is right, not that the kommun exists. Source: SCB, läns- och kommunkoder.
 */
export function parseKommunkod(text: string): Result<string, KommunkodProblem> {
  const code = tidied(text);
  const isWithin = /^\d{4}$/u.test(code) && code >= lowestKommunkod && code <= highestKommunkod;
  return isWithin ? accepted(code) : refused('kommunkod_invalid');
}

// A pasted number brings hard and narrow spaces, and the dashes that word processors prefer.
function tidied(text: string): string {
  return text.replaceAll(/\s/gu, '').replaceAll(/[\u2010-\u2013\u2212]/gu, '-');
}

// Luhn: every second digit from the first is doubled, and the digits of all products are summed.
function hasCheckDigit(digits: string): boolean {
  const sum = Array.from(digits).reduce((total, digit, index) => {
    const product = parseInt(digit, 10) * (index % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
}
