import type { Stressed } from './sv.ts';

const months = (count: string | number): string =>
  `${count} ${`${count}` === '1' ? 'månad' : 'månader'}`;

const parts = {
  invested: '',
  months: '',
  life: 0,
  worn: 0,
  pieces: 0,
};

/** What a part of a depreciation is made of, in words. */
export type WearPart = typeof parts;

const intervals: Readonly<Record<number, string>> = {
  1: 'månad',
  3: 'kvartal',
  6: 'halvår',
  12: 'år',
};

const every: Readonly<Record<number, string>> = {
  1: 'varje månad',
  3: 'varje kvartal',
  6: 'varje halvår',
  12: 'en gång om året',
};

/** What the pages about the lines' terms, what they cost and how that stands to print say, in Swedish. */
export const svTerms = {
  villkor: {
    tab: 'Villkor',
    title: 'Villkor',
    place: 'Villkor per rad',
    kind: 'Villkor',
    kinds: {
      life: 'Livslängd',
      loanShare: 'Andel som lånas',
      drawSpan: 'Lånet tas upp',
      paymentInterval: 'Amorteras',
    },
    units: {
      life: 'Månader',
      loanShare: 'Procent',
      drawSpan: 'Månader på året',
      paymentInterval: 'Varje',
    },
    inWords: {
      life: (text: string) => months(text),
      loanShare: (text: string) => text,
      drawSpan: (text: string) => text,
      paymentInterval: (text: string) => `varje ${text}`,
    },
    shortMonths: [
      ...['jan', 'feb', 'mars', 'apr', 'maj', 'juni'],
      ...['juli', 'aug', 'sep', 'okt', 'nov', 'dec'],
    ],
    intervals,
    tableLabel: (kind: string) => `${kind} per rad och budgetår`,
    allLines: 'Alla rader',
    allLinesDetail: 'där raden inte säger något eget',
    beginning: 'Från början',
    from: (year: number) => `${year}`,
    placeName: (kind: string, line: string, year: number | null) =>
      year === null ? `${kind}, ${line}, från början` : `${kind}, ${line}, från ${year}`,
    commentOf: (place: string) => `${place}, kommentar`,
    stepMany: (count: number) => `${count} villkor`,
    problems: {
      life: 'Skriv ett helt antal månader, till exempel 48, eller år, till exempel 4 år.',
      loanShare: 'Skriv procent, till exempel 80 eller 62,5.',
      drawSpan: 'Skriv första och sista månaden, till exempel 1–12 eller mars–dec.',
      paymentInterval: 'Skriv månad, kvartal, halvår eller år, eller 1, 3, 6 eller 12.',
    },
    notes: {
      life: 'Så många månader används det som anskaffas det budgetåret. Lånet amorteras och anskaffningen skrivs av på den tiden. Svagare text gäller utan att vara skriven i cellen: den kommer från ett tidigare år eller från Alla rader. Töm en cell, så gäller det igen.',
      loanShare:
        'Så stor del av radens investeringar som lånas till. Svagare text gäller utan att vara skriven i cellen. Töm en cell, så gäller det igen.',
      drawSpan:
        'Lånet tas upp med lika delar i slutet av varje månad, från den första till den sista. Utan villkor: januari till december.',
      paymentInterval:
        'Så ofta amorteras det som lånas till raden, första gången ett mellanrum efter att det togs upp. Utan villkor: varje kvartal.',
    },
    sayAll:
      'Alla rader med budget har en livslängd och en andel som lånas, så prognosen går att räkna.',
    sayNoLines: 'Det finns inga rader att ge villkor.',
    sayMissing: {
      life: (line: string, year: number, others: number) =>
        `Livslängd saknas för ${line} från ${year}${others === 0 ? '' : ` och ${others} ${others === 1 ? 'rad' : 'rader'} till`}: amorteringen går inte att räkna.`,
      loanShare: (line: string, year: number, others: number) =>
        `Andelen som lånas saknas för ${line} från ${year}${others === 0 ? '' : ` och ${others} ${others === 1 ? 'rad' : 'rader'} till`}: upplåningen går inte att räkna.`,
    },
    noLinesTitle: 'Inga rader än',
    noLinesBody:
      'Villkoren hör till raderna i investeringsbudgeten. Lägg till den första raden där.',
    toBudget: 'Till investeringsbudgeten',
    sheetTitle: 'Vad gäller, och vem har sagt det?',
    sheetHint: 'Ställ dig i en cell i tabellen, så visas villkoret och dess historia här.',
    sources: {
      earlier: 'Gäller sedan ett tidigare år',
      general: 'Gäller för alla rader',
      standard: 'Gäller där inget är sagt',
    },
    saidHere: (year: number | null) =>
      year === null
        ? 'Inskrivet här. Gäller från början, tills ett senare år säger något annat.'
        : `Inskrivet här. Gäller det som anskaffas från budgetåret ${year}.`,
    saidElsewhere: (line: string, since: string | null) =>
      since === null
        ? `Kommer från ${line}, från början. Skriv i cellen för att säga något annat.`
        : `Kommer från ${line}, ${since}. Skriv i cellen för att säga något annat.`,
    standard: 'Ingen har sagt något: det här gäller då. Skriv i cellen för att säga något annat.',
    missing: {
      life: 'Ingen har sagt något. Skriv antalet månader här eller i raden Alla rader, så går amorteringen att räkna.',
      loanShare:
        'Ingen har sagt något. Skriv andelen här eller i raden Alla rader, så går upplåningen att räkna.',
    },
    comment: 'Kommentar',
    commentHelp: 'Varför villkoret är som det är. Sparas när du lämnar fältet.',
    before: 'Förut',
    emptied: 'inget',
    conflictTitle: 'Någon annan har ändrat samma villkor',
    conflictBody: (place: string, ours: string, theirs: string, who: string) =>
      `${place}: du skrev ${ours}${who === '' ? ', men där står nu' : `, men ${who} har skrivit`} ${theirs}. Inget är borta. Välj vilket som ska gälla.`,
    takeTheirs: (value: string) => `Behåll ${value}`,
    keepMine: (value: string) => `Spara ${value}`,
  },
  kapitalkostnad: {
    tab: 'Kapitalkostnad',
    title: 'Kapitalkostnad',
    place: (from: number, to: number) => `Kapitalkostnad ${from}–${to}`,
    by: 'Räknat med',
    byOrganisation: 'Organisationens antaganden',
    show: 'Visa',
    figures: {
      cost: 'Kapitalkostnad',
      depreciation: 'Avskrivning',
      internranta: 'Internränta',
    },
    tableLabel: (figure: string) => `${figure} per rad och år`,
    say: (from: number, to: number, amount: string): Stressed => [
      `Investeringarna ${from}–${to} kostar driftbudgeten `,
      `${amount}\u00a0Tkr`,
      ` år ${to}`,
    ],
    sayOfWhich: (depreciation: string, internranta: string) =>
      `: ${depreciation} i avskrivning och ${internranta} i internränta.`,
    sayDepreciation: (from: number, to: number, amount: string): Stressed => [
      `Avskrivningen på investeringarna ${from}–${to} är `,
      `${amount}\u00a0Tkr`,
      ` år ${to}.`,
    ],
    sayNoRate: ' Internräntan går inte att räkna förrän den är angiven.',
    noteBefore: (year: number) =>
      `Här är det som anskaffas från ${year}. Det som anskaffats tidigare är inte med: dess avskrivning står i anläggningsregistret.`,
    noteRounding:
      'De visade beloppen ger ett år tillsammans en annan siffra än summan, en avrundningsdifferens. Summan är rätt: den är räknad på de exakta beloppen.',
    noLifeTitle: 'Livslängd saknas',
    noLifeBody: (lines: string) =>
      `${lines} har budget men ingen livslängd, och är inte med i avskrivningen. Ange livslängden under Villkor.`,
    toTerms: 'Till Villkor',
    noRateTitle: 'Internränta saknas',
    noRateBody: (years: string) =>
      `Ingen internränta är angiven för ${years}, så kapitalkostnaden går inte att räkna de åren. Ange den under Antaganden.`,
    toAssumptions: 'Till Antaganden',
    emptyTitle: 'Inget att skriva av',
    emptyBody:
      'Ingen rad har både budget och livslängd under åren. Lägg in budgeten, och livslängden under Villkor.',
    noScenariosBody:
      'Kapitalkostnaden räknas för samma år som prognoserna. Skapa det första scenariot under Borgensutrymme.',
    toBudget: 'Till investeringsbudgeten',
    toScenarios: 'Till Borgensutrymme',
    figureName: (figure: string, line: string, year: number) => `${figure}, ${line}, ${year}`,
    part: ({ invested, months: bought, life, worn, pieces }: WearPart) =>
      `${invested} anskaffat ${bought}, ${months(life)}: ${worn} av ${pieces} delar`,
    wearFormula:
      'Anskaffning delat med livslängden i månader, från månaden efter att varje del anskaffats. Delarna är anskaffningens månader gånger livslängdens.',
    interestFormula:
      'Internräntan är en tolftedel av årets procent på det bokförda värdet i början av varje månad: anskaffat hittills, minus avskrivet hittills.',
  },
  motTrycket: {
    tab: 'Mot trycket',
    title: 'Mot trycket',
    place: (arende: string) => `Amortering av ${arende}`,
    arende: 'Ärende',
    with: 'Med ärendet',
    without: 'Utan',
    printed: 'tryckt',
    difference: 'Skillnaden mellan scenarierna',
    differenceDetail:
      'Så mycket mer amorteras i det ena scenariot än i det andra: som det är tryckt där det är tryckt, annars som det räknas här.',
    year: 'År',
    differs: 'Skillnad',
    amortisationOf: (scenario: string, year: number) => `Amortering ${year}, ${scenario}`,
    cases: 'Ärendets amortering, beräknad',
    casesDetail: (count: number) =>
      `Scenariots egna antaganden först, sedan de som kommer närmast av ${count} prövade.`,
    assumptions: 'Antaganden',
    computedIn: (year: number) => `${year}`,
    unexplainedIn: (year: number) => `Oförklarat ${year}`,
    distance: 'Oförklarat i allt',
    printedDifference: 'Skillnaden',
    own: (scenario: string) => `Som ${scenario} antar`,
    closest: 'Närmast av de prövade',
    working: 'Så räknas det, del för del',
    showAll: (count: number) => `Visa alla ${count}`,
    livesOwn: 'radernas livslängder',
    livesBefore: 'livslängderna året före',
    livesAll: (life: number) => `${life} månader för alla`,
    every,
    caseName: (life: string, drawn: string, interval: string) =>
      `${life}, tas upp ${drawn}, amorteras ${interval}`,
    noteTried:
      'Prövat är: att lånet tas upp med lika delar från en av årets tolv månader till december, att det amorteras varje månad, kvartal, halvår eller år, och livslängder som är radernas egna, de som gällde året före, eller 24, 30, 36, 48 eller 60 månader för alla. Allt lånas. Oförklarat är skillnaden minus det beräknade; i allt är summan utan tecken. Att något kommer nära visar inte att det räknades så.',
    noteRounding:
      'Beräknat och oförklarat ger på någon rad tillsammans inte skillnaden som den visas, en avrundningsdifferens. De exakta beloppen stämmer.',
    part: (lines: string, principal: string, paid: number, pieces: number) =>
      `${lines === '' ? 'Ny rad' : lines}: ${principal} · ${paid}/${pieces}`,
    nothingLeft: (year: number) => `Det är hela skillnaden ${year}.`,
    tooMuch: (amount: string, year: number) => `${amount}\u00a0Tkr mer än skillnaden ${year}.`,
    tooLittle: (amount: string, year: number) => `${amount}\u00a0Tkr mindre än skillnaden ${year}.`,
    amountIn: (amount: string, year: number) => `${amount}\u00a0Tkr år ${year}`,
    listed: (items: readonly string[]) => items.join(' och '),
    sayOwn: (computed: string, difference: string): Stressed => [
      'Som scenariot antar amorteras ärendet med ',
      computed,
      `; skillnaden mellan scenarierna är ${difference}.`,
    ],
    sayNoLives: (difference: string): Stressed => [
      'Ärendets amortering går inte att räkna som scenariot antar: en rad saknar livslängd. ',
      '',
      `Skillnaden mellan scenarierna är ${difference}.`,
    ],
    sayClosest: (count: number, name: string, left: string): Stressed => [
      `Närmast av ${count} prövade antaganden kommer ${name}, som lämnar `,
      left,
      ' oförklarat.',
    ],
    sayUnexplained: 'Inget av dem förklarar hela skillnaden.',
    sayCouldRound:
      'Det som är kvar är inte mer än avrundning kan ge, men det visar inte att det räknades så.',
    sayNoYears: 'Scenarierna har ingen amortering samma år att jämföra.',
    emptyTitle: 'Inget att jämföra',
    emptyBody:
      'Här ställs ett ärendes beräknade amortering bredvid skillnaden mellan två scenarier. Det behövs ett ärende som lägger till pengar, och två scenarier med samma år.',
    toArenden: 'Till ärendena',
  },
};
