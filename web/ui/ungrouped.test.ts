import { expect, test } from 'vitest';
import { ungrouped } from './ungrouped.ts';

test.each([
  ['58\u00a0662', '58662'],
  ['\u22121\u00a0234\u00a0567,25', '\u22121234567,25'],
  ['662', '662'],
  ['\u221210', '\u221210'],
  ['58 662', '58 662'],
  ['1\u00a02', '1\u00a02'],
  ['1\u00a0234\u00a0st', '1\u00a0234\u00a0st'],
  ['', ''],
])('%s is typed in as %s', (shown, typed) => {
  expect(ungrouped(shown)).toBe(typed);
});
