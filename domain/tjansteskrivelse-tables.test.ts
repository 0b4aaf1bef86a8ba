import { describe, expect, it } from 'vitest';
import {
  behovTable,
  investeringsbudgetTable,
  type NeedOfLine,
  type PrognosOfYear,
  prognosTable,
} from './tjansteskrivelse-tables.ts';
import { sum, tkr } from './tkr.ts';
import { volume } from './volume.ts';

/** A figure as it is printed: U+00A0 between thousands. */
function printed(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

// § 14: 450 × 9 + 200 × 6 + 1 200 × 5,25 = 4 050 + 1 200 + 6 300 = 11 550; 750 × 4,2 = 3 150.
const klienter: NeedOfLine = {
  lineName: 'Klienter',
  year: 2025,
  need: tkr('11550'),
  before: tkr('8182'),
  after: tkr('11582'),
  items: [
    {
      name: 'PC',
      unit: 'st',
      volume: volume('450'),
      price: tkr('9'),
      value: tkr('4050'),
    },
    {
      name: 'Surfplattor',
      unit: 'st',
      volume: volume('200'),
      price: tkr('6'),
      value: tkr('1200'),
    },
    {
      name: 'Elevdatorer',
      unit: 'st',
      volume: volume('1200'),
      price: tkr('5.25'),
      value: tkr('6300'),
    },
  ],
};
const mobiltelefoner: NeedOfLine = {
  lineName: 'Mobiltelefoner',
  year: 2025,
  need: tkr('3150'),
  before: tkr('1539'),
  after: tkr('3149'),
  items: [
    {
      name: 'Mobiltelefoner',
      unit: 'st',
      volume: volume('750'),
      price: tkr('4.2'),
      value: tkr('3150'),
    },
  ],
};

describe('the need', () => {
  it('shows articles, need, budget and gap of § 14 line by line', () => {
    const table = behovTable([klienter, mobiltelefoner]);
    expect(table.caption).toBe('Behov och investeringsbudget 2025, Tkr');
    expect(table.notes).toEqual([]);
    expect(table.rows.map(({ kind, cells }) => [kind, ...cells])).toEqual(
      [
        ['group', 'Klienter'],
        ['row', 'PC', '450 st', '9', '4 050'],
        ['row', 'Surfplattor', '200 st', '6', '1 200'],
        ['row', 'Elevdatorer', '1 200 st', '5,25', '6 300'],
        ['sum', 'Behov', '', '', '11 550'],
        ['row', 'Investeringsbudget före ärendet', '', '', '8 182'],
        ['sum', 'Behov utöver budget', '', '', '3 368'],
        ['part', 'Investeringsbudget efter ärendet', '', '', '11 582'],
        ['group', 'Mobiltelefoner'],
        ['row', 'Mobiltelefoner', '750 st', '4,2', '3 150'],
        ['sum', 'Behov', '', '', '3 150'],
        ['row', 'Investeringsbudget före ärendet', '', '', '1 539'],
        ['sum', 'Behov utöver budget', '', '', '1 611'],
        ['part', 'Investeringsbudget efter ärendet', '', '', '3 149'],
      ].map((cells) => cells.map((cell, at) => (at > 1 ? printed(cell) : cell))),
    );
  });

  it('says the year of each line where there are several', () => {
    const table = behovTable([klienter, { ...mobiltelefoner, year: 2026 }]);
    expect(table.caption).toBe('Behov och investeringsbudget, Tkr');
    const groups = table.rows.filter(({ kind }) => kind === 'group');
    expect(groups.flatMap(({ cells }) => cells)).toEqual(['Klienter 2025', 'Mobiltelefoner 2026']);
  });

  it('says so where the shown articles do not add up to the shown need', () => {
    // 0,4 and 0,4 are shown as 0 and 0, and their sum 0,8 as 1.
    const item = { name: 'Lådor', unit: '', volume: volume('1'), price: tkr('0.4') };
    const table = behovTable([
      {
        ...klienter,
        need: tkr('0.8'),
        before: tkr('0'),
        after: tkr('0'),
        items: [
          { ...item, value: tkr('0.4') },
          { ...item, value: tkr('0.4') },
        ],
      },
    ]);
    expect(table.rows[1]?.cells).toEqual(['Lådor', '1', '0,4', '0']);
    expect(table.notes).toEqual([
      expect.stringContaining('avrundningsdifferens på högst 1\u00a0Tkr'),
    ]);
  });
});

const rows = [
  ['Klienter', '8182'],
  ['Klienter – återbudgetering', '3400'],
  ['Mobiltelefoner', '1539'],
  ['Mobiltelefoner – återbudgetering', '990'],
  ['Mobiltelefoner – tilläggsäskande', '620'],
  ['Accesspunkter', '2000'],
  ['Switchar', '500'],
  ['A/V-utrustning', '250'],
  ['Verksamhetssystem HR', '5574'],
  ['System/server', '3000'],
  ['Nät', '500'],
].map(([label = '', amount = '']) => ({ label, amount: tkr(amount) }));

describe('the budget of a year', () => {
  it('is that of § 14, with 21 545 before it and not the 21 543 of the protocol', () => {
    const table = investeringsbudgetTable({
      year: 2025,
      before: tkr('21545'),
      added: tkr('5010'),
      after: tkr('26555'),
      rows,
    });
    expect(table.caption).toBe('Investeringsbudget 2025, Tkr');
    expect(table.columns.map(({ label }) => label)).toEqual(['Investeringsbudget', 'Budget 2025']);
    expect(table.rows.map(({ cells }) => cells[1])).toEqual(
      [
        ...['8 182', '3 400', '1 539', '990', '620', '2 000', '500', '250', '5 574', '3 000'],
        ...['500', '26 555', '5 010', '21 545'],
      ].map(printed),
    );
    expect(table.rows.at(-3)).toEqual({ kind: 'sum', cells: ['Summa', printed('26 555')] });
    expect(table.notes).toEqual([]);
  });

  it('says that there is an avrundningsdifferens where the shown rows give another sum', () => {
    const halves = ['10.5', '10.5', '10.5'].map((amount) => ({
      label: 'Rad',
      amount: tkr(amount),
    }));
    // Shown 11 + 11 + 11 = 33, and the sum 31,5 as 32.
    const after = sum(halves.map(({ amount }) => amount));
    const table = investeringsbudgetTable({
      year: 2025,
      before: tkr('0'),
      added: after,
      after,
      rows: halves,
    });
    expect(table.rows.at(-3)?.cells).toEqual(['Summa', '32']);
    expect(table.notes).toEqual([
      expect.stringContaining('avrundningsdifferens på högst 1\u00a0Tkr'),
    ]);
  });
});

function year(figures: Partial<PrognosOfYear>): PrognosOfYear {
  const none = { tillaggsbudget: null, debt: null, borgenstak: null, headroom: null };
  return { year: 2025, ...none, ...figures };
}

describe('the forecast', () => {
  const label = (figure: string, of: number): string => `${figure} ${of}`;

  it('shows both sides of § 14 year by year, and leaves out what neither has', () => {
    const borgenstak = tkr('80000');
    const table = prognosTable(
      {
        scenario: 'Om tillägg',
        bifall: [
          year({
            tillaggsbudget: tkr('5010'),
            debt: tkr('65083'),
            borgenstak,
            headroom: tkr('14917'),
          }),
          year({ year: 2026, debt: tkr('73347'), borgenstak, headroom: tkr('6653') }),
        ],
        avslag: [
          year({
            tillaggsbudget: tkr('0'),
            debt: tkr('60073'),
            borgenstak,
            headroom: tkr('19927'),
          }),
          year({ year: 2026, debt: tkr('68337'), borgenstak, headroom: tkr('11663') }),
        ],
      },
      label,
    );
    expect(table.rows.map(({ kind, cells }) => [kind, ...cells])).toEqual([
      ['row', 'tillaggsbudget 2025', printed('5 010'), '0'],
      ['row', 'debt 2025', printed('65 083'), printed('60 073')],
      ['row', 'borgenstak 2025', printed('80 000'), printed('80 000')],
      ['sum', 'headroom 2025', printed('14 917'), printed('19 927')],
      ['row', 'debt 2026', printed('73 347'), printed('68 337')],
      ['row', 'borgenstak 2026', printed('80 000'), printed('80 000')],
      ['sum', 'headroom 2026', printed('6 653'), printed('11 663')],
    ]);
    expect(table.notes).toEqual([]);
  });

  it('leaves a figure that one side lacks empty, and shows what is below zero with a minus', () => {
    const table = prognosTable(
      { scenario: 'B', bifall: [year({ headroom: tkr('-12') })], avslag: [] },
      label,
    );
    expect(table.rows).toEqual([{ kind: 'sum', cells: ['headroom 2025', '\u221212', ''] }]);
  });

  it('says so where the shown ceiling less the shown debt is not the shown headroom', () => {
    // 10 − 0,5 = 9,5: shown 10 − 1 and 10.
    const figures = { borgenstak: tkr('10'), debt: tkr('0.5'), headroom: tkr('9.5') };
    const sides = { bifall: [year(figures)], avslag: [year({})] };
    const table = prognosTable({ scenario: 'B', ...sides }, label);
    expect(table.notes).toEqual([expect.stringContaining('avrundningsdifferens')]);
  });
});
