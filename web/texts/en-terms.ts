import type { svTerms } from './sv-terms.ts';

const months = (count: string | number): string =>
  `${count} ${`${count}` === '1' ? 'month' : 'months'}`;

const others = (count: number): string =>
  count === 0 ? '' : ` and ${count} other ${count === 1 ? 'line' : 'lines'}`;

/** What the pages about the lines' terms, what they cost and how that stands to print say, in English. */
export const enTerms: typeof svTerms = {
  villkor: {
    tab: 'Terms',
    title: 'Terms',
    place: 'Terms by line',
    kind: 'Term',
    kinds: {
      life: 'Useful life',
      loanShare: 'Share borrowed',
      drawSpan: 'Loan drawn',
      paymentInterval: 'Repaid',
    },
    units: {
      life: 'Months',
      loanShare: 'Percent',
      drawSpan: 'Months of the year',
      paymentInterval: 'Every',
    },
    inWords: {
      life: (text) => months(text),
      loanShare: (text) => text,
      drawSpan: (text) => text,
      paymentInterval: (text) => `every ${text}`,
    },
    shortMonths: [
      ...['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'],
      ...['Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    ],
    intervals: { 1: 'month', 3: 'quarter', 6: 'half-year', 12: 'year' },
    tableLabel: (kind) => `${kind} by line and budget year`,
    allLines: 'All lines',
    allLinesDetail: 'where the line says nothing of its own',
    beginning: 'From the beginning',
    from: (year) => `${year}`,
    placeName: (kind, line, year) =>
      year === null ? `${kind}, ${line}, from the beginning` : `${kind}, ${line}, from ${year}`,
    commentOf: (place) => `${place}, comment`,
    stepMany: (count) => `${count} terms`,
    problems: {
      life: 'Write a whole number of months, such as 48, or years, such as 4 years.',
      loanShare: 'Write a percentage, such as 80 or 62,5.',
      drawSpan: 'Write the first and the last month, such as 1–12 or Mar–Dec.',
      paymentInterval: 'Write month, quarter, half-year or year, or 1, 3, 6 or 12.',
    },
    notes: {
      life: 'What is bought that budget year is used for so many months. The loan is repaid and the purchase depreciated over that time. Fainter text holds without being written in the cell: it comes from an earlier year or from All lines. Empty a cell, and that holds again.',
      loanShare:
        'How much of the investments of the line is borrowed. Fainter text holds without being written in the cell. Empty a cell, and that holds again.',
      drawSpan:
        'The loan is drawn in equal parts at the end of each month, from the first to the last. Without a term: January to December.',
      paymentInterval:
        'How often what is borrowed for the line is repaid, first one interval after it was drawn. Without a term: every quarter.',
    },
    sayAll:
      'Every line with a budget has a useful life and a share borrowed, so the forecast can be computed.',
    sayNoLines: 'There are no lines to give terms.',
    sayMissing: {
      life: (line, year, count) =>
        `The useful life is missing for ${line} from ${year}${others(count)}: the amortisation cannot be computed.`,
      loanShare: (line, year, count) =>
        `The share borrowed is missing for ${line} from ${year}${others(count)}: the borrowing cannot be computed.`,
    },
    noLinesTitle: 'No lines yet',
    noLinesBody:
      'The terms belong to the lines of the investment budget. Add the first line there.',
    toBudget: 'To the investment budget',
    sheetTitle: 'What holds, and who said so?',
    sheetHint: 'Stand in a cell of the table, and the term and its history are shown here.',
    sources: {
      earlier: 'Holds since an earlier year',
      general: 'Holds for all lines',
      standard: 'Holds where nothing is said',
    },
    saidHere: (year) =>
      year === null
        ? 'Written here. Holds from the beginning, until a later year says otherwise.'
        : `Written here. Holds for what is bought from the budget year ${year}.`,
    saidElsewhere: (line, since) =>
      since === null
        ? `Comes from ${line}, from the beginning. Write in the cell to say otherwise.`
        : `Comes from ${line}, ${since}. Write in the cell to say otherwise.`,
    standard: 'Nobody has said anything: this holds then. Write in the cell to say otherwise.',
    missing: {
      life: 'Nobody has said anything. Write the number of months here or in the row All lines, and the amortisation can be computed.',
      loanShare:
        'Nobody has said anything. Write the share here or in the row All lines, and the borrowing can be computed.',
    },
    comment: 'Comment',
    commentHelp: 'Why the term is what it is. Saved when you leave the field.',
    before: 'Before',
    emptied: 'nothing',
    conflictTitle: 'Somebody else has changed the same term',
    conflictBody: (place, ours, theirs, who) =>
      `${place}: you wrote ${ours}${who === '' ? ', but it now says' : `, but ${who} has written`} ${theirs}. Nothing is lost. Choose which one holds.`,
    takeTheirs: (value) => `Keep ${value}`,
    keepMine: (value) => `Save ${value}`,
  },
  kapitalkostnad: {
    tab: 'Capital cost',
    title: 'Capital cost',
    place: (from, to) => `Capital cost ${from}–${to}`,
    by: 'Computed with',
    byOrganisation: 'The organisation’s assumptions',
    show: 'Show',
    figures: {
      cost: 'Capital cost',
      depreciation: 'Depreciation',
      internranta: 'Internal interest',
    },
    tableLabel: (figure) => `${figure} by line and year`,
    say: (from, to, amount) => [
      `The investments ${from}–${to} cost the operating budget `,
      `${amount}\u00a0Tkr`,
      ` in ${to}`,
    ],
    sayOfWhich: (depreciation, internranta) =>
      `: ${depreciation} in depreciation and ${internranta} in internal interest.`,
    sayDepreciation: (from, to, amount) => [
      `The depreciation of the investments ${from}–${to} is `,
      `${amount}\u00a0Tkr`,
      ` in ${to}.`,
    ],
    sayNoRate: ' The internal interest cannot be computed until its rate is given.',
    noteBefore: (year) =>
      `This is what is bought from ${year}. What was bought before is not in it: its depreciation is in the asset register.`,
    noteRounding:
      'The shown amounts of a year add up to another figure than the total, a rounding difference. The total is right: it is computed from the exact amounts.',
    noLifeTitle: 'A useful life is missing',
    noLifeBody: (lines) =>
      `${lines}: there is a budget and no useful life, so it is not in the depreciation. Give the life under Terms.`,
    toTerms: 'To Terms',
    noRateTitle: 'The internal interest rate is missing',
    noRateBody: (years) =>
      `No internal interest rate is given for ${years}, so the capital cost cannot be computed for those years. Give it under Assumptions.`,
    toAssumptions: 'To Assumptions',
    emptyTitle: 'Nothing to depreciate',
    emptyBody:
      'No line has both a budget and a useful life in these years. Enter the budget, and the life under Terms.',
    noScenariosBody:
      'The capital cost is computed for the same years as the forecasts. Make the first scenario under Borrowing headroom.',
    toBudget: 'To the investment budget',
    toScenarios: 'To Borrowing headroom',
    figureName: (figure, line, year) => `${figure}, ${line}, ${year}`,
    part: ({ invested, months: bought, life, worn, pieces }) =>
      `${invested} bought ${bought}, ${months(life)}: ${worn} of ${pieces} parts`,
    wearFormula:
      'The purchase divided by the life in months, from the month after each part was bought. The parts are the months of the purchase times those of the life.',
    interestFormula:
      'The internal interest is a twelfth of the year’s percentage on the book value at the start of each month: bought so far, less depreciated so far.',
  },
  motTrycket: {
    tab: 'Against print',
    title: 'Against print',
    place: (arende) => `Amortisation of ${arende}`,
    arende: 'Case',
    with: 'With the case',
    without: 'Without',
    printed: 'printed',
    difference: 'The difference between the scenarios',
    differenceDetail:
      'How much more is repaid in one scenario than in the other: as printed where it is printed, else as computed here.',
    year: 'Year',
    differs: 'Difference',
    amortisationOf: (scenario, year) => `Amortisation ${year}, ${scenario}`,
    cases: 'The amortisation of the case, computed',
    casesDetail: (count) =>
      `The scenario’s own assumptions first, then the closest of ${count} that were tried.`,
    assumptions: 'Assumptions',
    computedIn: (year) => `${year}`,
    unexplainedIn: (year) => `Unexplained ${year}`,
    distance: 'Unexplained in all',
    printedDifference: 'The difference',
    own: (scenario) => `As ${scenario} assumes`,
    closest: 'The closest of those tried',
    working: 'How it is computed, part by part',
    showAll: (count) => `Show all ${count}`,
    livesOwn: 'the lives of the lines',
    livesBefore: 'the lives of the year before',
    livesAll: (life) => `${life} months for all`,
    every: { 1: 'every month', 3: 'every quarter', 6: 'every half-year', 12: 'once a year' },
    caseName: (life, drawn, interval) => `${life}, drawn ${drawn}, repaid ${interval}`,
    noteTried:
      'What is tried: that the loan is drawn in equal parts from one of the twelve months to December, that it is repaid every month, quarter, half-year or year, and lives that are those of the lines, those of the year before, or 24, 30, 36, 48 or 60 months for all. All of it is borrowed. Unexplained is the difference less what is computed; in all is the sum without sign. That something comes close does not show that it was computed so.',
    noteRounding:
      'Computed and unexplained do not on every row add up to the difference as shown, a rounding difference. The exact amounts agree.',
    part: (lines, principal, paid, pieces) =>
      `${lines === '' ? 'New line' : lines}: ${principal} · ${paid}/${pieces}`,
    nothingLeft: (year) => `That is all of the difference ${year}.`,
    tooMuch: (amount, year) => `${amount}\u00a0Tkr more than the difference ${year}.`,
    tooLittle: (amount, year) => `${amount}\u00a0Tkr less than the difference ${year}.`,
    amountIn: (amount, year) => `${amount}\u00a0Tkr in ${year}`,
    listed: (items) => items.join(' and '),
    sayOwn: (computed, difference) => [
      'As the scenario assumes, the case is repaid with ',
      computed,
      `; the difference between the scenarios is ${difference}.`,
    ],
    sayNoLives: (difference) => [
      'The amortisation of the case cannot be computed as the scenario assumes: a line lacks a useful life. ',
      '',
      `The difference between the scenarios is ${difference}.`,
    ],
    sayClosest: (count, name, left) => [
      `The closest of ${count} sets of assumptions is ${name}, which leaves `,
      left,
      ' unexplained.',
    ],
    sayUnexplained: 'None of them explains the whole difference.',
    sayCouldRound:
      'What is left is no more than rounding can make, but that does not show that it was computed so.',
    sayNoYears: 'The scenarios have no amortisation in the same years to compare.',
    emptyTitle: 'Nothing to compare',
    emptyBody:
      'Here the computed amortisation of a case stands beside the difference between two scenarios. It takes a case that adds money, and two scenarios with the same years.',
    toArenden: 'To the cases',
  },
};
