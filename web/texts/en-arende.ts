import type { svArende } from './sv-arende.ts';

const counted = (count: number): string =>
  ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'][count] ??
  `${count}`;

/** What the web says about ärenden, in English. The field's own names stay Swedish. */
export const enArende: typeof svArende = {
  arendeTabs: { arenden: 'Cases', behov: 'Needs', policy: 'Carry-over policy' },
  linked: {
    title: 'The case behind the figure',
    follows: 'Follows the case',
    followed: 'Case',
    linked: 'Linked',
    anArende: 'A case that you do not see yet.',
    gives: 'The case gives',
    instead: 'Counts instead',
    nothing: 'empty',
    followAgain: 'Empty the cell and it follows the case again.',
  },
  arenden: {
    title: 'Cases',
    create: 'New case',
    sayNone: 'There are no cases yet.',
    sayIdle: (drafts, decided) =>
      [
        'No case is being prepared.',
        drafts === 0 ? '' : `${counted(drafts)} ${drafts === 1 ? 'is a draft' : 'are drafts'}.`,
        decided === 0 ? '' : `${counted(decided)} ${decided === 1 ? 'is' : 'are'} decided.`,
      ]
        .filter(Boolean)
        .join(' '),
    sayPrepared: (count) =>
      `${counted(count)} ${count === 1 ? 'case is' : 'cases are'} being prepared: `,
    forYear: (year) => ` for ${year}`,
    and: ' and ',
    emptyTitle: 'Begin with the first case',
    emptyBody:
      'A case gathers what is to be decided: what is carried over from last year, what is requested, why, and what it does to the budget and the guarantee headroom. Enter last year’s outcome and this year’s needs first, and Tkr suggests the amounts.',
    emptyReader: 'The finance officer has not sent any case to preparation yet.',
    columns: {
      title: 'Case',
      dnr: 'Reference',
      year: 'Year',
      status: 'State',
      total: 'Changes the budget by, Tkr',
      beslut: 'Decision',
    },
    noDnr: 'missing',
    noBeslut: 'none yet',
    moved: 'the basis has moved',
  },
  arende: {
    statuses: { utkast: 'Draft', beredning: 'In preparation', beslutad: 'Decided' },
    steps: { utkast: 'Draft', beredning: 'Preparation', beslutad: 'Decided' },
    path: 'The path of the case',
    outcomes: { bifall: 'Granted', avslag: 'Refused', aterremiss: 'Referred back' },
    arendeKinds: {
      tillaggsbudget: 'Carry-over and supplementary request',
      omdisponering: 'Transfer',
      correction: 'Correction',
    },
    kinds: {
      aterbudgetering: 'carry-over',
      tillaggsaskande: 'supplementary request',
      omdisponering: 'transfer',
      newLine: 'supplementary request on a new line',
      correction: 'correction',
    },
    kindChoices: {
      aterbudgetering: 'Carry-over: move what was not used',
      tillaggsaskande: 'Supplementary request: ask for more money',
      omdisponering: 'Transfer: move between two lines',
      newLine: 'New line: ask for money for something new',
    },
    fromYear: (year) => `from ${year}`,
    fromLine: (line) => `from ${line}`,
    correctedYear: (year) => `of what came from ${year}`,

    sayEmpty: (year) =>
      `The case proposes nothing for ${year} yet. Choose among the suggestions or add an entry.`,
    sayMore: (year, isDecided) =>
      `The case ${isDecided ? 'raised' : 'raises'} the investment budget of ${year} by `,
    sayLess: (year, isDecided) =>
      `The case ${isDecided ? 'lowered' : 'lowers'} the investment budget of ${year} by `,
    saySame: (year, isDecided) =>
      `The case ${isDecided ? 'left' : 'leaves'} the investment budget of ${year} the same.`,
    sayTo: (after) => ` to ${after}\u00a0Tkr.`,
    sayRefused: (year, amount) =>
      `The case was refused. The investment budget of ${year} was not changed by the proposed ${amount}\u00a0Tkr.`,
    sayHeadroom: (year, granted, refused) => [
      ` The guarantee headroom on 31/12 ${year} will be `,
      `${granted}\u00a0Tkr`,
      ' if it is granted and ',
      `${refused}\u00a0Tkr`,
      ' if it is refused.',
    ],
    sayBreaks: (year) => ` If granted, the ceiling is broken on 31/12 ${year}.`,
    noDnrYet: 'No reference number',

    movedTitle: (name, amount) =>
      `The basis of ${name} has moved: ${amount}\u00a0Tkr is not covered`,
    movedRow: (line, year, { carried, unused, excess }) =>
      `${line}: ${carried}\u00a0Tkr was carried over from ${year}, but by the outcome that holds now only ${unused}\u00a0Tkr was unused. The difference is ${excess}\u00a0Tkr. The decision stands until it is corrected.`,
    movedUnknown: (line, carried, year) =>
      `${line}: ${carried}\u00a0Tkr was carried over from ${year}, but there is no longer any outcome for ${year} to hold it against.`,
    openArende: 'Open the case',
    proposeCorrection: 'Propose a correction',

    decidedTitle: 'The case is decided and no longer changes',
    decidedBody2:
      'Its entries stand in the investment budget with the decision as their source. A mistake is corrected in a new case.',
    refusedBody: 'Nothing was written to the investment budget. To try again, make a new case.',
    returnedTitle: 'The case is referred back',
    returnedBody:
      'The preparation goes on: change what is to be changed, and register the next decision when it is made.',
    cannotEmpty: 'An entry always has an amount. To drop it, remove it in the menu of its row.',

    entriesLabel: 'Proposed entries',
    noEntries: 'No entries yet. Choose among the suggestions below, or add an entry by hand.',
    noEntriesReader: 'The case has no entries.',
    columns: {
      unused: 'Unused',
      unusedIn: (year) => `Unused ${year}`,
      budgetOf: (year) => `Budget ${year}`,
      need: 'Need',
      before: 'Budget before',
      gap: 'Gap',
      amount: 'Proposed',
      decided: 'Decided',
      after: 'Budget after',
      over: 'Against need',
      reason: 'Reason',
    },
    wholeBudget: (year) => `The whole budget ${year}`,
    leftOfUnused: (left) => `Left to carry over: ${left}`,
    even: 'even',
    over: 'over',
    under: 'under',
    stops: 'stopped',
    writeWhy: 'say why',
    entryMenu: (name) => `${name}, actions`,
    removeEntry: 'Remove the entry',

    judgement: 'Judgement',
    judgedStopped: (count) =>
      count === 1
        ? 'One entry is stopped and must be changed.'
        : `${counted(count)} entries are stopped and must be changed.`,
    judgedUnexplained: (count) =>
      count === 1 ? 'One entry needs a reason.' : `${counted(count)} entries need a reason.`,
    judgedFine: 'Nothing stops the case.',
    judgedDecided: 'As the entries stand against outcome and needs now.',
    explained: 'Explained.',
    deviates: 'Differs.',
    judgedEmpty: 'Nothing to judge yet.',
    severities: { refused: 'Stopped.', needsReason: 'Say why.', information: 'Good to know.' },
    marks: {
      overUnused: (by, year, left) =>
        `It is ${by}\u00a0Tkr more than what is left unused from ${year}, ${left}\u00a0Tkr. Lower the amount or request the rest.`,
      outcomeMissing: (line, year) =>
        `The outcome ${year} of ${line} is not known, so nothing can be carried over. Enter the outcome first.`,
      alreadyCorrected:
        'The entry that was to be corrected has been replaced by another. Remove this row.',
      overNeed: (by, after, need) =>
        `The budget becomes ${after}\u00a0Tkr, ${by}\u00a0Tkr over the need of ${need}\u00a0Tkr.`,
      underNeed: (by, after, need) =>
        `The budget becomes ${after}\u00a0Tkr, ${by}\u00a0Tkr under the need of ${need}\u00a0Tkr.`,
      overDelegation: (by, limit) =>
        `It is ${by}\u00a0Tkr more than the delegated ${limit}\u00a0Tkr, so the board has to decide.`,
      lapses: (line) => `The carry-over policy says that unused money on ${line} lapses.`,
      noPolicy: (line) => `No carry-over policy holds for ${line}. It is up to the board.`,
      belowZero: (by) =>
        `The line that the money is taken from gets ${by}\u00a0Tkr less than zero.`,
    },
    reason: 'Reason',
    reasonShown: 'Reason:',
    reasonHelp: 'Why this very amount. Needed where the entry differs from the need or the policy.',
    reasonOf: (name) => `Reason, ${name}`,
    reasonMissing: 'Say why before the case is sent to preparation.',

    suggestTitle: 'To propose',
    suggestDetail: (year, left, gap) =>
      `Unused ${year}: ${left}\u00a0Tkr. What is missing: ${gap}\u00a0Tkr.`,
    carryFrom: 'Carry over from',
    nothingToSuggest: (year) =>
      `Nothing is known to be unused in ${year}, and no need is larger than its budget.`,
    toUtfall: (year) => `Outcome ${year}`,
    toBehov: (year) => `Needs ${year}`,
    suggest: 'Propose',
    suggested: 'nothing more',
    budgetNow: 'The budget as it is now',
    suggestAmount: (amount) => `Propose ${amount}`,
    suggestCarry: (line, amount, year) => `Propose ${amount}, carry-over of ${line} from ${year}`,
    requestAmount: (amount) => `Request ${amount}`,
    requestFor: (line, amount) => `Request ${amount}, supplementary request for ${line}`,

    effect: 'Effect',
    effectHolds: 'The headroom suffices if the case is granted',
    effectBreaks: (year) => `The ceiling is broken on 31/12 ${year} if the case is granted`,
    effectBreaksAnyway: (year) =>
      `The ceiling is broken on 31/12 ${year}, with and without the case`,
    effectDetail: (name) => `Computed from the scenario “${name}”, Tkr.`,
    noBase: 'Choose a scenario to compute debt and headroom from. Tkr.',
    effectUnknown: 'The scenario lacks debt or rows, so the debt cannot be computed.',
    effectLabel: 'Debt and headroom, if the case is granted and if it is refused',
    budgetBefore: (year) => `Budget ${year} before`,
    budgetAfter: (year) => `Budget ${year} after`,
    theArende: 'The case',
    arendeIn: (year) => `The case, ${year}`,
    ifGranted: 'If granted',
    ifRefused: 'If refused',
    withIt: 'With the case',
    withoutIt: 'Without it',
    effectDecided: 'The effect on debt and headroom',
    debt: 'Debt',
    headroom: 'Left',
    overCeiling: 'over the ceiling',
    noCeiling: 'No ceiling is decided for these years.',
    ceiling: (amount) => `Ceiling ${amount}.`,
    ceilingAt: (year, amount) => `Ceiling 31/12 ${year}: ${amount}.`,
    baseScenario: 'Compute from',
    noScenario: 'No scenario',
    makeScenarios: 'Make scenarios',
    makeScenariosHelp: 'Two copies: if the case is granted and if it is refused.',
    madeScenarios: (granted, refused) => `Made “${granted}” and “${refused}”.`,
    followedBy: 'Followed by',
    showTogether: 'Show them side by side',

    titleField: 'Title',
    titleHelp: 'For example Återbudgetering samt tilläggsäskande.',
    dnr: 'Reference number',
    dnrHelp: 'Can be filled in later.',
    kind: 'Kind',
    year: 'Budget year',
    missingTitle: 'Write a title.',
    createSubmit: 'Make the case',
    editFacts: 'Facts of the case',
    editFactsMenu: 'Change title, reference and year …',
    factsElsewhere: 'Somebody else has changed the facts',
    factsThere: (title, dnr, year) =>
      `Now: ${title}, reference ${dnr}, ${year}. What you wrote is still in the fields. Save writes over, Close keeps what holds now.`,

    addEntry: 'New entry in the case',
    addEntryShort: 'New entry',
    addSubmit: 'Add the entry',
    entryKind: 'What the entry does',
    line: 'Line',
    newLineName: 'Name of the new line',
    newLineHelp: 'The line is added to the budget if the case is granted.',
    fromLineField: 'From line',
    toYear: 'Budget year that gets the money',
    amount: 'Amount, Tkr',
    missingLine: 'Choose a line.',
    missingName: 'Write what the line is called.',

    more: 'More',
    takeBack: 'Take back to draft',
    takeBackDetail: 'The board no longer sees the case then',
    deleteMenu: 'Delete the case …',
    deleteTitle: (title) => `Delete “${title}”?`,
    deleteBody: 'The draft goes, with entries, texts and documents. It stays in the log.',
    deleteConfirm: 'Delete the case',
    toBeredning: 'Send to preparation',
    decideButton: 'Decide …',
    registerButton: 'Register decision …',
    tjansteskrivelse: 'Official report',

    decideTitle: 'Decide the case',
    register: 'Register a decision from the minutes',
    decideBody: 'The decision is written in your name and cannot be taken back.',
    registerBody:
      'Write the decision as the minutes have it. It is logged as registered by you and cannot be taken back.',
    outcome: 'Outcome',
    outcomeHelp: {
      bifall: 'The entries are written to the investment budget at once.',
      avslag: 'Nothing is written to the investment budget, and the case is closed.',
      aterremiss: 'The decision is noted, and the preparation goes on.',
    },
    decideSubmit: {
      bifall: 'Grant the case',
      avslag: 'Refuse the case',
      aterremiss: 'Refer the case back',
    },
    registerSubmit: 'Register the decision',
    organ: 'Body',
    date: 'Date',
    paragraph: 'Paragraph',
    protocol: 'Minutes',
    protocolHelp: 'For example Direktionens protokoll 2025-03-27.',
    beslutNote: 'Note',
    amendments: 'Amounts',
    amendmentsHelp:
      'Where an amendment was carried, change the amount here. Write 0 for an entry that was struck.',
    proposedWas: (amount) => `Proposed was ${amount}.`,
    missingOrgan: 'Write which body decided.',
    missingParagraph: 'Write the paragraph, for example § 14.',
    missingProtocol: 'Write which minutes the decision stands in.',

    decisions: 'Decisions',
    decisionsDetail: (count) =>
      count === 1
        ? 'One decision in the case.'
        : `${counted(count)} decisions, the first one first.`,
    decidedBy: (who, when) => `Decided in Tkr by ${who}, ${when}.`,
    registeredBy: (who, when, protocol) => `Registered by ${who}, ${when}, from ${protocol}.`,

    documents: 'Basis documents',
    documentsDetail: 'Name, date and the file’s SHA-256, so that the right version can be told.',
    noDocuments: 'No documents yet.',
    documentName: 'Name of the document',
    documentDate: 'Dated',
    missingDocument: 'Write what the document is called.',
    addDocument: 'Add document',
    chooseFile: 'Choose a file',
    orDrop: 'or drop it here.',
    notUploaded:
      'The file is not uploaded. Its sum is computed in the browser, and only that is saved.',
    counting: (file) => `Computing SHA-256 of ${file} …`,
    unreadable: (file) =>
      `${file} could not be read. Choose it again, or add the document without a sum.`,
    sumOf: (file) => `${file}, SHA-256`,
    copySum: (name) => `Copy SHA-256 of ${name}`,
    remove: 'Remove',
    removeDocument: (name) => `Remove the document ${name}`,

    texts: 'Texts of the official report',
    textsDetail:
      'The suggestions follow the figures until you write your own. What you write is saved when you leave the field.',
    textsReader: 'As the official report reads now.',
    blocks: {
      beslut: 'Proposed decision',
      sammanfattning: 'Summary',
      arendet: 'The case',
      konsekvensbeskrivning: 'Consequences',
      beslutsunderlag: 'Basis of the decision',
      beslutsexpediering: 'Sent to',
    },
    isSuggested: 'Suggested from the figures.',
    isOwn: 'Own text.',
    isOwnBy: (who, when) => `Own text by ${who}, ${when}. It does not follow the figures.`,
    backToSuggestion: 'Back to the suggestion',
    backToSuggestionOf: (block) => `Back to the suggestion, ${block}`,
    textConflict: 'Somebody else has written in the same text',
    textConflictBody: (who) =>
      `Your text is still in the field and is not saved. This is what ${who} wrote:`,
    takeTheirText: 'Keep their text',
    keepMyText: 'Save my text',
    dropText: 'Drop my text',
    somebody: 'somebody else',

    conflictBody: (name, mine, theirs) =>
      `${name}: you wrote ${mine}, but somebody else has written ${theirs}. Nothing is overwritten.`,
    conflictGone: (mine) =>
      `You wrote ${mine}, but somebody else has removed the entry. Nothing is changed.`,
  },
};
