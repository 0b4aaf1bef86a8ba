import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { keyChange, keyWithout } from '#domain/forecast/key-change.ts';
import { yearlyFees } from '#domain/forecast/member-fees.ts';
import { keyAt } from '#domain/forecast/member-shares.ts';
import { memberYears } from '#domain/forecast/member-years.ts';
import { monthOfDay } from '#domain/forecast/month.ts';
import { computePlan } from '#domain/forecast/plan.ts';
import { toPlain, zero } from '#domain/tkr.ts';
import { problemsOfPrognos } from './prognos-check.ts';
import { prognosFile } from './prognos-file.ts';
import { planInputOf, readKeys } from './prognos-input.ts';
import { toPrognosResult } from './to-prognos-result.ts';

/** What is worked by hand in a case; only what is written there is compared. */
type Expected = {
  readonly [part: string]: unknown;
  readonly members?: readonly MembersOnDay[];
  readonly borgensavgiftYears?: readonly unknown[];
  readonly keyChange?: { readonly leaves: string; readonly before: string; readonly after: string };
};

type MembersOnDay = { readonly day: string; readonly parts: readonly unknown[] };

const folder = path.join(import.meta.dirname, '../fixtures/prognos');

const cases = readdirSync(folder).map((name) => {
  const written = JSON.parse(readFileSync(path.join(folder, name, 'case.json'), 'utf8')) as {
    readonly input: unknown;
    readonly expected: Expected;
  };
  const file = prognosFile.parse(written.input);
  const input = planInputOf(file);
  const { keyChange: change, ...expected } = written.expected;
  return {
    name,
    file,
    input,
    plan: computePlan(input),
    keys: readKeys(file.keys),
    expected,
    change,
  };
});

describe.each(cases)('the worked case $name', ({ file, input, plan, keys, expected }) => {
  it('is a prognosfil that holds', () => {
    expect(problemsOfPrognos(file)).toEqual([]);
  });

  it('is computed to the öre as it was worked', () => {
    const result = toPrognosResult(input, plan, { name: file.name, keys });
    expect(alike(result, expected)).toEqual(expected);
  });
});

const withKeys = cases.filter(({ keys }) => keys.length > 0);

describe.each(withKeys)('the members of $name', ({ plan, keys, expected, change }) => {
  it('have the shares at each year’s end that were worked', () => {
    const shares = memberYears(plan.forecast.years, keys).map((one) => ({
      day: `${one.year}-12-31`,
      parts: plain(one.shares),
    }));
    const worked = expected.members?.filter(({ day }) => day.endsWith('-12-31'));
    expect(shares).toEqual(worked?.map(({ day, parts }) => ({ day, parts })));
  });

  it('pay the fees of each year that were worked', () => {
    const fees = yearlyFees(plan.months, keys).map(({ year, total, parts }) => {
      return { year, amount: toPlain(total), parts: plain(parts) };
    });
    expect(fees).toEqual(expected.borgensavgiftYears);
  });

  it('take over from the one that leaves what was worked', () => {
    const { leaves = '', before = '', after = '' } = change ?? {};
    const [old, now] = [keyAt(keys, before), keyAt(keys, after)];
    const month = plan.months.find((one) => one.month === monthOfDay(after));
    const amounts = { debt: month?.opening ?? zero, borgenstak: month?.borgenstak ?? null };
    const changes =
      old && now && keyChange(old, now, amounts).map((one) => [one.memberId, one.change] as const);
    const told = changes?.map(([memberId, moved]) => ({ memberId, ...plain([moved])[0] }));
    expect(old && keyWithout(old, leaves)?.parts).toEqual(now?.parts);
    expect({ leaves, before, after, changes: told }).toEqual(change);
  });
});

it('finds cases to compare', () => {
  expect(cases.length).toBeGreaterThan(12);
  expect(withKeys.length).toBeGreaterThan(0);
});

type Amounts = { readonly [field: string]: string | bigint | null };

function plain(shares: readonly Amounts[]): { readonly [field: string]: unknown }[] {
  return shares.map((share) =>
    Object.fromEntries(
      Object.entries(share).map(([field, value]) => [
        field,
        typeof value === 'bigint' ? toPlain(value as typeof zero) : value,
      ]),
    ),
  );
}

const identities = ['year', 'month', 'day', 'loanId'];

/**
 * What is computed, in the places that are worked: their fields, and of a list by years, months, days
 * or loans those that are there. Other lists are taken whole.
 */
function alike(computed: unknown, worked: unknown): unknown {
  if (Array.isArray(computed) && Array.isArray(worked)) {
    const identity = identities.find((one) => isObject(worked[0]) && one in worked[0]);
    if (identity === undefined) return computed;
    const placeOf = (one: unknown): unknown => (isObject(one) ? one[identity] : undefined);
    return worked.map((one) =>
      alike(
        computed.find((other) => placeOf(other) === placeOf(one)),
        one,
      ),
    );
  }
  if (!isObject(computed) || !isObject(worked)) return computed;
  return Object.fromEntries(
    Object.entries(worked).map(([field, value]) => [field, alike(computed[field], value)]),
  );
}

function isObject(value: unknown): value is { readonly [field: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
