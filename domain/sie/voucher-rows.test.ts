import { describe, expect, it } from 'vitest';
import { tkr } from '../tkr.ts';
import { createSieReader } from './reader.ts';
import { collectVoucherRows } from './voucher-rows.ts';

const file = [
  '#SIETYP 4',
  '#VER A 1 20240131 "Hyra ""',
  '{',
  '#TRANS 5010 {6 P1 1 "A B"} 100.50 20240201 "Rad ett"',
  '#TRANS 5010 {6 P1 1 "A B"} 100.50 20240201',
  '#TRANS 5010 {"6" "P2"} 1',
  '#TRANS "1930" {} -202.00 "" "Rad \\"fyra\\""',
  '}',
  '#VER B "2 b" 20240301',
  '#TRANS 5010 {6 P1} 7',
  '#TRANS 1930 {} -7',
  '}',
].join('\r\n');

function find(matches: Parameters<typeof collectVoucherRows>[0], limit = 10) {
  const { watch, found } = collectVoucherRows(matches, limit);
  const reader = createSieReader({ watch });
  reader.push(Uint8Array.from(Array.from(file, (letter) => letter.charCodeAt(0))));
  reader.finish();
  return found();
}

describe('voucher rows', () => {
  it('are found by account, month and objects, with all that stands in them', () => {
    const { rows, count } = find(
      ({ account, year, month, objects }) =>
        account === '5010' &&
        [year, month].join('-') === '2024-2' &&
        objects.some(({ dimension, code }) => dimension === '6' && code === 'P1'),
    );
    expect(count).toBe(2);
    expect(rows.map(({ line, rowText }) => [line, rowText])).toEqual([
      [4, 'Rad ett'],
      [5, ''],
    ]);
    expect(rows[0]).toEqual({
      line: 4,
      series: 'A',
      number: '1',
      date: '2024-02-01',
      text: 'Hyra ',
      rowText: 'Rad ett',
      account: '5010',
      objects: [
        { dimension: '1', code: 'A B' },
        { dimension: '6', code: 'P1' },
      ],
      amount: tkr('0.10050'),
    });
  });

  it('have the day of their voucher where they have none', () => {
    const { rows } = find(({ account }) => account === '1930');
    expect(rows.map(({ date, number, rowText }) => [date, number, rowText])).toEqual([
      ['2024-01-31', '1', 'Rad "fyra"'],
      ['2024-03-01', '2 b', ''],
    ]);
  });

  it('are counted past the limit, and kept up to it', () => {
    const { rows, count } = find(() => true, 2);
    expect([rows.length, count]).toEqual([2, 6]);
  });

  it('are asked about once for each sum', () => {
    let asked = 0;
    find(() => {
      asked += 1;
      return true;
    });
    expect(asked).toBe(5);
  });
});
