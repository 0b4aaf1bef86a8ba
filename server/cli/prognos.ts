import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import type { z } from 'zod';
import { fieldTexts, isFieldCode } from '#contract/field-texts.ts';
import { type PrognosProblem, problemsOfPrognos } from '#contract/prognos-check.ts';
import { type PrognosFile, prognosFile } from '#contract/prognos-file.ts';
import { planInputOf, readKeys } from '#contract/prognos-input.ts';
import { toPrognosResult } from '#contract/to-prognos-result.ts';
import { computePlan, type Plan } from '#domain/forecast/plan.ts';
import { Told } from '../care/told.ts';
import { type Command, type CommandResult, WrongUsage } from './command.ts';

/** The most problems that are told: a file that is something else has one in every place. */
const mostTold = 100;

/**
 * `tkr prognos`: computes the forecast of a prognosfil, of this machine or on standard input (`-`). No
 * database and no data directory is touched.
 */
export const prognos: Command = {
  parameters: 'FIL',
  about: 'räknar prognosen i en prognosfil (- läser det som skickas in), månad för månad',
  run: async (parameters) => {
    const [file, ...rest] = parameters;
    if (file === undefined || (file.startsWith('-') && file !== '-')) {
      throw new WrongUsage('Ange prognosfilen efter kommandot, eller - för det som skickas in.');
    }
    if (rest.length > 0) throw new WrongUsage(`${rest[0]} hör inte till kommandot.`);
    const json = parseJson(file, file === '-' ? await textOf(process.stdin) : await read(file));
    const parsed = prognosFile.safeParse(json);
    if (!parsed.success) return told(problemsOfSchema(parsed.error, json));
    const problems = problemsOfPrognos(parsed.data);
    return problems.length > 0 ? told(problems) : computed(parsed.data);
  },
};

async function read(file: string): Promise<string> {
  try {
    return await readFile(path.resolve(file), 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    const sentence = sentences.get(code);
    if (sentence === undefined) throw error;
    throw new Told(`${file} ${sentence} Inget är räknat.`, { cause: error });
  }
}

const sentences: ReadonlyMap<unknown, string> = new Map([
  ['ENOENT', 'finns inte. Kontrollera namnet.'],
  ['EISDIR', 'är en katalog. Ange en fil i den.'],
  ['EACCES', 'får inte läsas av den här användaren.'],
]);

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Told(
      `${file === '-' ? 'Det som skickades in' : file} är inte JSON: ${error.message}. Inget är räknat. Hämta scenariot som JSON i Tkr, eller se docs/prognos.md.`,
      { cause: error },
    );
  }
}

function told(problems: readonly PrognosProblem[]): CommandResult {
  const result = {
    ok: false,
    message: 'Filen går inte att räkna på. Rätta det som står här och försök igen.',
    problemCount: problems.length,
    problems: problems.slice(0, mostTold),
  };
  return result;
}

function problemsOfSchema({ issues }: z.ZodError, json: unknown): PrognosProblem[] {
  return issues.flatMap((issue): PrognosProblem[] => {
    const at = pointerTo(issue.path);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) =>
        fieldProblem(pointerTo([...issue.path, key]), 'field_unknown'),
      );
    }
    if (valueAt(json, issue.path) === undefined) return [fieldProblem(at, 'field_missing')];
    if (isFieldCode(issue.message)) return [fieldProblem(at, issue.message)];
    const problem = fieldProblem(at, 'field_invalid');
    if (issue.code !== 'invalid_value') return [problem];
    const values = issue.values.map(String).join(', ');
    return [{ ...problem, sv: `${problem.sv} Det ska vara ${values}.` }];
  });
}

function valueAt(json: unknown, keys: readonly PropertyKey[]): unknown {
  let value = json;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as { readonly [key: PropertyKey]: unknown })[key];
  }
  return value;
}

function pointerTo(keys: readonly PropertyKey[]): string {
  return keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function fieldProblem(at: string, code: keyof typeof fieldTexts): PrognosProblem {
  return { path: at, code, sv: fieldTexts[code].sv };
}

function computed(file: PrognosFile): CommandResult {
  const input = planInputOf(file);
  const plan = computePlan(input);
  const missing = [...missingOf(file, plan)];
  const result = toPrognosResult(input, plan, { name: file.name, keys: readKeys(file.keys) });
  return { ok: missing.length === 0, missing, ...result } as CommandResult;
}

const missingWords = {
  life: 'Livslängd saknas',
  loanShare: 'Lånefinansieringsgrad saknas',
  loanRate: 'Räntan på ett lån är okänd',
  openingDebt: 'Ingående skuld saknas',
} as const satisfies { readonly [missing in Plan['gaps'][number]['missing']]: string };

// What the forecast could not tell, as sentences: one for each year and reason.
function* missingOf({ lines }: PrognosFile, { gaps, forecast }: Plan): Generator<string> {
  for (const { missing, year, lineIds } of gaps) {
    const names = lineIds.map((id) => lines.find(({ lineId }) => lineId === id)?.name ?? id);
    const whose = names.length === 0 ? '' : ` för ${names.join(', ')}`;
    yield `${missingWords[missing]}${whose} från ${year}.`;
  }
  for (const { year, gap } of forecast.years) {
    if (gap === 'no_opening_debt') yield `Ingående skuld saknas ${year}.`;
    if (gap === 'no_rows') yield `${year} har inga siffror.`;
    if (gap === 'no_borgenstak') yield `Borgenstak saknas ${year}.`;
  }
}
