import type { Stressed } from './sv.ts';

const months = [
  ...['januari', 'februari', 'mars', 'april', 'maj', 'juni'],
  ...['juli', 'augusti', 'september', 'oktober', 'november', 'december'],
];

/** `2027-07` in words: "juli 2027". */
const monthIn = (month: string): string =>
  `${months[parseInt(month.slice(5, 7), 10) - 1] ?? ''} ${month.slice(0, 4)}`;

const measures = {
  debt: 'låneskulden',
  headroom: 'borgensutrymmet',
  cost: 'räntan och avgiften',
};

const points = (value: string): string =>
  `${value}\u00a0${value === '1' ? 'procentenhet' : 'procentenheter'}`;

const monthCount = (count: number): string => `${count}\u00a0${count === 1 ? 'månad' : 'månader'}`;

/** What the page Tänk om says, in Swedish. */
export const svTankOm = {
  tankOm: {
    title: 'Tänk om',
    place: (from: number, to: number) => `Tänk om ${from}–${to}`,
    scenario: 'Scenario',
    frozen: 'fastställt',
    emptyTitle: 'Inga scenarier att pröva',
    emptyBody: 'Det finns inga scenarier än. Ekonomen skapar det första under Prognos.',
    unknownScenario: 'Scenariot i adressen finns inte. Här är det första i stället.',
    monthIn,
    say: {
      asIs: 'Som det står nu',
      with: (what: string) => `Med ${what}`,
      several: (count: number) => `Med de ${count} ändringarna`,
      left: (subject: string, amount: string, year: number): Stressed => [
        `${subject} återstår `,
        `${amount}\u00a0Tkr`,
        ` av borgensutrymmet 31/12 ${year}`,
      ],
      over: (subject: string, amount: string, year: number): Stressed => [
        `${subject} överskrids borgenstaket med `,
        `${amount}\u00a0Tkr`,
        ` 31/12 ${year}`,
      ],
      debt: (subject: string, amount: string, year: number): Stressed => [
        `${subject} är låneskulden `,
        `${amount}\u00a0Tkr`,
        ` 31/12 ${year}`,
      ],
      holds: '. Taket hålls varje månad.',
      breaks: (month: string) => `. Taket bryts första gången i ${month}.`,
      noCeiling: '. Inget borgenstak är beslutat.',
      unknown: (year: number) => `Låneskulden 31/12 ${year} går inte att räkna fram.`,
      knownUntil: (year: number) => ` Efter ${year} går skulden inte att räkna fram.`,
    },
    what: {
      execution: (percent: string) => `${percent}\u00a0% genomförandegrad`,
      rateHigher: (shift: string) => `${points(shift)} högre ränta`,
      rateLower: (shift: string) => `${points(shift)} lägre ränta`,
      rateSame: 'lånens egna räntor',
      lifeLonger: (count: number) => `${monthCount(count)} längre livslängder`,
      lifeShorter: (count: number) => `${monthCount(count)} kortare livslängder`,
      lifeSame: 'radernas egna livslängder',
      pricesUp: (percent: string) => `priser som stiger ${percent}\u00a0% om året`,
      pricesDown: (percent: string) => `priser som sjunker ${percent}\u00a0% om året`,
      pricesSame: 'oförändrade priser',
      loanShare: (percent: string) => `${percent}\u00a0% lånefinansiering`,
      extra: (amount: string, line: string, year: number) =>
        `${amount}\u00a0Tkr mer på ${line} ${year}`,
      less: (amount: string, line: string, year: number) =>
        `${amount}\u00a0Tkr mindre på ${line} ${year}`,
    },
    levers: {
      title: 'Reglage',
      execution: 'Genomförandegrad',
      rateShift: 'Ränta, ändring',
      lifeShift: 'Livslängd, ändring',
      priceChange: 'Prisförändring om året',
      loanShare: 'Lånefinansiering',
      extra: 'Extra investering',
      exact: (lever: string) => `${lever}, exakt`,
      percent: (value: string) => `${value}\u00a0procent`,
      points: (value: string) => `${value}\u00a0procentenheter`,
      months: (value: string) => `${value}\u00a0månader`,
      amount: (value: string) => `${value}\u00a0Tkr`,
      notSaid: 'inte angiven',
      units: { percent: '%', points: '%-enheter', months: 'mån', amount: 'Tkr' },
      scenarioHas: (value: string) => `Scenariot: ${value}`,
      scenarioVaries: 'Scenariot har olika för olika rader eller år; här blir det samma för alla.',
      resetOne: (lever: string) => `Återställ ${lever.toLowerCase()}`,
      reset: 'Återställ',
      resetAll: 'Återställ alla reglage',
      line: 'Rad',
      year: 'År',
      notPercent: 'Skriv ett tal i procent, till exempel 80 eller 2,5.',
      notMonths: 'Skriv ett helt antal månader, till exempel 12 eller −6.',
      followsNothing:
        'Upplåningen är inskriven för hand i det här scenariot. Genomförandegrad, priser och lånefinansiering ändrar därför bara det som du lägger till.',
      noLines: 'Investeringsbudgeten har inga rader att lägga till på.',
    },
    figures: {
      label: 'Nyckeltal',
      debt: (year: number) => `Låneskuld 31/12 ${year}`,
      headroom: (year: number) => `Kvar av borgensutrymmet 31/12 ${year}`,
      broken: 'Taket',
      breaks: 'bryts',
      since: (month: string) => `första gången i ${month}`,
      brokenIn: (month: string) => `bryts ${month}`,
      held: 'hålls',
      heldUntil: (year: number) => `varje månad till och med ${year}`,
      noCeiling: 'inget beslutat',
      before: (text: string) => `i scenariot: ${text}`,
      cost: 'Ränta och borgensavgift',
      costYears: (from: number, to: number) => `${from}–${to}`,
      noRate: 'En ränta saknas. Ekonomen skriver in den bland lånen eller antagandena.',
      change: (amount: string) => `${amount} mot scenariot`,
      noChange: 'som i scenariot',
      unknown: 'går inte att räkna',
    },
    table: {
      label: 'Tänk om, år för år',
      debt: 'Låneskuld 31/12',
      change: 'Ändring',
      debtChange: 'Skuld, ändring',
      headroom: 'Kvar av utrymmet',
      headroomChange: 'Kvar, ändring',
      cost: 'Ränta och avgift',
      costChange: 'Kostnad, ändring',
      note: (name: string) => `Ändringarna är mot ”${name}” som det står nu. Inget är sparat.`,
    },
    chart: {
      title: 'Skulden ryms under taket',
      overTitle: 'Skulden går över taket',
      emptyTitle: 'Skulden går inte att räkna fram',
      label: 'Låneskuld per år, scenariot och det som prövas',
      tried: 'Tänk om',
    },
    gaps: {
      title: 'Något saknas',
      life: (lines: string, year: number) =>
        `Livslängd saknas för ${lines} från ${year}. Skriv in den bland antagandena.`,
      loanShare: (lines: string, year: number) =>
        `Lånefinansieringsgrad saknas för ${lines} ${year}. Skriv in den bland antagandena, eller dra i reglaget.`,
      loanRate: 'Ett annuitetslån saknar ränta. Skriv in den på lånet.',
      openingDebt: 'Ingående låneskuld saknas. Skriv in den, eller lägg in lånen.',
      noRows: (year: number) =>
        `Inga siffror finns för ${year}. Fyll i året i scenariot under Prognos.`,
      noCeiling: 'Inget borgenstak är beslutat. Skriv in beslutet under Borgenstak.',
      allLines: 'alla rader',
      moreLines: (count: number) => `${count} rader till`,
      toForecast: 'Till Prognos',
    },
    questions: {
      title: 'Frågor',
      detail: 'Svaren gäller det som reglagen visar.',
      more: {
        title: 'Hur mycket mer kan investeras?',
        year: 'År',
        on: 'På',
        spread: 'Alla rader, efter budget',
        amount: (amount: string) => `${amount}\u00a0Tkr`,
        say: (where: string, year: number, exact: string) =>
          `Så mycket mer ryms på ${where} ${year}, exakt ${exact}\u00a0Tkr.`,
        everywhere: 'raderna tillsammans',
        limitedBy: (year: number, kept: string, buffer: string | null) =>
          buffer === null
            ? `Utrymmet 31/12 ${year} sätter gränsen: då återstår ${kept}\u00a0Tkr.`
            : `Utrymmet 31/12 ${year} sätter gränsen: då återstår ${kept}\u00a0Tkr, och bufferten är ${buffer}\u00a0Tkr.`,
        oneMore: 'Kontrollräknat: ett öre mer går inte.',
        noneAnswer: 'Inget.',
        none: (year: number, buffer: string | null) =>
          buffer === null
            ? `Skulden 31/12 ${year} är redan över taket.`
            : `Utrymmet 31/12 ${year} är redan mindre än bufferten på ${buffer}\u00a0Tkr.`,
        unlimited: 'Obegränsat.',
        notBorrowed: 'Inget av en investering där lånas, så skulden ändras inte.',
        noCeiling: 'Inget borgenstak är beslutat, så det finns inget att hålla sig under.',
        unknown: 'Det går inte att räkna.',
        noBudget: (year: number) =>
          `Ingen rad har någon budget ${year} att fördela efter. Välj en rad.`,
        take: 'Ta över som nytt scenario',
        name: (where: string, year: number) => `${where} ${year}, så mycket som ryms`,
      },
      ceiling: {
        title: 'Vilket tak behöver planen?',
        amount: (amount: string) => `${amount}\u00a0Tkr`,
        when: (month: string, buffer: string | null) =>
          buffer === null
            ? `Så stor är skulden som mest, i ${month}.`
            : `Så stor är skulden som mest, i ${month}, med bufferten på ${buffer}\u00a0Tkr.`,
        enough: (amount: string, ceiling: string) =>
          `Taket på ${ceiling}\u00a0Tkr räcker, med ${amount}\u00a0Tkr till godo.`,
        short: (amount: string, ceiling: string, month: string) =>
          `I ${month} behöver taket på ${ceiling}\u00a0Tkr höjas med ${amount}\u00a0Tkr.`,
        unknown: 'Det går inte att räkna.',
      },
      broken: {
        title: 'Vilken månad bryts taket?',
        never: 'Ingen.',
        neverWhy: (month: string, amount: string) =>
          `Minst utrymme är det i ${month}: ${amount}\u00a0Tkr.`,
        over: (amount: string) => `Skulden är då ${amount}\u00a0Tkr över taket.`,
        again: (month: string) => `Den är under taket igen från ${month}.`,
        stays: (month: string) => `Den är över taket till och med ${month}.`,
        noCeiling: 'Inget borgenstak är beslutat.',
        unknown: 'Det går inte att räkna.',
      },
    },
    tornado: {
      title: 'Vad betyder mest?',
      detail: 'En sak i taget ändras, för alla år; resten är som reglagen visar.',
      measure: 'Mått',
      measures: { debt: 'Låneskuld', headroom: 'Utrymme', cost: 'Kostnad' },
      unit: {
        debt: (year: number) => `Låneskuld 31/12 ${year}, ändring i Tkr.`,
        headroom: (year: number) => `Kvar av borgensutrymmet 31/12 ${year}, ändring i Tkr.`,
        cost: () => 'Ränta och borgensavgift alla år, ändring i Tkr.',
      },
      levers: {
        rate: 'Ränta',
        life: 'Livslängd',
        execution: 'Genomförandegrad',
        price: 'Priser om året',
      },
      points: (value: string) =>
        `${value}\u00a0${/^[+−]?1$/u.test(value) ? '%-enhet' : '%-enheter'}`,
      months: (value: string) => `${value}\u00a0mån`,
      percent: (value: string) => `${value}\u00a0%`,
      changed: (measure: keyof typeof measures, isMore: boolean, amount: string) =>
        `${isMore ? 'ökar' : 'minskar'} ${measures[measure]} med ${amount}\u00a0Tkr`,
      most: (lever: string, value: string, change: string) =>
        `${lever} betyder mest: ${value} ${change}`,
      nothing: 'Ingen av ändringarna betyder något här',
      without: (levers: string) => `Ändrar inget: ${levers.toLowerCase()}.`,
      unknown: 'Det går inte att räkna än',
      unknownCost: 'Kostnaden går inte att räkna: en ränta saknas',
      tableLabel: 'Vad som betyder mest',
      lever: 'Antagande',
      low: 'Lägre',
      high: 'Högre',
      lowChange: 'Lägre, ändring',
      highChange: 'Högre, ändring',
    },
    fan: {
      title: 'Hur säkert är det?',
      detail:
        'Ange mellan vilka gränser utfallet kan bli. Tkr lottar 10 000 utfall inom dem och räknar hela prognosen för vart och ett.',
      kinds: {
        executionRange: 'Genomförandegrad, %',
        priceRange: 'Prisförändring om året, %',
        rateRange: 'Ränta, ändring i %-enheter',
      },
      from: 'Från år',
      always: 'Alla år',
      low: 'Lägst',
      likely: 'Troligast',
      high: 'Högst',
      of: (kind: string, from: string) => `${kind}, ${from}`,
      add: 'Lägg till',
      addFor: (add: string, kind: string) => `${add}: ${kind.toLowerCase()}`,
      addYear: 'Från ett år till',
      remove: 'Ta bort',
      removeFor: (kind: string, from: string) => `Ta bort ${kind.toLowerCase()}, ${from}`,
      none: 'Inga gränser: värdet är som reglagen visar.',
      notOrdered:
        'Det lägsta ska inte vara större än det troligaste, och det inte större än det högsta.',
      sameYear: 'Två rader gäller från samma år. Ändra det ena.',
      tried: 'Gränserna är prövade och inte sparade.',
      save: 'Spara gränserna',
      inherited: 'Gränser som scenariot ärver gäller igen där de tas bort här.',
      refused: 'Gränserna sparades inte som de står',
      changedElsewhere:
        'Någon annan har ändrat samma gränser. Deras visas nu, och inget är överskrivet.',
      undo: 'Tillbaka till de sparade',
      readersNote: 'Du kan pröva gränser fritt. Ekonomen sparar dem.',
      frozenNote:
        'Scenariot är fastställt. Gränserna kan prövas och följer med i ett nytt scenario.',
      emptyTitle: 'Inga gränser än',
      emptyBody:
        'Lägg till gränser för genomförandegrad, priser eller ränta, så visas hur prognosen kan bli.',
      unknown: 'Prognosen går inte att räkna fram, och därför inte heller sannolikheten.',
      chance: (percent: string) => `Sannolikhet att taket hålls: ${percent}`,
      chanceDetail: (held: string, runs: string) => `${held} av ${runs}`,
      moreThan: (percent: string) => `mer än ${percent}\u00a0%`,
      lessThan: (percent: string) => `mindre än ${percent}\u00a0%`,
      percent: (percent: string) => `${percent}\u00a0%`,
      noCeiling: 'Inget borgenstak är beslutat, så det går inte att säga om det hålls.',
      chartDetail:
        'Låneskuld 31/12, Tkr. Det mörka bandet rymmer hälften av utfallen, hela bandet 90 av 100.',
      chartLabel: 'Låneskuld per år, som den kan bli',
      tableLabel: 'Låneskuld per år, som den kan bli',
      p5: '5 %',
      p25: '25 %',
      p50: 'Mitten',
      p75: '75 %',
      p95: '95 %',
      half: 'hälften',
      held: 'Taket hålls',
      seed: 'Startvärde',
      seedHelp: 'Samma startvärde ger samma svar, här och hos nästa person.',
      newSeed: 'Nytt startvärde',
      notSeed: 'Skriv ett helt tal, 0 till 4 294 967 295.',
      running: 'Räknar 10 000 utfall …',
      runningAgain: 'Räknar om. Svaret nedan är från förra gången.',
      failed: 'Beräkningen avbröts. Ändra något, så görs ett nytt försök.',
      ready: (milliseconds: number) => `Räknat på ${milliseconds}\u00a0ms.`,
    },
    save: {
      open: 'Spara som nytt scenario',
      title: 'Spara som nytt scenario',
      readersNote:
        'Allt här kan prövas fritt, och inget sparas. Ekonomen sparar det som ett nytt scenario.',
      name: 'Namn',
      nameOf: (name: string) => `${name}, prövat`,
      body: (name: string) =>
        `Det nya scenariot får siffrorna från ”${name}” och ärver dess antaganden. Det som du har ändrat blir egna antaganden. ”${name}” ändras inte.`,
      frozenBody:
        'Scenariot är fastställt och räknas på det underlag som fanns då. Det nya räknas på dagens budget och lån, och kan därför skilja sig.',
      changes: 'Egna antaganden',
      noChanges: 'Inget är ändrat. Det nya scenariot blir en kopia.',
      nameMissing: 'Skriv ett namn.',
      confirm: 'Spara scenariot',
      saved: (name: string) => `”${name}” är sparat`,
      savedBody:
        'Det ligger som ett utkast bland scenarierna. Reglagen står kvar på det scenario som du prövade.',
      toForecast: 'Jämför i Prognos',
      tryOn: 'Pröva vidare på det',
      undone: (what: string) => `${what} Inget är sparat.`,
      kept: (name: string, saved: number, all: number) =>
        `”${name}” skapades, men bara ${saved} av ${all} antaganden sparades innan det tog stopp. Det gick inte att ta bort igen. Ta bort det under Prognos, eller fyll på det där.`,
      comment: (name: string) => `Prövat i Tänk om, utifrån ”${name}”`,
      assumption: (what: string, where: string, value: string) =>
        where === '' ? `${what}: ${value}` : `${what}, ${where}: ${value}`,
    },
  },
};
