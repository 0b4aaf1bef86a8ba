import type { Percent } from '../percent.ts';
import { compare, isNegative, multiply, type Ratio, subtract, type Tkr, zero } from '../tkr.ts';
import type { PaymentsAYear } from './loan-terms.ts';

/**
 * The equal payment that repays a balance with its interest in a number of payments, in Tkr.
 *
 * `balance · r / (1 − (1 + r)^−payments)` with `r` the year's rate over the payments a year, exact
 * until it is rounded once, to the öre; without interest, equal parts. At −100 % a period and below
 * the interest alone repays the balance, and the payment is zero. Source: DESIGN §5.
 */
export function annuityPayment(
  balance: Tkr,
  rate: Percent,
  paymentsAYear: PaymentsAYear,
  payments: number,
): Tkr {
  const count = BigInt(payments);
  if (rate === 0n) return multiply(balance, { numerator: 1n, denominator: count });
  const { numerator, denominator } = reduced(rate, 1_000_000n * BigInt(paymentsAYear));
  if (numerator + denominator <= 0n) return zero;
  // (1 + r)^n as an exact fraction, so that the payment is p/q · G / (G − Q).
  const grown = (numerator + denominator) ** count;
  const base = denominator ** count;
  return multiply(balance, {
    numerator: numerator * grown,
    denominator: denominator * (grown - base),
  });
}

/** The interest of one payment: the balance times the year's rate over the payments a year. */
export function periodInterest(balance: Tkr, rate: Percent, paymentsAYear: PaymentsAYear): Tkr {
  return multiply(balance, { numerator: rate, denominator: 1_000_000n * BigInt(paymentsAYear) });
}

/** What of a payment repays: what its interest leaves, never below zero or above the balance. */
export function repaidBy(payment: Tkr, interest: Tkr, balance: Tkr): Tkr {
  const left = subtract(payment, interest);
  if (isNegative(left)) return zero;
  return compare(left, balance) > 0 ? balance : left;
}

// Smaller numbers make smaller powers: 3,25 % over four payments is 13/1600.
function reduced(numerator: bigint, denominator: bigint): Ratio {
  let [divisor, rest] = [numerator < 0n ? -numerator : numerator, denominator];
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest];
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}
