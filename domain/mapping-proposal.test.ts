import { describe, expect, it } from 'vitest';
import { likeliestLine, type NamedAccount, proposeMapping } from './mapping-proposal.ts';

const lines = [
  { lineId: 'klienter', name: 'Klienter' },
  { lineId: 'mobil', name: 'Mobiltelefoner' },
  { lineId: 'nät', name: 'Nät och redundans' },
  { lineId: 'nät2', name: 'Trådlöst nät' },
];

describe('the likeliest line', () => {
  it.each([
    ['Klienter', 'klienter'],
    ['KLIENT 2024', 'klienter'],
    ['Inköp av klienter', 'klienter'],
    ['Mobiltelefon', 'mobil'],
    ['Nät & redundans, etapp 2', 'nät'],
    // One word of two lines: nothing is guessed.
    ['Nät', null],
    ['Telefoner', null],
    ['Leverantörsskulder', null],
    ['2024', null],
    ['', null],
  ])('of %j is %s', (name, lineId) => {
    expect(likeliestLine(name, lines)).toBe(lineId);
  });
});

describe('a proposed mapping', () => {
  const account = (number: string, name: string, type: NamedAccount['type']): NamedAccount => ({
    number,
    name,
    type,
  });
  const basis = { lines, accounts: [], objects: [], names: [] };

  it('sends projects, accounts and table rows to the line with their name', () => {
    const rules = proposeMapping({
      ...basis,
      accounts: [account('1241', 'Mobiltelefoner', 'T')],
      objects: [
        { dimension: '6', code: 'P1', name: 'Klienter' },
        { dimension: '6', code: 'P9', name: 'Annat' },
      ],
      names: ['Trådlöst nät'],
    });
    const told = rules.map(({ name, dimension, objectFrom, accountFrom, lineId, target }) => [
      name ?? objectFrom ?? accountFrom,
      dimension,
      lineId ?? target,
    ]);
    expect(told).toEqual([
      ['Trådlöst nät', null, 'nät2'],
      ['P1', '6', 'klienter'],
      ['1241', null, 'mobil'],
      ['1241', null, 'outside'],
    ]);
  });

  it('sends the rest by the file’s own types, one range a run, and never by number', () => {
    const rules = proposeMapping({
      ...basis,
      accounts: [
        account('3010', 'Avgifter', 'I'),
        account('1240', 'Inventarier', 'T'),
        account('2440', 'Skulder', 'S'),
        account('4010', 'Inköp', 'K'),
        account('5010', 'Okänt', null),
        account('6110', 'Kontor', 'K'),
      ],
    });
    expect(
      rules.map(({ accountFrom, accountTo, target }) => [accountFrom, accountTo, target]),
    ).toEqual([
      ['1240', '2440', 'outside'],
      ['3010', '4010', 'drift'],
      ['6110', '6110', 'drift'],
    ]);
  });

  it('of nothing has no rules', () => {
    expect(proposeMapping(basis)).toEqual([]);
  });
});
