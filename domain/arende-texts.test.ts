import { describe, expect, it } from 'vitest';
import { textBlocks } from './arende-terms.ts';
import { type ArendeFacts, suggestTexts, type ToldEntry } from './arende-texts.ts';
import { tkr } from './tkr.ts';
import { volume } from './volume.ts';

const entry: ToldEntry = {
  kind: 'tillaggsaskande',
  lineName: 'Mobiltelefoner',
  year: 2025,
  fromYear: null,
  fromLineName: null,
  amount: tkr('620'),
  earlierAmount: null,
  unused: null,
  reason: null,
};
const carried = { ...entry, kind: 'aterbudgetering', fromYear: 2024 } as const;

const paragraph14: ArendeFacts = {
  organ: 'Direktionen',
  entries: [
    {
      ...carried,
      lineName: 'Klienter',
      amount: tkr('3400'),
      unused: tkr('5196'),
      reason: 'Beloppet är avrundat uppåt.',
    },
    { ...carried, amount: tkr('990'), unused: tkr('990') },
    entry,
  ],
  lines: [
    {
      lineName: 'Klienter',
      year: 2025,
      before: tkr('8182'),
      after: tkr('11582'),
      need: tkr('11550'),
      items: [
        { name: 'PC', volume: volume('450') },
        { name: 'surfplattor', volume: volume('200') },
        { name: 'elevdatorer', volume: volume('1200') },
      ],
    },
    {
      lineName: 'Klienter',
      year: 2024,
      before: tkr('9000'),
      after: tkr('5600'),
      need: null,
      items: [],
    },
    {
      lineName: 'Mobiltelefoner',
      year: 2025,
      before: tkr('1539'),
      after: tkr('3149'),
      need: tkr('3150'),
      items: [{ name: 'mobiltelefoner', volume: volume('750') }],
    },
  ],
  years: [{ year: 2025, before: tkr('21545'), after: tkr('26555') }],
  headroom: { scenario: 'Om tillägg', year: 2026, bifall: tkr('6653'), avslag: tkr('11663') },
  documents: [
    { name: 'Tjänsteskrivelse', dated: '2025-03-20' },
    { name: 'Kommundirektörernas sammanträde 2025-03-13 § 12', dated: null },
  ],
};
// With plain spaces in the figures, so that the sentences can be read here.
const texts = (change: Partial<ArendeFacts> = {}) =>
  Object.fromEntries(
    Object.entries(suggestTexts({ ...paragraph14, ...change })).map(([block, text]) => [
      block,
      text.replaceAll('\u00a0', ' '),
    ]),
  );

