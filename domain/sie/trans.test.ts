import { describe, expect, it } from 'vitest';
import { scanTrans, type TransRow } from './trans.ts';

const empty: TransRow = { account: 0, objectsStart: 0, objectsEnd: 0, ore: 0, day: 0 };

function scan(fields: string) {
  const bytes = Uint8Array.from(Array.from(fields, (letter) => letter.charCodeAt(0)));
  const row = { ...empty };
  if (!scanTrans(bytes, 0, bytes.length, row)) return null;
  const { account, ore, day } = row;
  return [account, fields.slice(row.objectsStart, row.objectsEnd), ore, day];
}

describe('a plain #TRANS row', () => {
  it.each([
    [' 1930 {} 100', [1930, '', 10_000, 0]],
    ['\t1930\t{ }\t-100.5 \r', [1930, '', -10_050, 0]],
    [' 1930 {} 0.05 20240131 "Text" 1', [1930, '', 5, 20240131]],
    [' 1930 {} -0.00 ""', [1930, '', 0, 0]],
    [' 3010 {1 "A } B" 6 P} 1.00', [3010, '1 "A } B" 6 P', 100, 0]],
    [' 3010 { 6 P } 9999999999999.99', [3010, '6 P ', 999_999_999_999_999, 0]],
  ])('is read in place: %j', (fields, row) => {
    expect(scan(fields)).toEqual(row);
  });

  it.each([
    ' "1930" {} 1',
    ' 01930 {} 1',
    ' 1234567890 {} 1',
    ' 19A0 {} 1',
    ' 1930 1',
    ' 1930 {6 "P\\"1"} 1',
    ' 1930 {6 \u00d6} 1',
    ' 1930 {6 P 1',
    ' 1930 {6 "P} 1',
    ' 1930 {} "1"',
    ' 1930 {} +1',
    ' 1930 {} 1,5',
    ' 1930 {} 1.',
    ' 1930 {} 1.005',
    ' 1930 {} 1.0020240131',
    ' 1930 {} 12345678901234',
    ' 1930 {} x',
    ' 1930 {}',
    ' 1930 {} 1 20240230',
    ' 1930 {} 1 2024013',
    ' 1930 {} 1 202401311',
    ' 1930 {} 1 "20240131"',
    '',
  ])('is read in another way where it is not plain: %j', (fields) => {
    expect(scan(fields)).toBeNull();
  });
});
