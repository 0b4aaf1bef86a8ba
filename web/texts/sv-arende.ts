/** A sentence in five pieces; the second and the fourth carry the figures. */
type TwiceStressed = readonly [string, string, string, string, string];

const counted = (count: number): string =>
  ['Inga', 'Ett', 'Två', 'Tre', 'Fyra', 'Fem', 'Sex', 'Sju', 'Åtta', 'Nio', 'Tio'][count] ??
  `${count}`;

/** What the web says about ärenden, in Swedish. */
export const svArende = {
  arendeTabs: { arenden: 'Ärenden', behov: 'Behov', policy: 'Överföringspolicy' },
  linked: {
    title: 'Ärendet bakom siffran',
    follows: 'Följer ärendet',
    followed: 'Ärende',
    linked: 'Länkad',
    anArende: 'Ett ärende som du inte ser än.',
    gives: 'Ärendet ger',
    instead: 'Gäller i stället',
    nothing: 'tomt',
    followAgain: 'Töm cellen, så följer den ärendet igen.',
  },
  arenden: {
    title: 'Ärenden',
    create: 'Nytt ärende',
    sayNone: 'Inga ärenden finns än.',
    sayIdle: (drafts: number, decided: number) =>
      [
        'Inget ärende bereds.',
        drafts === 0 ? '' : `${counted(drafts)} är utkast.`,
        decided === 0 ? '' : `${counted(decided)} är ${decided === 1 ? 'beslutat' : 'beslutade'}.`,
      ]
        .filter(Boolean)
        .join(' '),
    sayPrepared: (count: number) =>
      `${counted(count)} ${count === 1 ? 'ärende' : 'ärenden'} bereds: `,
    forYear: (year: number) => ` för ${year}`,
    and: ' och ',
    emptyTitle: 'Börja med det första ärendet',
    emptyBody:
      'Ett ärende samlar det som ska beslutas: vad som förs över från förra året, vad som äskas, varför, och vad det gör med budgeten och borgensutrymmet. Lägg först in förra årets utfall och årets behov, så föreslår Tkr beloppen.',
    emptyReader: 'Ekonomen har inte skickat något ärende till beredning än.',
    columns: {
      title: 'Ärende',
      dnr: 'Dnr',
      year: 'År',
      status: 'Läge',
      total: 'Budgeten ändras, Tkr',
      beslut: 'Beslut',
    },
    noDnr: 'saknas',
    noBeslut: 'inget än',
    moved: 'underlaget har ändrats',
  },
  arende: {
    statuses: { utkast: 'Utkast', beredning: 'I beredning', beslutad: 'Beslutat' },
    steps: { utkast: 'Utkast', beredning: 'Beredning', beslutad: 'Beslutat' },
    path: 'Ärendets väg',
    outcomes: { bifall: 'Bifall', avslag: 'Avslag', aterremiss: 'Återremiss' },
    arendeKinds: {
      tillaggsbudget: 'Återbudgetering och tilläggsäskande',
      omdisponering: 'Omdisponering',
      correction: 'Rättelse',
    },
    kinds: {
      aterbudgetering: 'återbudgetering',
      tillaggsaskande: 'tilläggsäskande',
      omdisponering: 'omdisponering',
      newLine: 'tilläggsäskande på ny rad',
      correction: 'rättelse',
    },
    kindChoices: {
      aterbudgetering: 'Återbudgetering: för över det som inte användes',
      tillaggsaskande: 'Tilläggsäskande: begär mer pengar',
      omdisponering: 'Omdisponering: flytta mellan två rader',
      newLine: 'Ny rad: begär pengar till något nytt',
    },
    fromYear: (year: number) => `från ${year}`,
    fromLine: (line: string) => `från ${line}`,
    correctedYear: (year: number) => `av det som kom från ${year}`,

    sayEmpty: (year: number) =>
      `Ärendet föreslår inget för ${year} än. Välj bland förslagen eller lägg till en post.`,
    sayMore: (year: number, isDecided: boolean) =>
      `Ärendet ${isDecided ? 'ökade' : 'ökar'} investeringsbudgeten ${year} med `,
    sayLess: (year: number, isDecided: boolean) =>
      `Ärendet ${isDecided ? 'minskade' : 'minskar'} investeringsbudgeten ${year} med `,
    saySame: (year: number, isDecided: boolean) =>
      `Ärendet ${isDecided ? 'lämnade' : 'lämnar'} investeringsbudgeten ${year} lika stor.`,
    sayTo: (after: string) => ` till ${after}\u00a0Tkr.`,
    sayRefused: (year: number, amount: string) =>
      `Ärendet avslogs. Investeringsbudgeten ${year} ändrades inte med de ${amount}\u00a0Tkr som föreslogs.`,
    sayHeadroom: (year: number, granted: string, refused: string): TwiceStressed => [
      ` Kvar av borgensutrymmet 31/12 ${year} blir `,
      `${granted}\u00a0Tkr`,
      ' om det bifalls och ',
      `${refused}\u00a0Tkr`,
      ' om det avslås.',
    ],
    sayBreaks: (year: number) => ` Bifalls det bryts borgenstaket 31/12 ${year}.`,
    noDnrYet: 'Utan diarienummer',

    movedTitle: (name: string, amount: string) =>
      `Underlaget för ${name} har ändrats: ${amount}\u00a0Tkr saknar täckning`,
    movedRow: (
      line: string,
      year: number,
      { carried, unused, excess }: { carried: string; unused: string; excess: string },
    ) =>
      `${line}: ${carried}\u00a0Tkr fördes över från ${year}, men med det utfall som gäller nu var bara ${unused}\u00a0Tkr outnyttjat. Skillnaden är ${excess}\u00a0Tkr. Beslutet står kvar tills det rättas.`,
    movedUnknown: (line: string, carried: string, year: number) =>
      `${line}: ${carried}\u00a0Tkr fördes över från ${year}, men det finns inte längre något utfall för ${year} att hålla det mot.`,
    openArende: 'Öppna ärendet',
    proposeCorrection: 'Föreslå rättelse',

    decidedTitle: 'Ärendet är beslutat och ändras inte längre',
    decidedBody2:
      'Posterna står i investeringsbudgeten med beslutet som källa. Blev något fel görs en rättelse i ett nytt ärende.',
    refusedBody: 'Inget skrevs i investeringsbudgeten. Vill du pröva igen gör du ett nytt ärende.',
    returnedTitle: 'Ärendet är återremitterat',
    returnedBody:
      'Beredningen fortsätter: ändra det som ska ändras, och registrera nästa beslut när det är fattat.',
    cannotEmpty: 'En post har alltid ett belopp. Ta bort posten i radens meny om den ska utgå.',

    entriesLabel: 'Föreslagna poster',
    noEntries: 'Inga poster än. Välj bland förslagen nedanför, eller lägg till en post för hand.',
    noEntriesReader: 'Ärendet har inga poster.',
    columns: {
      unused: 'Outnyttjat',
      unusedIn: (year: number) => `Outnyttjat ${year}`,
      budgetOf: (year: number) => `Budget ${year}`,
      need: 'Behov',
      before: 'Budget före',
      gap: 'Gap',
      amount: 'Föreslaget',
      decided: 'Beslutat',
      after: 'Budget efter',
      over: 'Mot behovet',
      reason: 'Motivering',
    },
    wholeBudget: (year: number) => `Hela budgeten ${year}`,
    leftOfUnused: (left: string) => `Kvar att föra över: ${left}`,
    even: 'lika',
    over: 'över',
    under: 'under',
    stops: 'stoppas',
    writeWhy: 'skriv varför',
    entryMenu: (name: string) => `${name}, åtgärder`,
    removeEntry: 'Ta bort posten',

    judgement: 'Bedömning',
    judgedStopped: (count: number) =>
      count === 1
        ? 'En post stoppas och måste ändras.'
        : `${counted(count)} poster stoppas och måste ändras.`,
    judgedUnexplained: (count: number) =>
      count === 1
        ? 'En post behöver en motivering.'
        : `${counted(count)} poster behöver en motivering.`,
    judgedFine: 'Inget hindrar ärendet.',
    judgedDecided: 'Så som posterna ser ut mot utfall och behov nu.',
    explained: 'Motiverat.',
    deviates: 'Avviker.',
    judgedEmpty: 'Inget att bedöma än.',
    severities: { refused: 'Stoppas.', needsReason: 'Skriv varför.', information: 'Att veta.' },
    marks: {
      overUnused: (by: string, year: number, left: string) =>
        `Det är ${by}\u00a0Tkr mer än vad som finns kvar outnyttjat från ${year}, ${left}\u00a0Tkr. Sänk beloppet eller äska resten.`,
      outcomeMissing: (line: string, year: number) =>
        `Utfallet ${year} för ${line} är inte känt, så inget kan föras över. Lägg in utfallet först.`,
      alreadyCorrected:
        'Posten som skulle rättas har redan ersatts av en annan. Ta bort den här raden.',
      overNeed: (by: string, after: string, need: string) =>
        `Budgeten blir ${after}\u00a0Tkr, ${by}\u00a0Tkr över behovet ${need}\u00a0Tkr.`,
      underNeed: (by: string, after: string, need: string) =>
        `Budgeten blir ${after}\u00a0Tkr, ${by}\u00a0Tkr under behovet ${need}\u00a0Tkr.`,
      overDelegation: (by: string, limit: string) =>
        `Det är ${by}\u00a0Tkr mer än delegationens ${limit}\u00a0Tkr, så organet måste besluta.`,
      lapses: (line: string) =>
        `Överföringspolicyn säger att outnyttjade pengar på ${line} förfaller.`,
      noPolicy: (line: string) => `Ingen överföringspolicy gäller för ${line}. Organet får avgöra.`,
      belowZero: (by: string) => `Raden som pengarna tas från får ${by}\u00a0Tkr mindre än noll.`,
    },
    reason: 'Motivering',
    reasonShown: 'Motivering:',
    reasonHelp:
      'Varför just det här beloppet. Behövs när posten avviker från behovet eller policyn.',
    reasonOf: (name: string) => `Motivering, ${name}`,
    reasonMissing: 'Skriv varför innan ärendet skickas till beredning.',

    suggestTitle: 'Att föreslå',
    suggestDetail: (year: number, left: string, gap: string) =>
      `Outnyttjat ${year}: ${left}\u00a0Tkr. Det som saknas: ${gap}\u00a0Tkr.`,
    carryFrom: 'För över från',
    nothingToSuggest: (year: number) =>
      `Inget är känt som outnyttjat ${year}, och inget behov är större än budgeten.`,
    toUtfall: (year: number) => `Utfall ${year}`,
    toBehov: (year: number) => `Behov ${year}`,
    suggest: 'Föreslå',
    suggested: 'inget mer',
    budgetNow: 'Budgeten som den är nu',
    suggestAmount: (amount: string) => `Föreslå ${amount}`,
    suggestCarry: (line: string, amount: string, year: number) =>
      `Föreslå ${amount}, återbudgetering av ${line} från ${year}`,
    requestAmount: (amount: string) => `Äska ${amount}`,
    requestFor: (line: string, amount: string) => `Äska ${amount}, tilläggsäskande till ${line}`,

    effect: 'Effekt',
    effectHolds: 'Utrymmet räcker om ärendet bifalls',
    effectBreaks: (year: number) => `Borgenstaket bryts 31/12 ${year} om ärendet bifalls`,
    effectBreaksAnyway: (year: number) => `Borgenstaket bryts 31/12 ${year}, med och utan ärendet`,
    effectDetail: (name: string) => `Räknat från scenariot ”${name}”, Tkr.`,
    noBase: 'Välj ett scenario, så räknas skuld och borgensutrymme fram. Tkr.',
    effectUnknown: 'Scenariot saknar låneskuld eller rader, så skulden går inte att räkna fram.',
    effectLabel: 'Skuld och kvar av borgensutrymmet, om ärendet bifalls och om det avslås',
    budgetBefore: (year: number) => `Budget ${year} före`,
    budgetAfter: (year: number) => `Budget ${year} efter`,
    theArende: 'Ärendet',
    arendeIn: (year: number) => `Ärendet, ${year}`,
    ifGranted: 'Om ärendet bifalls',
    ifRefused: 'Om det avslås',
    withIt: 'Med ärendet',
    withoutIt: 'Utan ärendet',
    effectDecided: 'Effekten på skuld och utrymme',
    debt: 'Skuld',
    headroom: 'Kvar',
    overCeiling: 'över taket',
    noCeiling: 'Inget borgenstak är beslutat för åren.',
    ceiling: (amount: string) => `Borgenstak ${amount}.`,
    ceilingAt: (year: number, amount: string) => `Borgenstak 31/12 ${year}: ${amount}.`,
    baseScenario: 'Räkna från',
    noScenario: 'Inget scenario',
    makeScenarios: 'Skapa scenarier',
    makeScenariosHelp: 'Två kopior: om ärendet bifalls och om det avslås.',
    madeScenarios: (granted: string, refused: string) => `Skapade ”${granted}” och ”${refused}”.`,
    followedBy: 'Följs av',
    showTogether: 'Visa dem bredvid varandra',

    titleField: 'Rubrik',
    titleHelp: 'Till exempel Återbudgetering samt tilläggsäskande.',
    dnr: 'Diarienummer',
    dnrHelp: 'Kan fyllas i senare.',
    kind: 'Slag',
    year: 'Budgetår',
    missingTitle: 'Skriv en rubrik.',
    createSubmit: 'Skapa ärendet',
    editFacts: 'Ärendets uppgifter',
    editFactsMenu: 'Ändra rubrik, diarienummer och år …',
    factsElsewhere: 'Någon annan har ändrat uppgifterna',
    factsThere: (title: string, dnr: string, year: number) =>
      `Nu gäller: ${title}, diarienummer ${dnr}, ${year}. Det du har skrivit står kvar i fälten. Spara skriver över, Stäng behåller det som gäller.`,

    addEntry: 'Ny post i ärendet',
    addEntryShort: 'Ny post',
    addSubmit: 'Lägg till posten',
    entryKind: 'Vad posten gör',
    line: 'Rad',
    newLineName: 'Den nya radens namn',
    newLineHelp: 'Raden läggs till i budgeten om ärendet bifalls.',
    fromLineField: 'Från rad',
    toYear: 'Budgetår som får pengarna',
    amount: 'Belopp, Tkr',
    missingLine: 'Välj en rad.',
    missingName: 'Skriv vad raden ska heta.',

    more: 'Mer',
    takeBack: 'Ta tillbaka till utkast',
    takeBackDetail: 'Direktionen ser då inte ärendet',
    deleteMenu: 'Ta bort ärendet …',
    deleteTitle: (title: string) => `Ta bort ”${title}”?`,
    deleteBody: 'Utkastet försvinner med poster, texter och underlag. Det finns kvar i loggen.',
    deleteConfirm: 'Ta bort ärendet',
    toBeredning: 'Skicka till beredning',
    decideButton: 'Besluta …',
    registerButton: 'Registrera beslut …',
    tjansteskrivelse: 'Tjänsteskrivelse',

    decideTitle: 'Besluta i ärendet',
    register: 'Registrera beslut ur protokollet',
    decideBody: 'Beslutet skrivs i ditt namn och går inte att ta tillbaka.',
    registerBody:
      'Skriv beslutet som det står i protokollet. Det loggas som registrerat av dig och går inte att ta tillbaka.',
    outcome: 'Utgång',
    outcomeHelp: {
      bifall: 'Posterna skrivs i investeringsbudgeten på en gång.',
      avslag: 'Inget skrivs i investeringsbudgeten, och ärendet avslutas.',
      aterremiss: 'Beslutet antecknas, och beredningen fortsätter.',
    },
    decideSubmit: {
      bifall: 'Bifall ärendet',
      avslag: 'Avslå ärendet',
      aterremiss: 'Återremittera ärendet',
    },
    registerSubmit: 'Registrera beslutet',
    organ: 'Organ',
    date: 'Datum',
    paragraph: 'Paragraf',
    protocol: 'Protokoll',
    protocolHelp: 'Till exempel Direktionens protokoll 2025-03-27.',
    beslutNote: 'Anteckning',
    amendments: 'Belopp',
    amendmentsHelp:
      'Bifölls ett ändringsyrkande ändrar du beloppet här. Skriv 0 för en post som ströks.',
    proposedWas: (amount: string) => `Föreslaget var ${amount}.`,
    missingOrgan: 'Skriv vilket organ som beslutade.',
    missingParagraph: 'Skriv paragrafen, till exempel § 14.',
    missingProtocol: 'Skriv vilket protokoll beslutet står i.',

    decisions: 'Beslut',
    decisionsDetail: (count: number) =>
      count === 1
        ? 'Ett beslut i ärendet.'
        : `${counted(count)} beslut i ärendet, det första först.`,
    decidedBy: (who: string, when: string) => `Beslutat i Tkr av ${who}, ${when}.`,
    registeredBy: (who: string, when: string, protocol: string) =>
      `Registrerat av ${who}, ${when}, ur ${protocol}.`,

    documents: 'Beslutsunderlag',
    documentsDetail: 'Namn, datum och filens SHA-256, så att rätt version går att känna igen.',
    noDocuments: 'Inga underlag än.',
    documentName: 'Underlagets namn',
    documentDate: 'Daterat',
    missingDocument: 'Skriv vad underlaget heter.',
    addDocument: 'Lägg till underlag',
    chooseFile: 'Välj en fil',
    orDrop: 'eller släpp den här.',
    notUploaded: 'Filen laddas inte upp. Summan räknas ut i webbläsaren och bara den sparas.',
    counting: (file: string) => `Räknar ut SHA-256 för ${file} …`,
    unreadable: (file: string) =>
      `${file} gick inte att läsa. Välj den igen, eller lägg till underlaget utan summa.`,
    sumOf: (file: string) => `${file}, SHA-256`,
    copySum: (name: string) => `Kopiera SHA-256 för ${name}`,
    remove: 'Ta bort',
    removeDocument: (name: string) => `Ta bort underlaget ${name}`,

    texts: 'Tjänsteskrivelsens texter',
    textsDetail:
      'Förslagen följer siffrorna tills du skriver något eget. Det du skriver sparas när du lämnar fältet.',
    textsReader: 'Så som tjänsteskrivelsen lyder nu.',
    blocks: {
      beslut: 'Förslag till beslut',
      sammanfattning: 'Sammanfattning av ärendet',
      arendet: 'Ärendet',
      konsekvensbeskrivning: 'Konsekvensbeskrivning',
      beslutsunderlag: 'Beslutsunderlag',
      beslutsexpediering: 'Beslutsexpediering',
    },
    isSuggested: 'Förslag ur siffrorna.',
    isOwn: 'Egen text.',
    isOwnBy: (who: string, when: string) =>
      `Egen text av ${who}, ${when}. Den följer inte siffrorna.`,
    backToSuggestion: 'Gå tillbaka till förslaget',
    backToSuggestionOf: (block: string) => `Gå tillbaka till förslaget, ${block}`,
    textConflict: 'Någon annan har skrivit i samma text',
    textConflictBody: (who: string) =>
      `Din text står kvar i fältet och är inte sparad. Så här har ${who} skrivit:`,
    takeTheirText: 'Behåll deras text',
    keepMyText: 'Spara min text',
    dropText: 'Kasta min text',
    somebody: 'någon annan',

    conflictBody: (name: string, mine: string, theirs: string) =>
      `${name}: du skrev ${mine}, men någon annan har skrivit ${theirs}. Inget är överskrivet.`,
    conflictGone: (mine: string) =>
      `Du skrev ${mine}, men någon annan har tagit bort posten. Inget är ändrat.`,
  },
};
