import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchingStep, newTotpSecret, totpAddress } from './totp.ts';

// RFC 6238, Appendix B: the secret is the ASCII text 12345678901234567890, here in base32. The table
// gives eight digits; six digits are the last six of them, since both are remainders of one number.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const vectors: readonly (readonly [number, string, number])[] = [
  [59, '94287082', 0x1],
  [1_111_111_109, '07081804', 0x23523ec],
  [1_111_111_111, '14050471', 0x23523ed],
  [1_234_567_890, '89005924', 0x273ef07],
  [2_000_000_000, '69279037', 0x3f940aa],
  [20_000_000_000, '65353130', 0x27bc86aa],
];

function at(seconds: number): Date {
  return new Date(seconds * 1000);
}

describe('the code of an authenticator', () => {
  it.each(vectors)('at %i s is the end of %s, and belongs to step %i', (seconds, digits, step) => {
    expect(matchingStep(secret, digits.slice(2), at(seconds))).toBe(step);
  });

  it.each(vectors)(
    'at %i s is taken a step early and a step late, and not two',
    (_, digits, step) => {
      const code = digits.slice(2);
      const from = step * 30;
      expect(matchingStep(secret, code, at(from - 30))).toBe(step);
      expect(matchingStep(secret, code, at(from + 59.999))).toBe(step);
      expect(matchingStep(secret, code, at(from - 30.001))).toBeNull();
      expect(matchingStep(secret, code, at(from + 60))).toBeNull();
    },
  );

  it.each(['287 082', ' 287082 ', '28 70 82', '287\u00a0082'])(
    '%j is taken with its spaces',
    (code) => {
      expect(matchingStep(secret, code, at(59))).toBe(1);
    },
  );

  it.each([
    '',
    '287083',
    '94287082',
    '28708',
    '2870820',
    '287-082',
    '287082a',
    '２87082',
    '٢٨٧٠٨٢',
    'åäöåäö',
  ])('%j is none', (code) => {
    expect(matchingStep(secret, code, at(59))).toBeNull();
  });

  it('needs the secret', () => {
    expect(matchingStep('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJR', '287082', at(59))).toBeNull();
    expect(() => matchingStep('not base32 1', '287082', at(59))).toThrow(TypeError);
  });

  it('never belongs to a step that is further away than one', () => {
    const anyCode = fc.stringMatching(/^\d{6}$/u);
    fc.assert(
      fc.property(anyCode, fc.integer({ min: 60, max: 4_000_000_000 }), (code, seconds) => {
        const step = matchingStep(secret, code, at(seconds));
        if (step !== null) expect(Math.abs(step - Math.floor(seconds / 30))).toBeLessThan(2);
      }),
    );
  });
});

describe('the secret of an authenticator', () => {
  it('is 160 random bits in base32', () => {
    const secrets = Array.from({ length: 200 }, newTotpSecret);
    expect(new Set(secrets).size).toBe(200);
    for (const one of secrets) expect(one).toMatch(/^[A-Z2-7]{32}$/u);
  });

  it('is carried by an address that says everything', () => {
    expect(totpAddress(secret, { account: 'anna@example.se', issuer: 'Tkr' })).toBe(
      `otpauth://totp/Tkr:anna%40example.se?issuer=Tkr&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    );
  });

  it('is safe in an address whatever the names are', () => {
    const names = { account: 'a&secret=AAAA:b', issuer: 'Åmåls ”kommun” ?#/' };
    const address = new URL(totpAddress(secret, names));
    expect(address.searchParams.get('secret')).toBe(secret);
    expect(address.searchParams.get('issuer')).toBe(names.issuer);
    expect(decodeURIComponent(address.pathname).endsWith(`${names.issuer}:${names.account}`)).toBe(
      true,
    );
  });
});
