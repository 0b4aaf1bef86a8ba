import { borgenstakAt } from '#domain/borgensutrymme.ts';
import { borgensavgiftByMember, keyAt, memberShares } from '#domain/forecast/member-shares.ts';
import { firstDayIn, lastDayIn, monthOfDay, yearOf } from '#domain/forecast/month.ts';
import type { Plan } from '#domain/forecast/plan.ts';
import type { PlanMonth } from '#domain/forecast/plan-months.ts';
import type { ShareKey } from '#domain/forecast/share-key.ts';
import { grouped } from '#domain/grouped.ts';
import { sum, toPlain } from '#domain/tkr.ts';
import { lastDayOf } from '#domain/year.ts';
import { monthToPlain, plainOrNull } from './prognos-plain.ts';
import type { PrognosResult } from './prognos-result.ts';

/** What members answer for at each year's end, and on both sides of a new key: the day before it by the old. */
export function membersOf(
  { months, ceilings }: Plan,
  keys: readonly ShareKey[],
): PrognosResult['members'] {
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return [];
  const [from, to] = [firstDayIn(first.month), lastDayIn(last.month)];
  const days = new Set(months.map(({ month }) => lastDayOf(yearOf(month))));
  for (const { validFrom } of keys) {
    if (validFrom <= from || validFrom > to) continue;
    days.add(validFrom);
    days.add(dayBefore(validFrom));
  }
  return [...days].toSorted().flatMap((day) => {
    const key = keyAt(keys, day);
    if (key === null) return [];
    const month = months[monthOfDay(day) - first.month];
    if (month === undefined) return [];
    const debt = day === lastDayIn(month.month) ? month.closing : month.opening;
    const borgenstak = borgenstakAt(ceilings, day);
    const parts = memberShares(key, { debt, borgenstak });
    return [
      {
        day,
        debt: toPlain(debt),
        borgenstak: plainOrNull(borgenstak),
        parts: parts.map((part) => ({
          memberId: part.memberId,
          debt: toPlain(part.debt),
          borgenstak: plainOrNull(part.borgenstak),
          headroom: plainOrNull(part.headroom),
        })),
      },
    ];
  });
}

function dayBefore(day: string): string {
  const within = parseInt(day.slice(8), 10);
  if (within === 1) return lastDayIn(monthOfDay(day) - 1);
  return `${day.slice(0, 8)}${`${within - 1}`.padStart(2, '0')}`;
}

/** The members' fees, by month and by year; months without a fee or a key are left out. */
export function borgensavgiftOf(months: readonly PlanMonth[], keys: readonly ShareKey[]) {
  const told = months.flatMap(({ month, borgensavgift }) => {
    const parts = borgensavgift && borgensavgiftByMember(keys, month, borgensavgift);
    return parts ? [{ month, amount: borgensavgift, parts }] : [];
  });
  const byYear = grouped(told, ({ month }) => yearOf(month));
  return {
    borgensavgift: told.map(({ month, amount: total, parts }) => ({
      month: monthToPlain(month),
      amount: toPlain(total),
      parts: parts.map(({ memberId, amount }) => ({ memberId, amount: toPlain(amount) })),
    })),
    borgensavgiftYears: [...byYear].map(([year, ofYear]) => {
      const all = ofYear.flatMap(({ parts }) => parts);
      return {
        year,
        amount: toPlain(sum(all.map(({ amount }) => amount))),
        parts: [...grouped(all, ({ memberId }) => memberId)].map(([memberId, own]) => ({
          memberId,
          amount: toPlain(sum(own.map(({ amount }) => amount))),
        })),
      };
    }),
  };
}
