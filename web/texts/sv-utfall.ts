import { svMapping } from './sv-mapping.ts';

type Stressed = readonly [string, string, string];

const longMonths = [
  ...['januari', 'februari', 'mars', 'april', 'maj', 'juni'],
  ...['juli', 'augusti', 'september', 'oktober', 'november', 'december'],
];

const months = [
  ...['Jan', 'Feb', 'Mar', 'Apr', 'Maj', 'Jun', 'Jul', 'Aug', 'Sep', 'Okt', 'Nov', 'Dec'],
];

const lines = (count: number): string => `${count} ${count === 1 ? 'rad' : 'rader'}`;

/** What the pages of outcome and imports say, in Swedish. */
export const svUtfall = {
  budgetTabs: {
    budget: 'Budget',
    utfall: 'Utfall',
    severalYears: 'Flera år',
    imports: 'Importer',
  },
  utfall: {
    title: 'Utfall',
    place: (year: number) => `Utfall ${year}`,
    tableLabel: (year: number) => `Utfall ${year} per rad och månad`,
    months,
    longMonths,
    wholeYear: 'Hela året',
    outcome: 'Utfall',
    budget: 'Budget',
    deviation: 'Avvikelse',
    unused: 'outnyttjat',
    overrun: 'överdrag',
    byMonth: 'Månader',
    byYear: 'Året',
    import: 'Läs in en fil',
    importYear: 'Läs in bokslutet',
    toBudget: 'Till budgeten',
    until: (month: string) => ` till och med ${month}`,
    say: (year: number, until: string, used: string, budget: string): Stressed => [
      `Av investeringsbudgeten ${year} på ${budget}\u00a0Tkr har `,
      `${used}\u00a0Tkr`,
      ` använts${until}.`,
    ],
    sayUnused: (amount: string): Stressed => [' ', `${amount}\u00a0Tkr`, ' är outnyttjat'],
    sayNothingUnused: ' Inget är outnyttjat',
    sayOverrun: (amount: string, count: number): Stressed => [
      ', och ',
      `${amount}\u00a0Tkr`,
      ` är överdrag på ${lines(count)}.`,
    ],
    sayNoOverrun: ', och ingen rad är överdragen.',
    sayNoBudget: (year: number, until: string, used: string): Stressed => [
      `Under ${year} har `,
      `${used}\u00a0Tkr`,
      ` använts${until}. Den ursprungliga budgeten är inte inlagd, så det går inte att säga vad som är outnyttjat.`,
    ],
    sayEmpty: (year: number) => `Inget utfall är känt för ${year} än.`,
    emptyTitle: (year: number) => `Utfallet för ${year} är inte inläst`,
    emptyBody: (year: number) =>
      `Läs in bokslutet för ${year} som en SIE-fil, eller en tabell som CSV eller XLSX. Du kan också skriva belopp direkt i tabellen.`,
    emptyReader: 'Ekonomen läser in utfallet. Här visas det rad för rad.',
    emptyNoLines:
      'Det finns inga rader i investeringsbudgeten än. Lägg till dem först, så har utfallet någonstans att ta vägen.',
    corrected: 'ändrat',
    typedBy: (who: string) => `Inskrivet av ${who}`,
    importedFrom: (fileName: string) => `Inläst ur ${fileName}`,
    notTyped: 'Siffran räknas fram. Skriv i en månad eller i Hela året.',
    cannotEmpty:
      'Ett inläst belopp töms inte: skriv 0, eller ångra importen under fliken Importer.',
    stepMany: (count: number) => `${count} celler`,
    noteDot:
      'En punkt visar det som är inläst ur en fil. ”Ändrat” visar ett inläst belopp som någon har skrivit över.',
    noteUnknown: (count: number) =>
      `${lines(count)} har inget känt utfall och räknas varken som outnyttjat eller överdrag.`,
    noteNoBudget: (year: number) =>
      `Den ursprungliga budgeten för ${year} är inte inlagd. Avvikelsen är räknad mot de poster som finns.`,
    elsewhereTitle: 'Utanför raderna',
    elsewhereDetail: 'Det i filerna som inte hör till investeringsbudgeten, Tkr.',
    targets: {
      line: 'Raden',
      drift: 'Driftbudgeten',
      outside: 'Utanför',
      unmapped: 'Utan koppling',
    },
    importedBy: 'Inläst',
    file: 'Fil',
    mapping: 'Kontokoppling',
    version: (version: number) => `version ${version}`,
    showVouchers: 'Visa verifikationer',
    earlier: 'Tidigare i cellen',
    emptied: 'En senare fil svarar för månaden och har inget belopp här.',
    ofWholeYear: 'för hela året',
    noBudgetOf: (year: number) => `Raden har ingen budget ${year}.`,
    conflictBody: (cell: string, mine: string | null, theirs: string) =>
      `${cell}: du skrev ${mine?.replace('.', ',') ?? 'tomt'}, men där står nu ${theirs === '' ? 'inget' : theirs}. Inget är överskrivet.`,
    keepMine: 'Spara mitt',
    takeTheirs: 'Behåll det som står där',
  },
  imports: {
    title: 'Importer',
    place: 'Inlästa filer',
    say: (count: number, newest: string) =>
      `${count} ${count === 1 ? 'import gäller' : 'importer gäller'}, den senaste är ${newest}.`,
    sayAllMapped: ' Alla belopp har en plats.',
    sayUnmapped: (count: number) =>
      ` ${count === 1 ? 'En av dem har' : `${count} av dem har`} belopp utan koppling.`,
    sayNone: 'Inget är inläst än.',
    drop: 'Släpp en fil här',
    dropNow: 'Släpp filen',
    formats: 'SIE 4 eller SIE 5 ur ekonomisystemet, eller en tabell som CSV eller XLSX.',
    choose: 'Välj fil …',
    reading: (name: string) => `Läser ${name}`,
    importing: (name: string) => `Läser in ${name}`,
    percent: (percent: number) => `${percent} %`,
    soonDone: 'Hela filen är skickad. Strax klart.',
    failed: (name: string) => `${name} gick inte att läsa in`,
    lost: 'Förbindelsen bröts innan filen var framme. Inget är sparat. Filen är fortfarande vald: försök igen.',
    retry: 'Försök igen',
    otherFile: 'Välj en annan fil',
    kind: 'Format',
    kinds: (kind: string, sieType: string | null) =>
      ({ sie4: `SIE ${sieType ?? '4'}`, sie5: 'SIE 5', csv: 'CSV', xlsx: 'XLSX' })[kind] ?? kind,
    company: 'Företag',
    program: 'Program',
    encoding: 'Teckenkodning',
    vouchers: 'Verifikationer',
    fiscalYears: 'Räkenskapsår',
    noWarnings: 'Inga varningar',
    warningsTitle: (count: number) => `${count} ${count === 1 ? 'varning' : 'varningar'}`,
    times: (count: number) => `${count} gånger:`,
    line: (line: number) => `Rad ${line}`,
    moreWarnings: (count: number) => `Ytterligare ${count} visas inte.`,
    yearsTitle: 'År',
    yearsDetail:
      'Förra årets slutsummor följer ofta med i filen. Kryssa för åren som ska läsas in.',
    yearsLabel: 'År i filen',
    year: 'År',
    monthsOf: 'Månader',
    amounts: 'Belopp',
    total: 'Summa, Tkr',
    onLines: 'På raderna, Tkr',
    sayRead: (file: string) => `${file} är läst. Inget är sparat än.`,
    takeYear: (year: number) => `${year}`,
    months: (first: number | null, last: number | null, hasWholeYear: boolean) => {
      const whole = hasWholeYear ? 'hela året, utan månader' : '';
      if (first === null || last === null) return whole;
      const span =
        first === last
          ? (longMonths[first - 1] ?? '')
          : `${longMonths[first - 1] ?? ''}–${longMonths[last - 1] ?? ''}`;
      return [span, whole].filter(Boolean).join(', ');
    },
    noAmounts: 'Filen har inga belopp att läsa in',
    noAmountsBody: 'Kontrollera att det är rätt fil, och att den har verifikationer eller saldon.',
    tableTitle: 'Så läses tabellen',
    tableDetail: 'Förslaget kommer ur rubrikerna. Ändra det som inte stämmer, så läses filen om.',
    unitMissing: 'Välj enhet',
    unitMissingBody:
      'Tabellen säger inte om beloppen är i kr, Tkr eller mnkr. Inget läses förrän du har valt.',
    sheet: 'Blad',
    sheetName: (name: string, isHidden: boolean, rows: number) =>
      `${name}${isHidden ? ', dolt' : ''} (${lines(rows)})`,
    headerRow: 'Rubrikrad',
    noHeaderRow: 'Ingen rubrikrad',
    row: (row: number) => `Rad ${row}`,
    yearOfTable: 'År för hela tabellen',
    yearInTable: 'Står i tabellen',
    unit: 'Enhet',
    sign: 'Tecken',
    asWritten: 'Som i filen',
    reversed: 'Omvända',
    firstRows: 'Tabellens första rader',
    rowNumber: 'Rad',
    columnNumber: (column: number) => `Kolumn ${column}`,
    columnOther: 'Läses inte',
    columnName: 'Namn',
    columnAccount: 'Konto',
    columnYear: 'År',
    columnPeriod: 'Månad eller datum',
    columnAmount: 'Belopp',
    columnAmountOf: (period: string) => `Belopp ${period}`,
    problems: (count: number) =>
      `${count} ${count === 1 ? 'ställe' : 'ställen'} gick inte att läsa`,
    problemsBody:
      'De ger inga belopp, och räknas inte som noll. Rätta filen och släpp den igen, eller läs in resten.',
    where: 'Var',
    stands: 'Där står',
    problem: 'Vad som är fel',
    cell: (row: number, column: number | null) =>
      column === null ? `Rad ${row}` : `Rad ${row}, kolumn ${column}`,
    firstProblems: (count: number, all: number) => `De första ${count} av ${all}.`,
    skipped: (count: number) => `${lines(count)} är utelämnade med avsikt`,
    previewTitle: 'Förhandsvisning',
    previewDetail: 'Vad som ändras om filen läses in. Inget är sparat än. Belopp i Tkr.',
    previewOf: (year: number) => `Ändringar ${year}`,
    now: 'Nu',
    after: 'Efter',
    difference: 'Skillnad',
    same: 'ingen',
    allLines: 'Alla rader',
    noLinesIn: (year: number) => `Inget belopp hör till en rad ${year}.`,
    nothingChanges: 'Inga siffror ändras.',
    replacesTitle: 'Ersätter det som är inläst',
    replaces: (files: string) => `Belopp ur ${files} gäller inte längre för samma månader.`,
    restores: (count: number) =>
      `${count} tidigare ${count === 1 ? 'belopp gäller' : 'belopp gäller'} igen.`,
    typedTitle: (count: number) =>
      `${count} inskrivna belopp gäller inte längre. De finns kvar som historik:`,
    typedAmount: (cell: string, amount: string, by: string) => `${cell}: ${amount} (${by})`,
    leftOpen: (count: number, amount: string) =>
      `${count} ${count === 1 ? 'konto eller objekt' : 'konton och objekt'} saknar koppling, ${amount}. De läses in utan koppling och kan kopplas senare.`,
    leftProposed: (count: number) =>
      `${count} ${count === 1 ? 'förslag är' : 'förslag är'} inte godtagna.`,
    leftProblems: (count: number) =>
      `${count} ${count === 1 ? 'ställe' : 'ställen'} i tabellen ger inga belopp.`,
    savesMapping: 'Kontokopplingen sparas som en ny version.',
    mappingComment: (file: string) => `Vid import av ${file}`,
    take: (years: string) => `Läs in ${years}`,
    alreadyTitle: 'Filen är redan inläst',
    alreadyBody: (who: string, when: string) =>
      `${who} läste in samma fil ${when}. Läser du in den igen med samma koppling ändras inget.`,
    unchanged: 'Filen är redan inläst: inget ändras',
    unchangedBody: 'Samma fil med samma koppling och samma år gäller redan.',
    done: (file: string, total: string) =>
      `${file} är inläst: ${total}\u00a0Tkr på investeringsbudgetens rader`,
    doneBody: (years: string) => `Utfallet för ${years} är uppdaterat.`,
    showUtfall: (year: number) => `Visa utfallet ${year}`,
    undo: 'Ångra importen',
    undoShort: 'Ångra …',
    undoOf: (file: string) => `Ångra importen av ${file}`,
    undoTitle: (file: string) => `Ångra importen av ${file}?`,
    undoBody:
      'Filens belopp räknas inte längre, och den sparade filen tas bort. Att den har varit inläst står kvar i loggen. Detta ändras, i Tkr:',
    show: 'Visa',
    showOf: (file: string) => `Visa importen av ${file}`,
    listTitle: 'Inlästa filer',
    file: 'Fil',
    when: 'När',
    state: 'Läge',
    inForce: 'gäller',
    undoneMark: 'ångrad',
    undoneBy: (who: string, when: string) => `Ångrad av ${who}, ${when}`,
    unmappedOf: (amount: string) => `${amount} utan koppling`,
    older: 'Visa äldre',
    placesLabel: 'Vart beloppen gick',
    emptyTitle: 'Inga importer än',
    emptyBody: 'Släpp årets SIE-fil i rutan, så visas vad som står i den innan något sparas.',
    emptyReader: 'Ekonomen läser in filerna. Här visas vad som har lästs in, när och av vem.',
  },
  mapping: svMapping,
};

/** The shape that every language has. */
export type UtfallTexts = typeof svUtfall;
