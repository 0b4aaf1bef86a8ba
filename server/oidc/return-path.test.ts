import { describe, expect, it } from 'vitest';
import { returnPathOf } from './return-path.ts';

describe('where a login leads to', () => {
  it.each([
    ['/', '/'],
    ['/ydre/borgensutrymme', '/ydre/borgensutrymme'],
    ['/ydre/borgensutrymme?kolumner=1,2#rad', '/ydre/borgensutrymme?kolumner=1,2#rad'],
    ['/ydre?till=https://evil.se', '/ydre?till=https://evil.se'],
    ['/ydre/../kinda', '/kinda'],
    ['/förbund', '/f%C3%B6rbund'],
    ['/apiary', '/apiary'],
  ])('is a page of our own: %s', (asked, path) => {
    expect(returnPathOf(asked)).toBe(path);
  });

  it.each([
    [''],
    ['ydre'],
    ['?x'],
    ['//evil.se'],
    ['///evil.se'],
    ['////evil.se'],
    ['https://evil.se'],
    ['https:evil.se'],
    ['https:/evil.se'],
    ['https:\\\\evil.se'],
    ['javascript:alert(1)'],
    ['JaVaScRiPt:alert(1)'],
    ['data:text/html,x'],
    ['\\evil.se'],
    ['\\\\evil.se'],
    ['/\\evil.se'],
    ['/\\/evil.se'],
    ['\\/evil.se'],
    ['/\t/evil.se'],
    ['/\n/evil.se'],
    ['/\r/evil.se'],
    ['\t//evil.se'],
    [' //evil.se'],
    ['\u0000//evil.se'],
    ['/\u0000'],
    ['/\u0085/evil.se'],
    ['/\ud800'],
    ['/.//evil.se'],
    ['/..//evil.se'],
    ['/ydre/..//evil.se'],
    ['/ydre/%2e%2e//evil.se'],
    ['/%2e//evil.se'],
    ['/%2f%2fevil.se'],
    ['/%2F/evil.se'],
    ['/%5cevil.se'],
    ['/ydre//evil.se'],
    ['//evil.se@tkr.invalid'],
    ['//tkr.invalid@evil.se'],
    ['//tkr.invalid'],
    ['https://tkr.invalid/ydre'],
    ['/%E0%A4%A'],
    ['/ydre%0d%0aset-cookie:x'],
    ['/%61pi/oidc/ydre/start'],
    ['/api'],
    ['/api/session'],
    ['/api/oidc/ydre/start'],
    ['/x/../api/oidc/ydre/start'],
    [`/${'a'.repeat(2000)}`],
    [['/ydre', '//evil.se']],
    [{ toString: () => '/ydre' }],
    [undefined],
    [null],
    [1],
  ])('is otherwise the start page: %j', (asked) => {
    expect(returnPathOf(asked)).toBe('/');
  });
});
