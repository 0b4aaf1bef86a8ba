import { describe, expect, it } from 'vitest';
import { readClaims } from './claims.ts';
import { providerAt } from './testing/real-provider.ts';

const provider = providerAt('https://idp.kommunen.se', 'ydre', {});
const read = (claims: object, changes = {}) =>
  readClaims({ ...provider, ...changes }, { sub: 'anna', ...claims });

describe('the role in the claims', () => {
  it.each([
    ['one text', 'Tkr.Ekonom', 'ekonom'],
    ['a list', ['Tkr.Revisor'], 'revisor'],
    ['a list with values of others', ['Annat', 'Tkr.Direktion', 7, null], 'direktion'],
    ['several roles', ['Tkr.Revisor', 'Tkr.Ekonom', 'Tkr.Administrator'], 'administrator'],
    ['several roles in another order', ['Tkr.Direktion', 'Tkr.Ekonom', 'Tkr.Revisor'], 'ekonom'],
    ['a role and the lowest', ['Tkr.Revisor', 'Tkr.Direktion'], 'direktion'],
  ])('is found in %s', (_, roles, role) => {
    expect(read({ roles })?.role).toBe(role);
  });

  it.each([
    ['nothing', undefined],
    ['an empty text', ''],
    ['an empty list', []],
    ['another value', 'Ekonom'],
    ['another case', 'tkr.ekonom'],
    ['a value and a space', 'Tkr.Ekonom '],
    ['several in one text', 'Tkr.Ekonom,Tkr.Administrator'],
    ['a list in a list', [['Tkr.Ekonom']]],
    ['an object', { 'Tkr.Ekonom': true }],
    ['true', true],
    ['what every object has', ['constructor', '__proto__', 'toString']],
  ])('is none in %s', (_, roles) => {
    expect(read({ roles })?.role).toBeNull();
  });

  it('is read from the claim of the configuration, and never from what every object has', () => {
    const claims = { grupp: 'Tkr.Ekonom', roles: 'Tkr.Administrator' };
    expect(read(claims, { roleClaim: 'grupp' })?.role).toBe('ekonom');
    expect(read({}, { roleClaim: 'constructor' })?.role).toBeNull();
  });
});

describe('the subject', () => {
  it.each([[''], ['a'.repeat(256)], ['anna\u0000'], ['åsa'], [7], [null]])(
    'is refused: %j',
    (sub) => {
      expect(readClaims(provider, { sub, roles: 'Tkr.Ekonom' })).toBeNull();
    },
  );
});

describe('how strong the login was', () => {
  const amr = { requiredAmr: ['mfa', 'hwk'] };
  const acr = { requiredAcr: ['loa3', 'loa4'] };
  it.each([
    ['nothing asked for', {}, {}, true],
    ['no amr', amr, {}, false],
    ['another amr', amr, { amr: ['pwd'] }, false],
    ['one amr of several', amr, { amr: ['pwd', 'hwk'] }, true],
    ['amr as one text', amr, { amr: 'mfa' }, true],
    ['amr as a text with it inside', amr, { amr: 'pwd mfa' }, false],
    ['no acr', acr, {}, false],
    ['another acr', acr, { acr: 'loa2' }, false],
    ['one acr of several', acr, { acr: 'loa4' }, true],
    ['acr right and amr wrong', { ...amr, ...acr }, { acr: 'loa4', amr: ['pwd'] }, false],
    ['trust is no amr', { ...amr, trustsProvider: true }, {}, false],
  ])('with %s', (_, changes, claims, isStrong) => {
    expect(read(claims, changes)?.isStrong).toBe(isStrong);
  });

  it('is two factors by the word of the provider or of the configuration', () => {
    expect(read({ amr: ['pwd'] })?.hasSecondFactor).toBe(false);
    expect(read({ amr: ['pwd', 'mfa'] })?.hasSecondFactor).toBe(true);
    expect(read({}, { trustsProvider: true })?.hasSecondFactor).toBe(true);
    expect(read({ acr: 'loa3' }, { requiredAcr: ['loa3'] })?.hasSecondFactor).toBe(false);
  });
});

describe('name and address', () => {
  it.each([
    [{ name: ' Anna Ek ' }, 'Anna Ek'],
    [{ name: '', preferred_username: 'anna.ek' }, 'anna.ek'],
    [{ name: 'Anna\u0000', preferred_username: 'anna.ek' }, 'anna.ek'],
    [{ name: { first: 'Anna' }, email: 'anna@ydre.se' }, 'anna@ydre.se'],
    [{ name: 'a'.repeat(300) }, 'a'.repeat(100)],
    [{}, 'Namn saknas'],
  ])('has a name: %j', (claims, name) => {
    expect(read(claims)?.name).toBe(name);
  });

  it.each([
    [{ email: ' Anna.Ek@Ydre.se ' }, 'anna.ek@ydre.se'],
    [{ email: 'anna.ek@ydre.se', email_verified: true }, 'anna.ek@ydre.se'],
    [{ email: 'anna.ek@ydre.se', email_verified: false }, null],
    [{ email: 'anna' }, null],
    [{ email: ['anna.ek@ydre.se'] }, null],
    [{}, null],
  ])('has an address: %j', (claims, email) => {
    expect(read(claims)?.email).toBe(email);
  });
});
