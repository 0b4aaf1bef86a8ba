import { Secret, TOTP } from 'otpauth';

// What every authenticator app can do; many ignore other values in the address. Source: RFC 6238 §4.1.
const form = { algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** A new secret for an authenticator: 160 random bits in base32. Source: RFC 4226 §4, R6. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The `otpauth://` address that an authenticator reads from a QR code; it holds the secret. */
export function totpAddress(
  secret: string,
  { account, issuer }: { readonly account: string; readonly issuer: string },
): string {
  const label = { issuer, label: account };
  return new TOTP({ ...form, ...label, secret: Secret.fromBase32(secret) }).toString();
}

/**
 * The time step that a code belongs to, counted in 30 seconds since 1970, or null where it belongs
 * to none within one step of now: a phone's clock may be that wrong.
 *
 * The caller refuses a step that is not later than the last one used, so that a code seen over a
 * shoulder opens nothing. Spaces in the code are taken. Throws on a secret that is not base32.
 * Source: RFC 6238 §5.2.
 */
export function matchingStep(secret: string, code: string, now: Date): number | null {
  const token = code.replaceAll(/\s/gu, '');
  if (!/^\d{6}$/u.test(token)) return null;
  const timestamp = now.getTime();
  const totp = { ...form, secret: Secret.fromBase32(secret) };
  const offset = TOTP.validate({ ...totp, token, timestamp, window: 1 });
  return offset === null ? null : TOTP.counter({ period: form.period, timestamp }) + offset;
}
