/** One way to do a thing; `measure` gives its figure, such as microseconds or requests a second. */
export type Contender = {
  readonly name: string;
  readonly measure: () => number | Promise<number>;
};

/** The middle and the ends of some figures. */
export type Spread = { readonly median: number; readonly min: number; readonly max: number };

/** The figures of one contender, and its ratio to the first one, round by round. */
export type Measured = { readonly name: string; readonly figure: Spread; readonly ratio: Spread };

/** What a comparison is called, what its figures are, and how many rounds it had. */
export type Comparison = {
  readonly title: string;
  readonly unit: string;
  readonly rounds: number;
  readonly measured: readonly Measured[];
};

/**
 * Measures all contenders in turn, round after round, so that whatever else the machine does meets
 * them alike. A ratio compares figures of the same round, with the first contender's as 1.
 */
export async function compare(
  { title, unit, rounds }: Omit<Comparison, 'measured'>,
  contenders: readonly Contender[],
): Promise<Comparison> {
  const figures: number[][] = contenders.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { measure }] of contenders.entries()) {
      figures[index]?.push(await measure());
    }
  }
  const base = figures[0] ?? [];
  const measured = contenders.map(({ name }, index) => {
    const own = figures[index] ?? [];
    const ratios = own.map((figure, round) => figure / (base[round] ?? Number.NaN));
    return { name, figure: spread(own), ratio: spread(ratios) };
  });
  return { title, unit, rounds, measured };
}

function spread(figures: readonly number[]): Spread {
  const sorted = figures.toSorted((left, right) => left - right);
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  return { median: at(Math.floor(sorted.length / 2)), min: at(0), max: at(sorted.length - 1) };
}

/** Prints a comparison as a table: median, and least to most. */
export function printTable({ title, unit, rounds, measured }: Comparison): void {
  console.log(`\n${title} (${unit}; ${rounds} omgångar om vartannat)`);
  const width = Math.max(...measured.map(({ name }) => name.length));
  for (const { name, figure, ratio } of measured) {
    console.log(`  ${name.padEnd(width)}  ${column(figure, 28)}  ${column(ratio, 0)} gånger`);
  }
}

/** Prints a comparison as one line of JSON, for a program to read. */
export function printJson(comparison: Comparison): void {
  console.log(JSON.stringify(comparison));
}

function column({ median, min, max }: Spread, width: number): string {
  return `${text(median)} (${text(min)}–${text(max)})`.padEnd(width);
}

function text(figure: number): string {
  const digits = new Intl.NumberFormat('sv-SE', { maximumSignificantDigits: 3 });
  return digits.format(figure).replaceAll(/\s/gu, ' ');
}
