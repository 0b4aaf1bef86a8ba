import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accumulate } from './accumulated.ts';
import type { Budgetpost } from './budgetpost.ts';
import { add, fromOre, negate, subtract, sum, type Tkr, tkr, toOre, toPlain, zero } from './tkr.ts';

let count = 0;
function post(lineId: string, year: number, amount: string | Tkr): Budgetpost {
  count += 1;
  return {
    id: `${count}`,
    lineId,
    year,
    kind: 'ursprunglig',
    amount: typeof amount === 'string' ? tkr(amount) : amount,
    otherYear: null,
    otherLineId: null,
    pairId: null,
    replacesId: null,
  };
}

function carried(lineId: string, fromYear: number, year: number, amount: Tkr): Budgetpost[] {
  const kind = 'aterbudgetering';
  return [
    { ...post(lineId, year, amount), kind, otherYear: fromYear },
    { ...post(lineId, fromYear, negate(amount)), kind, otherYear: year },
  ];
}

const spent = (lineId: string, year: number, amount: string) => ({
  lineId,
  year,
  amount: tkr(amount),
});

const plain = (amount: Tkr | null): string | null => (amount === null ? null : toPlain(amount));

describe('unused and overrun of 2023 and 2024', () => {
  // Klienter 0 + 5 196, Mobiltelefoner 86 + 990 and Switchar 1 600 are unused; Nät −500 − 401.
  const posts = [
    post('klienter', 2023, '7000'),
    post('klienter', 2024, '9196'),
    post('mobiltelefoner', 2023, '1800'),
    post('mobiltelefoner', 2024, '1990'),
    post('switchar', 2024, '1600'),
    post('nat', 2023, '1000'),
    post('nat', 2024, '600'),
  ];
  const utfall = [
    spent('klienter', 2023, '7000'),
    spent('klienter', 2024, '4000'),
    spent('mobiltelefoner', 2023, '1714'),
    spent('mobiltelefoner', 2024, '1000'),
    spent('switchar', 2024, '0'),
    spent('nat', 2023, '1500'),
    spent('nat', 2024, '1001'),
  ];
  const lineIds = ['klienter', 'mobiltelefoner', 'switchar', 'nat', 'system'];

  it('come to 7 872 and 901, and are not set off against each other', () => {
    const { lines, unused, overrun } = accumulate(lineIds, posts, utfall, 2023, 2024);
    expect([toPlain(unused), toPlain(overrun)]).toEqual(['7872', '901']);
    expect(lines.map(({ deviation }) => plain(deviation))).toEqual([
      '5196',
      '1076',
      '1600',
      '-901',
      null,
    ]);
  });

  it('stay what they were when some of it is carried to a year that is not closed', () => {
    const moved = [...posts, ...carried('klienter', 2024, 2025, tkr('3400'))];
    const { lines, unused } = accumulate(lineIds, moved, utfall, 2023, 2025);
    expect(toPlain(unused)).toBe('7872');
    expect([plain(lines[0]?.carriedOut ?? null), plain(lines[0]?.left ?? null)]).toEqual([
      '3400',
      '1796',
    ]);
  });

  it('tell the years of which nothing is known', () => {
    const { yearsWithoutUtfall } = accumulate(lineIds, posts, utfall, 2022, 2025);
    expect(yearsWithoutUtfall).toEqual([2022, 2025]);
  });
});

describe('money carried between two closed years', () => {
  it('is unused once, though it went unused twice', () => {
    const posts = [post('a', 2023, '1000'), ...carried('a', 2023, 2024, tkr('600'))];
    const utfall = [spent('a', 2023, '0'), spent('a', 2024, '100')];
    const [line] = accumulate(['a'], posts, utfall, 2023, 2024).lines;
    expect(line?.years.map(({ deviation }) => plain(deviation))).toEqual(['1000', '500']);
    expect([plain(line?.budget ?? null), plain(line?.deviation ?? null)]).toEqual(['1000', '900']);
    expect([line?.carriedIn, line?.carriedOut]).toEqual([zero, zero]);
  });

  it('is carried in where the year it left is not among those looked at', () => {
    const posts = [post('a', 2023, '1000'), ...carried('a', 2023, 2024, tkr('600'))];
    const [line] = accumulate(['a'], posts, [spent('a', 2024, '100')], 2024, 2024).lines;
    expect(line).toMatchObject({
      budget: tkr('600'),
      deviation: tkr('500'),
      carriedIn: tkr('600'),
    });
  });
});

it('has the same deviation by line, whatever is carried between the years, as without any carrying', () => {
  const anyAmount = fc.bigInt({ min: 1n, max: 10n ** 12n }).map(fromOre);
  const anyYear = fc.constantFrom(2021, 2022, 2023);
  const anyCarry = fc.record({ from: anyYear, years: fc.constantFrom(1, 2), amount: anyAmount });
  fc.assert(
    fc.property(
      fc.array(fc.record({ year: anyYear, amount: anyAmount }), { minLength: 1 }),
      fc.array(anyCarry),
      (budgets, carries) => {
        const posts = budgets.map(({ year, amount }) => post('a', year, amount));
        const inside = carries.filter(({ from, years }) => from + years <= 2023);
        const moves = inside.flatMap(({ from, years, amount }) =>
          carried('a', from, from + years, amount),
        );
        const utfall = [2021, 2022, 2023].map((year) => spent('a', year, '5'));
        const [line] = accumulate(['a'], [...posts, ...moves], utfall, 2021, 2023).lines;
        const total = sum(budgets.map(({ amount }) => amount));
        expect(toOre(line?.deviation ?? zero)).toBe(toOre(subtract(total, tkr('15'))));
        // Year by year what came in is part of what there was to leave: nothing is lost on the way.
        const byYear = line?.years ?? [];
        const left = sum(byYear.map((end) => end.left ?? zero));
        expect(toOre(left)).toBe(toOre(line?.left ?? zero));
        expect(toOre(sum(byYear.map(({ carriedIn }) => carriedIn)))).toBe(
          toOre(sum(byYear.map(({ carriedOut }) => carriedOut))),
        );
        expect(toOre(add(line?.outcome ?? zero, line?.deviation ?? zero))).toBe(
          toOre(line?.budget ?? zero),
        );
      },
    ),
  );
});
