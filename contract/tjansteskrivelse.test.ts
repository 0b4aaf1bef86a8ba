import { describe, expect, it } from 'vitest';
import type { ArendeAnswer } from './arende-answer.ts';
import { dayInSweden, writeTjansteskrivelse } from './tjansteskrivelse.ts';

const at = '2025-03-20T09:00:00.000Z';
const sender = { name: 'Itsam', orgnr: '222000-3095' };

function text(block: ArendeAnswer['texts'][number]['block'], body: string) {
  return {
    block,
    body,
    suggested: body,
    isSuggested: true,
    version: 0,
    changedAt: null,
    changedBy: null,
  };
}

const noItems = { lineId: null, needItems: [] };
const effect = { tillaggsbudget: null, closing: null, borgenstak: '80000', headroom: null };

/** An ärende with the figures of § 14. */
const arende: ArendeAnswer = {
  arendeId: '0193b5a0-0000-7000-8000-000000000014',
  kind: 'tillaggsbudget',
  dnr: '2025/17',
  title: 'Återbudgetering samt tilläggsäskande',
  year: 2025,
  status: 'utkast',
  outcome: null,
  total: '5010',
  entryCount: 1,
  latestBeslut: null,
  movedBasis: null,
  version: 7,
  createdAt: at,
  createdBy: 'Eva Ekonom',
  baseScenarioId: null,
  entries: [
    {
      entryId: 'a',
      position: 0,
      kind: 'aterbudgetering',
      lineId: null,
      lineName: 'Klienter',
      newLineName: null,
      year: 2025,
      fromYear: 2024,
      fromLineId: null,
      fromLineName: null,
      corrects: null,
      amount: '3400',
      decidedAmount: null,
      adds: '3400',
      reason: null,
      marks: [],
      figures: {
        unused: '5196',
        left: '5196',
        need: '11550',
        budgetBefore: '8182',
        budgetAfter: '11582',
        gap: '3368',
        overNeed: '32',
      },
      budgetpostIds: [],
      createdBy: 'Eva Ekonom',
    },
  ],
  lines: [
    {
      ...noItems,
      lineName: 'Klienter',
      year: 2025,
      before: '8182',
      after: '11582',
      need: '11550',
    },
    { ...noItems, lineName: 'Klienter', year: 2024, before: '9000', after: '5600', need: '9000' },
    { ...noItems, lineName: 'Nät', year: 2025, before: '500', after: '600', need: null },
  ],
  budget: [
    {
      year: 2025,
      before: '21545',
      added: '5010',
      after: '26555',
      rows: [
        { lineId: null, lineName: 'Klienter', kind: 'ursprunglig', amount: '23155', entryId: null },
        {
          lineId: null,
          lineName: 'Klienter',
          kind: 'aterbudgetering',
          amount: '3400',
          entryId: 'a',
        },
      ],
    },
  ],
  forecast: {
    scenarioId: '0193b5a0-0000-7000-8000-000000000015',
    name: 'Om tillägg',
    base: [],
    bifall: [
      { ...effect, year: 2025, tillaggsbudget: '5010', closing: '65083', headroom: '14917' },
    ],
    avslag: [{ ...effect, year: 2025, tillaggsbudget: '0', closing: '60073', headroom: '19927' }],
  },
  texts: [
    text('beslut', 'Direktionen beslutar\natt överföra 3 400 Tkr.'),
    text('sammanfattning', 'Ärendet avser återbudgetering.'),
    text('arendet', 'Behovet är 11 550 Tkr.\n\nBudgeten är 8 182 Tkr.'),
    text('konsekvensbeskrivning', 'Budgeten blir 26 555 Tkr.'),
    text('beslutsunderlag', ''),
    text('beslutsexpediering', 'Akt\nDirektionen'),
  ],
  documents: [],
  decisions: [],
  followedBy: [],
};

const decision: ArendeAnswer['decisions'][number] = {
  step: 1,
  outcome: 'bifall',
  how: 'registered',
  protocol: 'Protokoll 2025-03-27',
  beslut: {
    beslutId: '0193b5a0-0000-7000-8000-000000000016',
    title: 'Återbudgetering',
    organ: 'Direktionen',
    date: '2025-03-27',
    paragraph: '§ 14',
    dnr: '2025/17',
    note: null,
  },
  createdAt: at,
  createdBy: 'Eva Ekonom',
};

const written = writeTjansteskrivelse(arende, sender, '2025-03-20');

