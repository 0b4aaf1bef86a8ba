import { describe, expect, it } from 'vitest';
import { anchorFile, anchorFileName } from './anchor-file.ts';
import { byDay } from './log-time.ts';

const anchors = ['2026-11-22', '2026-11-20'].map((day) => ({
  day,
  seq: '48',
  hash: 'a'.repeat(64),
  text: `tkr-ankare 1 ${day} organisation 48 hash`,
}));

describe('the file of anchors', () => {
  it('has one a line, under whose they are', () => {
    expect(anchorFile('Kommunalförbundet\nItsam', anchors)).toBe(
      '# Ankare ur Tkr: Kommunalförbundet Itsam\n' +
        'tkr-ankare 1 2026-11-22 organisation 48 hash\n' +
        'tkr-ankare 1 2026-11-20 organisation 48 hash\n',
    );
  });

  it('is named by the organisation and its newest day', () => {
    expect(anchorFileName('itsam', anchors)).toBe('tkr-ankare-itsam-2026-11-22.txt');
    expect(anchorFileName('itsam', [])).toBe('tkr-ankare-itsam.txt');
  });
});

describe('rows by day', () => {
  it('change day at midnight in Sweden, in the order that they come', () => {
    const rows = ['2026-06-30T22:00:00Z', '2026-06-30T21:59:59Z', '2026-06-29T22:00:00Z'];
    const days = byDay(rows.map((at) => ({ at })));
    expect(days.map(({ day, rows: of }) => [day, of.length])).toEqual([
      ['2026-07-01', 1],
      ['2026-06-30', 2],
    ]);
  });
});
