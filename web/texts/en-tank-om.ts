import type { svTankOm } from './sv-tank-om.ts';

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

const monthIn = (month: string): string =>
  `${months[parseInt(month.slice(5, 7), 10) - 1] ?? ''} ${month.slice(0, 4)}`;

const measures = {
  debt: 'the debt',
  headroom: 'the headroom',
  cost: 'interest and fee',
};

const points = (value: string): string =>
  `${value}\u00a0percentage ${value === '1' ? 'point' : 'points'}`;

const monthCount = (count: number): string => `${count}\u00a0${count === 1 ? 'month' : 'months'}`;

/** What the page What if says, in English. */
export const enTankOm: typeof svTankOm = {
  tankOm: {
    title: 'What if',
    place: (from, to) => `What if ${from}–${to}`,
    scenario: 'Scenario',
    frozen: 'final',
    emptyTitle: 'No scenarios to try on',
    emptyBody: 'There are no scenarios yet. The ekonom makes the first one under Forecast.',
    unknownScenario: 'The scenario of the address is not there. This is another one instead.',
    monthIn,
    say: {
      asIs: 'As it stands now',
      with: (what) => `With ${what}`,
      several: (count) => `With the ${count} changes`,
      left: (subject, amount, year) => [
        `${subject}, `,
        `${amount}\u00a0Tkr`,
        ` of the guarantee headroom is left on 31/12 ${year}`,
      ],
      over: (subject, amount, year) => [
        `${subject}, the guarantee ceiling is exceeded by `,
        `${amount}\u00a0Tkr`,
        ` on 31/12 ${year}`,
      ],
      debt: (subject, amount, year) => [
        `${subject}, the debt is `,
        `${amount}\u00a0Tkr`,
        ` on 31/12 ${year}`,
      ],
      holds: '. The ceiling holds in every month.',
      breaks: (month) => `. The ceiling breaks for the first time in ${month}.`,
      noCeiling: '. No guarantee ceiling is decided.',
      unknown: (year) => `The debt on 31/12 ${year} cannot be told.`,
      knownUntil: (year) => ` After ${year} the debt cannot be told.`,
    },
    what: {
      execution: (percent) => `${percent}\u00a0% of the investments done`,
      rateHigher: (shift) => `interest ${points(shift)} higher`,
      rateLower: (shift) => `interest ${points(shift)} lower`,
      rateSame: "the loans' own interest",
      lifeLonger: (count) => `lives ${monthCount(count)} longer`,
      lifeShorter: (count) => `lives ${monthCount(count)} shorter`,
      lifeSame: "the lines' own lives",
      pricesUp: (percent) => `prices rising ${percent}\u00a0% a year`,
      pricesDown: (percent) => `prices falling ${percent}\u00a0% a year`,
      pricesSame: 'unchanged prices',
      loanShare: (percent) => `${percent}\u00a0% financed by loans`,
      extra: (amount, line, year) => `${amount}\u00a0Tkr more on ${line} ${year}`,
      less: (amount, line, year) => `${amount}\u00a0Tkr less on ${line} ${year}`,
    },
    levers: {
      title: 'Levers',
      execution: 'Execution rate',
      rateShift: 'Interest, change',
      lifeShift: 'Life, change',
      priceChange: 'Price change a year',
      loanShare: 'Financed by loans',
      extra: 'Extra investment',
      exact: (lever) => `${lever}, exact`,
      percent: (value) => `${value}\u00a0percent`,
      points: (value) => `${value}\u00a0percentage points`,
      months: (value) => `${value}\u00a0months`,
      amount: (value) => `${value}\u00a0Tkr`,
      notSaid: 'not said',
      units: { percent: '%', points: '% points', months: 'mths', amount: 'Tkr' },
      scenarioHas: (value) => `Scenario: ${value}`,
      scenarioVaries: 'The scenario varies by line or year; here it becomes the same for all.',
      resetOne: (lever) => `Reset ${lever.toLowerCase()}`,
      reset: 'Reset',
      resetAll: 'Reset all levers',
      line: 'Line',
      year: 'Year',
      notPercent: 'Write a percentage, for example 80 or 2,5.',
      notMonths: 'Write a whole number of months, for example 12 or −6.',
      followsNothing:
        'Borrowing is typed by hand in this scenario. Execution, prices and the share financed by loans therefore change only what you add.',
      noLines: 'The investment budget has no lines to add to.',
    },
    figures: {
      label: 'Key figures',
      debt: (year) => `Debt on 31/12 ${year}`,
      headroom: (year) => `Headroom left on 31/12 ${year}`,
      broken: 'Ceiling',
      breaks: 'breaks',
      since: (month) => `for the first time in ${month}`,
      brokenIn: (month) => `breaks ${month}`,
      held: 'holds',
      heldUntil: (year) => `every month until the end of ${year}`,
      noCeiling: 'none decided',
      before: (text) => `in the scenario: ${text}`,
      cost: 'Interest and guarantee fee',
      costYears: (from, to) => `${from}–${to}`,
      noRate: 'A rate is missing. The ekonom enters it among loans or assumptions.',
      change: (amount) => `${amount} against the scenario`,
      noChange: 'as in the scenario',
      unknown: 'cannot be told',
    },
    table: {
      label: 'What if, year by year',
      debt: 'Debt on 31/12',
      change: 'Change',
      debtChange: 'Debt, change',
      headroom: 'Headroom left',
      headroomChange: 'Headroom, change',
      cost: 'Interest and fee',
      costChange: 'Cost, change',
      note: (name) => `The changes are against “${name}” as it stands now. Nothing is saved.`,
    },
    chart: {
      title: 'The debt stays below the ceiling',
      overTitle: 'The debt exceeds the ceiling',
      emptyTitle: 'The debt cannot be told',
      label: 'Debt by year, the scenario and what is tried',
      tried: 'What if',
    },
    gaps: {
      title: 'Something is missing',
      life: (lines, year) =>
        `The life is missing for ${lines} from ${year}. Enter it among the assumptions.`,
      loanShare: (lines, year) =>
        `The share financed by loans is missing for ${lines} ${year}. Enter it among the assumptions, or move the lever.`,
      loanRate: 'An annuity loan has no rate. Enter it on the loan.',
      openingDebt: 'The opening debt is missing. Enter it, or the loans.',
      noRows: (year) =>
        `There are no figures for ${year}. Fill in the year in the scenario under Forecast.`,
      noCeiling: 'No guarantee ceiling is decided. Enter the decision under Guarantee and members.',
      allLines: 'all lines',
      moreLines: (count) => `${count} more lines`,
      toForecast: 'To Forecast',
    },
    questions: {
      title: 'Questions',
      detail: 'The answers are for what the levers show.',
      more: {
        title: 'How much more can be invested?',
        year: 'Year',
        on: 'On',
        spread: 'All lines, by budget',
        amount: (amount) => `${amount}\u00a0Tkr`,
        say: (where, year, exact) =>
          `So much more fits on ${where} ${year}, exactly ${exact}\u00a0Tkr.`,
        everywhere: 'the lines together',
        limitedBy: (year, kept, buffer) =>
          buffer === null
            ? `The headroom on 31/12 ${year} sets the limit: ${kept}\u00a0Tkr is left then.`
            : `The headroom on 31/12 ${year} sets the limit: ${kept}\u00a0Tkr is left then, and the buffer is ${buffer}\u00a0Tkr.`,
        oneMore: 'Checked: one öre more does not fit.',
        noneAnswer: 'Nothing.',
        none: (year, buffer) =>
          buffer === null
            ? `The debt on 31/12 ${year} is above the ceiling already.`
            : `The headroom on 31/12 ${year} is below the buffer of ${buffer}\u00a0Tkr already.`,
        unlimited: 'No limit.',
        notBorrowed: 'None of an investment there is borrowed, so the debt does not change.',
        noCeiling: 'No guarantee ceiling is decided, so there is nothing to stay below.',
        unknown: 'It cannot be told.',
        noBudget: (year) => `No line has a budget for ${year} to spread by. Choose a line.`,
        take: 'Take over as a new scenario',
        name: (where, year) => `${where} ${year}, as much as fits`,
      },
      ceiling: {
        title: 'Which ceiling does the plan need?',
        amount: (amount) => `${amount}\u00a0Tkr`,
        when: (month, buffer) =>
          buffer === null
            ? `The debt is largest in ${month}.`
            : `The debt is largest in ${month}, with the buffer of ${buffer}\u00a0Tkr.`,
        enough: (amount, ceiling) =>
          `The ceiling of ${ceiling}\u00a0Tkr is enough, with ${amount}\u00a0Tkr to spare.`,
        short: (amount, ceiling, month) =>
          `In ${month} the ceiling of ${ceiling}\u00a0Tkr must be raised by ${amount}\u00a0Tkr.`,
        unknown: 'It cannot be told.',
      },
      broken: {
        title: 'In which month does the ceiling break?',
        never: 'None.',
        neverWhy: (month, amount) => `The headroom is smallest in ${month}: ${amount}\u00a0Tkr.`,
        over: (amount) => `The debt is ${amount}\u00a0Tkr above the ceiling then.`,
        again: (month) => `It is below the ceiling again in ${month}.`,
        stays: (month) => `It is above the ceiling until the end of ${month}.`,
        noCeiling: 'No guarantee ceiling is decided.',
        unknown: 'It cannot be told.',
      },
    },
    tornado: {
      title: 'What matters most?',
      detail: 'One thing at a time is changed, for all years; the rest is as the levers show.',
      measure: 'Measure',
      measures: { debt: 'Debt', headroom: 'Headroom', cost: 'Cost' },
      unit: {
        debt: (year) => `Debt on 31/12 ${year}, change in Tkr.`,
        headroom: (year) => `Headroom left on 31/12 ${year}, change in Tkr.`,
        cost: () => 'Interest and guarantee fee in all years, change in Tkr.',
      },
      levers: {
        rate: 'Interest',
        life: 'Life',
        execution: 'Execution rate',
        price: 'Prices a year',
      },
      points: (value) => `${value}\u00a0${/^[+−]?1$/u.test(value) ? '% point' : '% points'}`,
      months: (value) => `${value}\u00a0mths`,
      percent: (value) => `${value}\u00a0%`,
      changed: (measure, isMore, amount) =>
        `${isMore ? 'raises' : 'lowers'} ${measures[measure]} by ${amount}\u00a0Tkr`,
      most: (lever, value, change) => `${lever} matters most: ${value} ${change}`,
      nothing: 'None of the changes matters here',
      without: (levers) => `Changes nothing: ${levers.toLowerCase()}.`,
      unknown: 'It cannot be told yet',
      unknownCost: 'The cost cannot be told: a rate is missing',
      tableLabel: 'What matters most',
      lever: 'Assumption',
      low: 'Lower',
      high: 'Higher',
      lowChange: 'Lower, change',
      highChange: 'Higher, change',
    },
    fan: {
      title: 'How certain is it?',
      detail:
        'Say between which bounds things may turn out. Tkr draws 10 000 outcomes within them and computes the whole forecast for each.',
      kinds: {
        executionRange: 'Execution rate, %',
        priceRange: 'Price change a year, %',
        rateRange: 'Interest, change in % points',
      },
      from: 'From year',
      always: 'All years',
      low: 'Lowest',
      likely: 'Likely',
      high: 'Highest',
      of: (kind, from) => `${kind}, ${from}`,
      add: 'Add',
      addFor: (add, kind) => `${add}: ${kind.toLowerCase()}`,
      addYear: 'From another year',
      remove: 'Remove',
      removeFor: (kind, from) => `Remove ${kind.toLowerCase()}, ${from}`,
      none: 'No bounds: the value is as the levers show.',
      notOrdered: 'The lowest must not exceed the likely one, nor that the highest.',
      sameYear: 'Two rows hold from the same year. Change one of them.',
      tried: 'The bounds are tried and not saved.',
      save: 'Save the bounds',
      inherited: 'Bounds that the scenario inherits hold again where they are removed here.',
      refused: 'The bounds were not saved as they stand',
      changedElsewhere:
        'Somebody else has changed the same bounds. Theirs are shown now, and nothing is overwritten.',
      undo: 'Back to the saved ones',
      readersNote: 'You can try any bounds. The ekonom saves them.',
      frozenNote:
        'The scenario is final. Bounds can be tried, and go with a scenario that is made of it.',
      emptyTitle: 'No bounds yet',
      emptyBody:
        'Add bounds for execution, prices or interest to see how the forecast may turn out.',
      unknown: 'The forecast cannot be told, and so the chance cannot either.',
      chance: (percent) => `Chance that the ceiling holds: ${percent}`,
      chanceDetail: (held, runs) => `${held} of ${runs}`,
      moreThan: (percent) => `more than ${percent}\u00a0%`,
      lessThan: (percent) => `less than ${percent}\u00a0%`,
      percent: (percent) => `${percent}\u00a0%`,
      noCeiling: 'No guarantee ceiling is decided, so nobody can say whether it holds.',
      chartDetail:
        'Debt on 31/12, Tkr. The dark band holds half of the outcomes, the whole band 90 of 100.',
      chartLabel: 'Debt by year, as it may turn out',
      tableLabel: 'Debt by year, as it may turn out',
      p5: '5 %',
      p25: '25 %',
      p50: 'Middle',
      p75: '75 %',
      p95: '95 %',
      half: 'half',
      held: 'Ceiling holds',
      seed: 'Seed',
      seedHelp: 'The same seed gives the same answer, here and to the next person.',
      newSeed: 'New seed',
      notSeed: 'Write a whole number, 0 to 4 294 967 295.',
      running: 'Computing 10 000 outcomes …',
      runningAgain: 'Computing again. What is shown is the answer from before.',
      failed: 'The computation was interrupted. Change something, and it is tried again.',
      ready: (milliseconds) => `Computed in ${milliseconds}\u00a0ms.`,
    },
    save: {
      open: 'Save as a new scenario',
      title: 'Save as a new scenario',
      readersNote:
        'Everything here can be tried, and nothing is saved. The ekonom saves it as a new scenario.',
      name: 'Name',
      nameOf: (name) => `${name}, tried`,
      body: (name) =>
        `The new scenario gets the figures of “${name}” and inherits its assumptions. What you have changed becomes its own assumptions. “${name}” is not changed.`,
      frozenBody:
        'The scenario is final and rests on what held then. The new one rests on the budget and the loans of today, and may differ.',
      changes: 'Its own assumptions',
      noChanges: 'Nothing is changed. The new scenario becomes a copy.',
      nameMissing: 'Write a name.',
      confirm: 'Save the scenario',
      saved: (name) => `“${name}” is saved`,
      savedBody: 'It is a draft among the scenarios. The levers are still on the one you tried on.',
      toForecast: 'Compare in Forecast',
      tryOn: 'Go on with it here',
      undone: (what) => `${what} Nothing is saved.`,
      kept: (name, saved, all) =>
        `“${name}” was made, but only ${saved} of ${all} assumptions were saved before it stopped. It could not be removed again. Remove it under Forecast, or complete it there.`,
      comment: (name) => `Tried in What if, on “${name}”`,
      assumption: (what, where, value) =>
        where === '' ? `${what}: ${value}` : `${what}, ${where}: ${value}`,
    },
  },
};