describe('a tjänsteskrivelse', () => {
  it('says whose it is, what it is about, and that it is a draft', () => {
    expect(written).toMatchObject({
      organisation: 'Itsam',
      kind: 'Tjänsteskrivelse',
      title: 'Återbudgetering samt tilläggsäskande',
      draft: 'Utkast, version 7',
      runningHead: 'Itsam · Tjänsteskrivelse · Dnr 2025/17',
      facts: [
        { label: 'Datum', value: '2025-03-20' },
        { label: 'Diarienummer', value: '2025/17' },
        { label: 'Organisationsnummer', value: '222000-3095' },
        { label: 'Status', value: 'Utkast, version 7' },
      ],
    });
    const prepared = writeTjansteskrivelse(
      { ...arende, status: 'beredning' },
      sender,
      '2025-03-20',
    );
    expect(prepared.draft).toBe('Utkast under beredning, version 7');
  });

  it('leaves out what is not known: Dnr and organisationsnummer', () => {
    const { facts, runningHead } = writeTjansteskrivelse(
      { ...arende, dnr: null },
      { ...sender, orgnr: null },
      '2025-03-20',
    );
    expect(facts.map(({ label }) => label)).toEqual(['Datum', 'Status']);
    expect(runningHead).toBe('Itsam · Tjänsteskrivelse');
  });

  it('has the parts of a protocol in its order, and none that is empty', () => {
    expect(written.sections.map(({ heading }) => heading)).toEqual([
      'Förslag till beslut',
      'Sammanfattning av ärendet',
      'Ärendet',
      'Konsekvensbeskrivning',
      'Beslutsexpediering',
    ]);
    expect(written.sections.map(({ pieces }) => pieces.map(({ kind }) => kind))).toEqual([
      ['paragraph', 'list'],
      ['paragraph'],
      ['paragraph', 'paragraph'],
      ['paragraph', 'table', 'table', 'table'],
      ['paragraph'],
    ]);
  });

  it('numbers its tables and shows in them what the ärende gives, not what it takes', () => {
    const tables = written.sections
      .flatMap(({ pieces }) => pieces)
      .filter((piece) => piece.kind === 'table');
    expect(tables.map(({ caption }) => caption)).toEqual([
      'Tabell 1. Behov och investeringsbudget 2025, Tkr',
      'Tabell 2. Investeringsbudget 2025, Tkr',
      'Tabell 3. Prognos borgensutrymme enligt scenariot ”Om tillägg”, Tkr',
    ]);
    const [behov, budget, prognos] = tables;
    const groups = behov?.rows.filter(({ kind }) => kind === 'group') ?? [];
    expect(groups.flatMap(({ cells }) => cells)).toEqual(['Klienter']);
    expect(budget?.rows.map(({ cells }) => cells.join(': '))).toEqual([
      'Klienter: 23\u00a0155',
      'Klienter – återbudgetering: 3\u00a0400',
      'Summa: 26\u00a0555',
      'varav genom ärendet: 5\u00a0010',
      'varav tidigare budget: 21\u00a0545',
    ]);
    expect(prognos?.rows.map(({ cells }) => cells[0])).toEqual([
      'Tilläggsbudget 2025',
      'Låneskuld 31/12 2025',
      'Borgenstak 31/12 2025',
      'Kvar av borgensutrymme 31/12 2025',
    ]);
  });

  it('has no table without figures', () => {
    const bare = writeTjansteskrivelse(
      { ...arende, lines: [], budget: [], forecast: null },
      sender,
      '2025-03-20',
    );
    const kinds = bare.sections.flatMap(({ pieces }) => pieces.map(({ kind }) => kind));
    expect(kinds).not.toContain('table');
  });

  it('is no draft once it is decided, and says by whom', () => {
    const decided = writeTjansteskrivelse(
      { ...arende, status: 'beslutad', outcome: 'bifall', decisions: [decision] },
      sender,
      '2025-03-28',
    );
    expect(decided.draft).toBeNull();
    expect(decided.facts.slice(2)).toEqual([
      { label: 'Organisationsnummer', value: '222000-3095' },
      { label: 'Bifall', value: 'Direktionen 2025-03-27 § 14' },
    ]);
    expect(decided.sections[0]?.heading).toBe('Beslut');
  });

  it('stays a proposal where it was refused, and tells of an återremiss', () => {
    const remitted = { ...decision, outcome: 'aterremiss' } as const;
    const rejected = { ...decision, step: 2, outcome: 'avslag' } as const;
    const { facts, sections } = writeTjansteskrivelse(
      { ...arende, status: 'beslutad', outcome: 'avslag', decisions: [remitted, rejected] },
      sender,
      '2025-03-28',
    );
    expect(facts.slice(3).map(({ label }) => label)).toEqual(['Återremiss', 'Avslag']);
    expect(sections[0]?.heading).toBe('Förslag till beslut');
  });
});

describe('its day', () => {
  it('is that of people in Sweden, summer and winter', () => {
    expect(dayInSweden(new Date('2025-03-20T23:30:00Z'))).toBe('2025-03-21');
    expect(dayInSweden(new Date('2025-07-01T22:30:00Z'))).toBe('2025-07-02');
    expect(dayInSweden(new Date('2025-07-01T21:30:00Z'))).toBe('2025-07-01');
  });
});
