import { describe, expect, it } from 'vitest';
import { tkr, zero } from '../tkr.ts';
import { type WriteForm, type WrittenFile, writeSie } from './write.ts';

const file: WrittenFile = {
  type: '4',
  program: 'Räknaren',
  fiscalYears: [{ index: 0, start: '2024-01-01', end: '2024-12-31' }],
  accounts: [{ number: '1930', name: 'Bank "ett"', type: 'T' }],
  dimensions: [
    { number: '6', name: 'Projekt', parent: null, objects: [{ code: 'P 1', name: 'Å-bro' }] },
    { number: '21', name: 'Etapp', parent: '6', objects: [] },
  ],
  balances: [{ kind: 'IB', yearIndex: 0, account: '1930', objects: [], amount: tkr('1.5') }],
  periods: [
    {
      label: 'PBUDGET',
      yearIndex: 0,
      year: 2024,
      month: 3,
      account: '1930',
      objects: [{ dimension: '6', code: 'P 1' }],
      amount: zero,
    },
  ],
  vouchers: [
    {
      series: 'A',
      number: '1',
      date: '2024-03-01',
      text: 'Hyra',
      rows: [
        { account: '1930', objects: [], amount: tkr('-0.001') },
        { account: '5010', objects: [], amount: tkr('0.001'), date: '2024-03-02', text: 'é' },
      ],
    },
  ],
};

function written(form?: WriteForm): Uint8Array {
  return Buffer.concat([...writeSie(file, form)]);
}

const expected = `#FLAGGA 0
#PROGRAM "Räknaren" "1.0"
#FORMAT PC8
#SIETYP 4
#RAR 0 20240101 20241231
#KONTO 1930 "Bank \\"ett\\""
#KTYP 1930 T
#DIM 6 Projekt
#OBJEKT 6 "P 1" "Å-bro"
#UNDERDIM 21 Etapp 6
#IB 0 1930 1500.00
#PBUDGET 0 202403 1930 {6 "P 1"} 0.00
#VER A 1 20240301 Hyra
{
#TRANS 1930 {} -1.00
#TRANS 5010 {} 1.00 20240302 "é"
}
`;

describe('a written file', () => {
  it('has its rows in the order of the format', () => {
    expect(new TextDecoder().decode(written({ encoding: 'utf8', lineEnd: '\n' }))).toBe(expected);
    const latin1 = new TextDecoder('latin1').decode(written({ encoding: 'latin1' }));
    expect(latin1).toBe(expected.replaceAll('\n', '\r\n'));
  });

  it('is in CP437 where nothing else is said, with ? for what that lacks', () => {
    const bytes = written({ lineEnd: '\n' });
    expect(bytes.includes(0x84) && bytes.includes(0x8f) && bytes.includes(0x82)).toBe(true);
    const euro = [...writeSie({ type: '1', companyName: '€', fiscalYears: [] })];
    expect(Buffer.concat(euro).toString('latin1')).toContain('#FNAMN "?"');
  });

  it('has its checksum last', () => {
    const rows = new TextDecoder('latin1').decode(written({ hasChecksum: true })).split('\r\n');
    expect(rows[1]).toBe('#KSUMMA');
    expect(rows.at(-2)).toMatch(/^#KSUMMA \d+$/u);
  });

  it('comes in pieces', () => {
    const accounts = Array.from({ length: 10_000 }, (_, at) => {
      return { number: `${at}`, name: 'Ett konto med ett namn', type: null };
    });
    expect([...writeSie({ type: '1', fiscalYears: [], accounts })].length).toBeGreaterThan(3);
  });
});
