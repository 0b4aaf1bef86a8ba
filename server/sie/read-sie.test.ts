import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { toKronor } from '#domain/sie/amount.ts';
import { readSie, readVoucherRows } from './read-sie.ts';

const fixtures = path.join(import.meta.dirname, '../../fixtures/sie');
const sample = path.join(import.meta.dirname, '../../../shared/cases/sie/sie5_Sample.sie');

const fixture = (name: string, highWaterMark = 64) =>
  createReadStream(path.join(fixtures, name), { highWaterMark });

async function* chunksOf(...chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield await Promise.resolve(chunk);
}

describe('a file', () => {
  it.each([
    ['typ4e-cp437.se', '4E'],
    ['typ4i.si', '4I'],
    ['sie5.sie', '5'],
  ])('is read as what it is: %s', async (name, type) => {
    const { refusal, type: found } = await readSie(fixture(name));
    expect([refusal, found]).toEqual([null, type]);
  });

  it('of XML may be in other encodings', async () => {
    const xml =
      '<Sie xmlns="http://www.sie.se/sie5"><FileInfo><Company name="Ås"/></FileInfo></Sie>';
    const latin1 = Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>\n${xml}`, 'latin1');
    const utf16 = Buffer.from(`\ufeff${xml}`, 'utf16le');
    const marked = Buffer.from(`\ufeff  ${xml}`);
    for (const bytes of [latin1, utf16, marked]) {
      expect(await readSie(chunksOf(bytes))).toMatchObject({ refusal: null, companyName: 'Ås' });
    }
    expect((await readSie(chunksOf(latin1))).encoding).toBe('latin1');
  });

  it('of XML has letters that its encoding lacks told', async () => {
    const bytes = Buffer.from(
      '<Sie xmlns="http://www.sie.se/sie5"><a b="\u00c5"/></Sie>',
      'latin1',
    );
    const { warnings } = await readSie(chunksOf(bytes));
    expect(warnings).toEqual([{ line: 1, code: 'bytes_unclear', value: '\ufffd' }]);
  });

  it.each([
    ['nothing', 'sie_not_sie', []],
    ['empty chunks', 'sie_not_sie', [Buffer.alloc(0), Buffer.alloc(0)]],
    ['a picture', 'sie_not_sie', [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])]],
    ['a page', 'sie_xml_invalid', [Buffer.from('<!DOCTYPE html><html></html>')]],
  ])('that is %s is refused', async (_, refusal, chunks) => {
    expect((await readSie(chunksOf(...chunks))).refusal).toBe(refusal);
  });

  it('that is refused is not read further', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        given += 1;
        yield await Promise.resolve(Buffer.from(given === 1 ? '<html>' : ' '));
      }
    }
    expect((await readSie(endless())).refusal).toBe('sie_xml_invalid');
    expect(given).toBe(1);
  });

  it('that stops being readable says so to whoever reads it', async () => {
    await expect(readSie(fixture('finns-inte.se'))).rejects.toThrow('ENOENT');
  });
});

describe('the voucher rows behind a figure', () => {
  it.each(['typ4e-cp437.se', 'typ4e-utf8.se', 'sie5.sie'])('are found in %s', async (name) => {
    const { rows, count } = await readVoucherRows(
      fixture(name),
      ({ account, year, month }) => account === '3010' && year === 2024 && month === 1,
      1,
    );
    expect(count).toBe(2);
    expect(rows.map(({ amount }) => toKronor(amount))).toEqual(['-300.00']);
    expect(rows[0]).toMatchObject({
      series: 'A',
      number: '1',
      date: '2024-01-15',
      text: 'Avgifter från medlemmar',
      rowText: 'Öst',
      objects: [
        { dimension: '1', code: 'Öst' },
        { dimension: '6', code: 'P1' },
      ],
    });
  });
});

describe('the sample of the format', () => {
  it('agrees with itself, where it is at hand', async () => {
    if (!existsSync(sample)) return;
    const { refusal, type, vouchers, warnings } = await readSie(createReadStream(sample));
    expect({ refusal, type, vouchers, warnings }).toEqual({
      refusal: null,
      type: '5',
      vouchers: 91,
      warnings: [],
    });
  });
});
