import { roundingDifference } from './rounding.ts';
import type { SkrivelseRow, SkrivelseTable } from './tjansteskrivelse.ts';
import { absolute, compare, isZero, negate, subtract, type Tkr, zero } from './tkr.ts';
import { formatSwedish } from './tkr-swedish.ts';
import { formatVolume, type Volume } from './volume.ts';

/** What a line needs in a year, against its budget before the ärende and after it, in Tkr. */
export type NeedOfLine = {
  readonly lineName: string;
  readonly year: number;
  readonly need: Tkr;
  readonly before: Tkr;
  readonly after: Tkr;
  readonly items: readonly {
    readonly name: string;
    readonly unit: string;
    readonly volume: Volume;
    readonly price: Tkr;
    readonly value: Tkr;
  }[];
};

/** The need, line by line: its articles, the sum, the budget, and what the budget lacks. */
export function behovTable(lines: readonly NeedOfLine[]): SkrivelseTable {
  const years = [...new Set(lines.map(({ year }) => year))];
  const [only] = years.length === 1 ? years : [];
  const parts = lines.flatMap(({ items, need, before, after }) => [
    roundingDifference(
      items.map(({ value }) => value),
      need,
    ),
    roundingDifference([need, negate(before)], subtract(need, before)),
    roundingDifference([before, subtract(after, before)], after),
  ]);
  return {
    kind: 'table',
    caption: `Behov och investeringsbudget${only === undefined ? '' : ` ${only}`}, Tkr`,
    columns: [
      { label: 'Artikel', align: 'text' },
      { label: 'Volym', align: 'figure' },
      { label: 'Pris', align: 'figure' },
      { label: 'Belopp', align: 'figure' },
    ],
    rows: lines.flatMap((line) => needRows(line, only === undefined)),
    notes: roundingNotes(parts),
  };
}

function needRows(line: NeedOfLine, saysYear: boolean): SkrivelseRow[] {
  const { lineName, year, need, before, after, items } = line;
  const total = (kind: SkrivelseRow['kind'], label: string, amount: Tkr): SkrivelseRow => ({
    kind,
    cells: [label, '', '', whole(amount)],
  });
  return [
    { kind: 'group', cells: [saysYear ? `${lineName} ${year}` : lineName] },
    ...items.map(({ name, unit, volume, price, value }): SkrivelseRow => {
      // A price is exact: it is often less than a whole Tkr.
      const cells = [
        name,
        `${formatVolume(volume)}\u00a0${unit}`.trim(),
        formatSwedish(price),
        whole(value),
      ];
      return { kind: 'row', cells };
    }),
    total('sum', 'Behov', need),
    total('row', 'Investeringsbudget före ärendet', before),
    total('sum', 'Behov utöver budget', subtract(need, before)),
    total('part', 'Investeringsbudget efter ärendet', after),
  ];
}

/** The whole budget of a year, row by row as a protocol prints it, in Tkr. */
export type BudgetOfYear = {
  readonly year: number;
  readonly before: Tkr;
  readonly added: Tkr;
  readonly after: Tkr;
  readonly rows: readonly { readonly label: string; readonly amount: Tkr }[];
};

/** The budget of a year with its sum, and under it what was there before the ärende. */
export function investeringsbudgetTable(budget: BudgetOfYear): SkrivelseTable {
  const { year, before, added, after, rows } = budget;
  const parts = rows.map(({ amount }) => amount);
  return {
    kind: 'table',
    caption: `Investeringsbudget ${year}, Tkr`,
    columns: [
      { label: 'Investeringsbudget', align: 'text' },
      { label: `Budget ${year}`, align: 'figure' },
    ],
    rows: [
      ...rows.map(
        ({ label, amount }): SkrivelseRow => ({
          kind: 'row',
          cells: [label, whole(amount)],
        }),
      ),
      { kind: 'sum', cells: ['Summa', whole(after)] },
      { kind: 'part', cells: ['varav genom ärendet', whole(added)] },
      { kind: 'part', cells: ['varav tidigare budget', whole(before)] },
    ],
    notes: roundingNotes([
      roundingDifference(parts, after),
      roundingDifference([added, before], after),
    ]),
  };
}

/** Debt and headroom at the end of a year, in Tkr; null where the scenario does not have it. */
export type PrognosOfYear = {
  readonly year: number;
  readonly tillaggsbudget: Tkr | null;
  readonly debt: Tkr | null;
  readonly borgenstak: Tkr | null;
  readonly headroom: Tkr | null;
};

/** A scenario if the ärende is granted and if it is not, each with the same years. */
export type PrognosOfArende = {
  readonly scenario: string;
  readonly bifall: readonly PrognosOfYear[];
  readonly avslag: readonly PrognosOfYear[];
};

type PrognosFigure = Exclude<keyof PrognosOfYear, 'year'>;

/** What the rows of the forecast are called, with their year. */
export type PrognosLabel = (figure: PrognosFigure, year: number) => string;

const prognosFigures = ['tillaggsbudget', 'debt', 'borgenstak', 'headroom'] as const;

/** The forecast side by side, year by year; a row that neither side has is left out. */
export function prognosTable(effect: PrognosOfArende, labelOf: PrognosLabel): SkrivelseTable {
  const { scenario, bifall, avslag } = effect;
  const years = bifall.map((granted) => ({
    granted,
    refused: avslag.find(({ year }) => year === granted.year),
  }));
  const rows = years.flatMap(({ granted, refused }) =>
    prognosFigures.flatMap((figure): SkrivelseRow[] => {
      const sides = [granted[figure], refused?.[figure] ?? null];
      if (sides.every((amount) => amount === null)) return [];
      const cells = [labelOf(figure, granted.year), ...sides.map(wholeOrEmpty)];
      return [{ kind: figure === 'headroom' ? 'sum' : 'row', cells }];
    }),
  );
  return {
    kind: 'table',
    caption: `Prognos borgensutrymme enligt scenariot ”${scenario}”, Tkr`,
    columns: [
      { label: 'Prognos borgensutrymme', align: 'text' },
      { label: 'Om bifall', align: 'figure' },
      { label: 'Om avslag', align: 'figure' },
    ],
    rows,
    notes: roundingNotes([...bifall, ...avslag].map(headroomDifference)),
  };
}

function headroomDifference({ debt, borgenstak, headroom }: PrognosOfYear): Tkr {
  if (debt === null || borgenstak === null || headroom === null) return zero;
  return roundingDifference([borgenstak, negate(debt)], headroom);
}

function roundingNotes(differences: readonly Tkr[]): string[] {
  const most = differences
    .map(absolute)
    .reduce((largest, one) => (compare(one, largest) > 0 ? one : largest), zero);
  if (isZero(most)) return [];
  return [
    `De visade beloppen ger inte exakt de visade summorna: en avrundningsdifferens på högst ${whole(most)}\u00a0Tkr. Summorna är rätt, de är räknade på de exakta beloppen.`,
  ];
}

function whole(amount: Tkr): string {
  return formatSwedish(amount, 0);
}

function wholeOrEmpty(amount: Tkr | null): string {
  return amount === null ? '' : whole(amount);
}
