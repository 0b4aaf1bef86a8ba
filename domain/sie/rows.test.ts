import { describe, expect, it } from 'vitest';
import { createDecoder } from './decode.ts';
import { createLedger } from './ledger.ts';
import { amountOf, objectsOf, openRow, refuseRow } from './rows.ts';

function open(line: string) {
  const context = { ledger: createLedger(), decoder: createDecoder() };
  const bytes = Uint8Array.from(Array.from(line, (letter) => letter.charCodeAt(0)));
  context.decoder.line(bytes, 0, bytes.length);
  const row = openRow(context, bytes, { start: 0, end: bytes.length, line: 3 });
  return { row, warnings: context.ledger.warnings };
}

describe('a row', () => {
  it('has its label, its texts and its objects', () => {
    const { row, warnings } = open('#TRANS 1930 {6 "P 1" 1 ""} 5 "Malm\u00f6"');
    expect([row.label, row.line, row.text(1), row.text(3), row.text(4)]).toEqual([
      '#TRANS',
      3,
      '1930',
      '5',
      'Malmö',
    ]);
    expect(row.objects(2)).toEqual([{ dimension: '6', code: 'P 1' }]);
    expect([row.text(2), row.text(9), row.objects(1), row.objects(9)]).toEqual([
      '',
      '',
      null,
      null,
    ]);
    expect(row.all()).toBe('#TRANS 1930 {6 "P 1" 1 ""} 5 "Malmö"');
    expect(warnings.count()).toBe(0);
  });

  it.each(['#X {1}', '#X {1 A 6}', '#X {1 A'])('has a bad list in %j', (line) => {
    expect(open(line).row.objects(1)).toBe('bad');
  });

  it('tells of a text without its mark, and once of bytes that are no letters', () => {
    const { row, warnings } = open('#X \u0001 \u0002 "slut');
    expect([row.text(1), row.text(2)]).toEqual(['\ufffd', '\ufffd']);
    expect(warnings.list()).toEqual([
      { line: 3, code: 'quote_unclosed', label: '#X' },
      { line: 3, code: 'bytes_unclear', value: '\ufffd' },
    ]);
  });

  it('makes objects of pairs', () => {
    expect(objectsOf(['6', 'P', '1', 'A', 'x'])).toEqual([
      { dimension: '1', code: 'A' },
      { dimension: '6', code: 'P' },
    ]);
  });
});

describe('what cannot be read', () => {
  const row = { label: '#IB', line: 4 };

  it('is told, with its beginning', () => {
    const ledger = createLedger();
    refuseRow(ledger, row, 'account', 'x'.repeat(100));
    expect(ledger.warnings.list()).toMatchObject([
      { line: 4, code: 'row_unreadable', label: '#IB', problem: 'account' },
    ]);
    expect(amountOf(ledger, row, '1930', 'tio')).toBeNull();
    expect(ledger.warnings.list()[1]).toMatchObject({ problem: 'amount', value: 'tio' });
  });

  it('of an amount is only what is less than an öre', () => {
    const ledger = createLedger();
    expect(amountOf(ledger, row, '1930', '10.50')).toBe(1050n);
    expect(ledger.warnings.count()).toBe(0);
    expect(amountOf(ledger, row, '1930', '10.505')).toBe(1051n);
    expect(ledger.warnings.list()).toEqual([
      {
        line: 4,
        code: 'amount_many_decimals',
        label: '#IB',
        account: '1930',
        value: '10.505',
        counted: '10.51',
      },
    ]);
  });
});
