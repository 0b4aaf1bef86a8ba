import { describe, expect, it } from 'vitest';
import { loginPath, safeReturnPath } from './return-path.ts';

describe('the path to go back to after a login', () => {
  it.each([
    '/itsam/oversikt',
    '/itsam/borgensutrymme?scenario=a,b&tryckt=ja',
    '/konto#tvasteg',
    '/',
  ])('is %s as it stands', (path) => {
    expect(safeReturnPath(path)).toBe(path);
  });

  it.each([
    null,
    '',
    'itsam/oversikt',
    'https://ond.example/',
    '//ond.example/',
    '/\\ond.example/',
    '\\\\ond.example/',
    '/\t/ond.example/',
    '/\n/ond.example',
    ' //ond.example',
    'javascript:alert(1)',
    '/api/session',
    '/api/oidc/itsam/start',
    '/a/../api/session',
    '/logga-in',
    '/logga-in?till=/itsam',
    '/a/..//ond.example',
    '/./\\ond.example',
  ])('is the start where the address says %j', (path) => {
    expect(safeReturnPath(path)).toBe('/');
  });

  it('stands in the address of the login, and not at all where it is the start', () => {
    expect(loginPath('/itsam/oversikt?rader=alla')).toBe(
      '/logga-in?till=%2Fitsam%2Foversikt%3Frader%3Dalla',
    );
    expect(loginPath('/')).toBe('/logga-in');
    expect(loginPath('//ond.example')).toBe('/logga-in');
  });
});