describe('the texts of § 14', () => {
  it('decide in att-satser', () => {
    expect(texts()['beslut']).toBe(
      `Direktionen beslutar att
- överföra outnyttjade investeringsmedel avseende Klienter från 2024 till 2025 till ett värde av 3 400 Tkr.
- överföra outnyttjade investeringsmedel avseende Mobiltelefoner från 2024 till 2025 till ett värde av 990 Tkr.
- utöka investeringsbudget 2025 avseende Mobiltelefoner med ytterligare 620 Tkr.`,
    );
  });

  it('sum up', () => {
    expect(texts()['sammanfattning']).toBe(
      'Ärendet avser återbudgetering och tilläggsäskande. Investeringsbudgeten för 2025 ökar med 5 010 Tkr till 26 555 Tkr.',
    );
  });

  it('tell the need, the gap, what was unused and the reasons', () => {
    expect(texts()['arendet']).toBe(
      `Beräknat inköpsvärde för Klienter (450 PC, 200 surfplattor och 1 200 elevdatorer) uppgår 2025 till 11 550 Tkr. Investeringsbudget avseende Klienter uppgår 2025 till 8 182 Tkr. För att täcka behovet behöver budgeten för Klienter utökas med 3 368 Tkr.

Beräknat inköpsvärde för Mobiltelefoner (750 mobiltelefoner) uppgår 2025 till 3 150 Tkr. Investeringsbudget avseende Mobiltelefoner uppgår 2025 till 1 539 Tkr. För att täcka behovet behöver budgeten för Mobiltelefoner utökas med 1 611 Tkr.

Utfallet 2024 för Klienter understiger budget med 5 196 Tkr. Förslaget är att föra över 3 400 Tkr i investeringsmedel från 2024 till 2025.

Utfallet 2024 för Mobiltelefoner understiger budget med 990 Tkr. Förslaget är att föra över 990 Tkr i investeringsmedel från 2024 till 2025.

Klienter: Beloppet är avrundat uppåt.`,
    );
  });

  it('tell what it comes to, and what is left of the borgensutrymme', () => {
    expect(texts()['konsekvensbeskrivning']).toBe(
      `Total beslutad investeringsvolym avseende Klienter kommer efter återbudgetering att uppgå till 11 582 Tkr år 2025 jämfört mot tidigare 8 182 Tkr.

Total beslutad investeringsvolym avseende Mobiltelefoner kommer efter återbudgetering och tilläggsäskande att uppgå till 3 149 Tkr år 2025 jämfört mot tidigare 1 539 Tkr.

Den totala investeringsbudgeten för 2025 kommer efter återbudgetering och tilläggsäskande att uppgå till 26 555 Tkr mot tidigare 21 545 Tkr.

Enligt scenariot ”Om tillägg” beräknas det outnyttjade borgensutrymmet vid utgången av 2026 uppgå till 6 653 Tkr om ärendet bifalls, och uppgå till 11 663 Tkr om det avslås.`,
    );
  });

  it('name the basis with its dates', () => {
    expect(texts()['beslutsunderlag']).toBe(
      'Tjänsteskrivelse daterad 2025-03-20\nKommundirektörernas sammanträde 2025-03-13 § 12',
    );
  });
});

describe('other texts', () => {
  it.each<[string, Partial<ToldEntry>, string]>([
    [
      'an omdisponering',
      { kind: 'omdisponering', fromLineName: 'Nät' },
      'omdisponera 620 Tkr i investeringsbudget 2025 från Nät till Mobiltelefoner.',
    ],
    [
      'a new line',
      { kind: 'newLine', lineName: 'Brandvägg' },
      'införa Brandvägg i investeringsbudget 2025 med 620 Tkr.',
    ],
    [
      'a correction',
      { kind: 'correction', earlierAmount: tkr('990') },
      'ändra tidigare beslutat belopp avseende Mobiltelefoner 2025 från 990 Tkr till 620 Tkr.',
    ],
    [
      'a reduction',
      { amount: tkr('-620') },
      'minska investeringsbudget 2025 avseende Mobiltelefoner med 620 Tkr.',
    ],
    [
      'an amount to the öre, exactly',
      { amount: tkr('620.12345') },
      'utöka investeringsbudget 2025 avseende Mobiltelefoner med ytterligare 620,12345 Tkr.',
    ],
  ])('decide %s', (_, change, clause) => {
    const { beslut } = texts({ entries: [{ ...entry, ...change }] });
    expect(beslut).toBe(`Direktionen beslutar att\n- ${clause}`);
  });

  it('say that a ceiling breaks, and that an outcome is over the budget', () => {
    const headroom = { scenario: 'S', year: 2026, bifall: tkr('-12.4'), avslag: tkr('-1') };
    expect(texts({ headroom })['konsekvensbeskrivning']).toContain(
      'beräknas borgenstaket överskridas med 12 Tkr vid utgången av 2026 om ärendet bifalls, och överskridas med 1 Tkr om det avslås.',
    );
    const overrun = { ...carried, unused: tkr('-20') };
    expect(texts({ entries: [overrun], lines: [] })['arendet']).toContain(
      'Utfallet 2024 för Mobiltelefoner överstiger budget med 20 Tkr.',
    );
  });

  it('say that a budget goes down', () => {
    const years = [{ year: 2025, before: tkr('100'), after: tkr('40') }];
    expect(texts({ years })['sammanfattning']).toContain('minskar med 60 Tkr till 40 Tkr.');
  });

  it('are empty where nothing is proposed yet', () => {
    const empty = { entries: [], lines: [], years: [], headroom: null, documents: [] };
    const written = texts(empty);
    const blocks = textBlocks.filter((block) => written[block] !== '');
    expect(blocks).toEqual(['beslutsexpediering']);
  });
});
