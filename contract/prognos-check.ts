import { checkForecastRow, isForecastLength, isForecastYear } from '#domain/borgensutrymme.ts';
import { refusalOfAssumption } from '#domain/forecast/assumption-rules.ts';
import { canComeAbout } from '#domain/forecast/figure-source.ts';
import { refusalOfLoan } from '#domain/forecast/loan-refusal.ts';
import { parseWeight, refusalOfShareKey } from '#domain/forecast/share-key-rules.ts';
import { tkr } from '#domain/tkr.ts';
import type { Sentence } from './field-texts.ts';
import type { PrognosFile } from './prognos-file.ts';
import { readKeys, readLoans, toAssumption } from './prognos-input.ts';
import { refusalTexts } from './refusal-texts.ts';
import type { RefusalCode } from './refusals.ts';

/** What can be wrong between the parts of a prognosfil, besides what the rules refuse of each. */
const ownTexts = {
  prognos_given_twice: {
    sv: 'Det här är angivet två gånger. Ange det en gång.',
    en: 'This is given twice. Give it once.',
  },
  prognos_unknown_reference: {
    sv: 'Det här pekar på något som inte finns i filen. Lägg till det i sin lista, eller ändra hänvisningen.',
    en: 'This points at something that is not in the file. Add it to its list, or change the reference.',
  },
  prognos_weight_unfit: {
    sv: 'Vikten är inte av nyckelns slag: invånare är ett helt tal, procent är 0 till 100.',
    en: 'The weight is not of the kind of the key: inhabitants are a whole number, percent is 0 to 100.',
  },
} as const satisfies { readonly [code: string]: Sentence };

/** Where a prognosfil is wrong (a JSON pointer), why, and the sentence. */
export type PrognosProblem = { readonly path: string; readonly code: string; readonly sv: string };

type Code = RefusalCode | keyof typeof ownTexts;

/**
 * What does not hold in a prognosfil that its schema has taken: what rules refuse, what is there twice,
 * and what points at nothing. Empty where all holds.
 */
export function problemsOfPrognos(file: PrognosFile): PrognosProblem[] {
  const found: PrognosProblem[] = [];
  const add = (path: string, code: Code | null): void => {
    if (code !== null) found.push({ path, code, sv: sentenceOf(code) });
  };
  if (!isForecastLength(file.openingYear, file.lastYear)) add('/lastYear', 'forecast_too_long');
  checkRows(file, add);
  checkLists(file, add);
  checkLoans(file, add);
  checkAssumptions(file, add);
  checkKeys(file, add);
  return found;
}

// A file is read and not saved, so that nothing needs to be said of what was kept.
function sentenceOf(code: Code): string {
  if (code in ownTexts) return ownTexts[code as keyof typeof ownTexts].sv;
  return refusalTexts[code as RefusalCode].sv.replace(
    / Inget \u00e4r (?:\u00e4ndrat|sparat)\./u,
    '',
  );
}

type Add = (path: string, code: Code | null) => void;

function checkRows(file: PrognosFile, add: Add): void {
  twice(file.rows, 'rows', ({ year, kind }) => `${year} ${kind}`, add);
  for (const [at, row] of file.rows.entries()) {
    const path = `/rows/${at}`;
    if (!isForecastYear(file, row.kind, row.year)) {
      add(`${path}/year`, 'forecast_year_outside_scenario');
    }
    if (row.amount !== null) add(`${path}/amount`, checkForecastRow(row.kind, tkr(row.amount)));
    if (!canComeAbout(row)) add(`${path}/source`, 'figure_source_unfit');
  }
}

function checkLists(file: PrognosFile, add: Add): void {
  twice(file.lines, 'lines', ({ lineId }) => lineId, add);
  twice(file.arenden, 'arenden', ({ arendeId }) => arendeId, add);
  twice(file.curves, 'curves', ({ curveId }) => curveId, add);
  twice(file.members, 'members', ({ memberId }) => memberId, add);
  twice(file.ceilings, 'ceilings', ({ validFrom }) => validFrom, add);
  const lines = new Set<string | null>(file.lines.map(({ lineId }) => lineId));
  for (const [at, { entries }] of file.arenden.entries()) {
    for (const [one, { lineId }] of entries.entries()) {
      if (lineId === null || lines.has(lineId)) continue;
      add(`/arenden/${at}/entries/${one}/lineId`, 'prognos_unknown_reference');
    }
  }
  for (const [at, { points }] of file.curves.entries()) {
    twice(points, `curves/${at}/points`, ({ from }) => from, add);
  }
}

function checkLoans(file: PrognosFile, add: Add): void {
  twice(file.loans, 'loans', ({ loanId }) => loanId, add);
  for (const [at, loan] of readLoans(file.loans).entries()) {
    add(`/loans/${at}`, refusalOfLoan(loan));
    for (const [one, period] of loan.ratePeriods.entries()) {
      if (period.type === 'fixed') continue;
      const isThere = file.curves.some(({ curveId }) => curveId === period.curveId);
      if (!isThere) add(`/loans/${at}/ratePeriods/${one}/curveId`, 'prognos_unknown_reference');
    }
  }
}

function checkAssumptions({ levels, lines }: PrognosFile, add: Add): void {
  const known = new Set<string | null>([null, ...lines.map(({ lineId }) => lineId)]);
  for (const [at, { assumptions }] of levels.entries()) {
    const list = `levels/${at}/assumptions`;
    twice(assumptions, list, ({ kind, lineId, from }) => `${kind} ${lineId} ${from}`, add);
    for (const [one, assumption] of assumptions.entries()) {
      const path = `/${list}/${one}`;
      add(path, refusalOfAssumption(toAssumption(assumption), true));
      if (!known.has(assumption.lineId)) add(`${path}/lineId`, 'prognos_unknown_reference');
    }
  }
}

function checkKeys({ keys, members }: PrognosFile, add: Add): void {
  twice(keys, 'keys', ({ validFrom }) => validFrom, add);
  const unfit = keys.flatMap(({ type, parts }, at) =>
    parts.flatMap(({ weight }, one) =>
      parseWeight(type, weight) === null ? [`/keys/${at}/parts/${one}/weight`] : [],
    ),
  );
  for (const path of unfit) add(path, 'prognos_weight_unfit');
  if (unfit.length > 0) return;
  const always = members.map(({ memberId }) => ({ memberId, joinedOn: null, leftOn: null }));
  for (const [at, key] of readKeys(keys).entries())
    add(`/keys/${at}`, refusalOfShareKey(key, always));
}

function twice<One>(
  list: readonly One[],
  name: string,
  keyOf: (one: One) => string,
  add: Add,
): void {
  const seen = new Set<string>();
  for (const [at, one] of list.entries()) {
    const key = keyOf(one);
    if (seen.has(key)) add(`/${name}/${at}`, 'prognos_given_twice');
    seen.add(key);
  }
}
