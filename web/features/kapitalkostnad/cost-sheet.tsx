import { depreciationParts } from '#domain/forecast/capital-cost-parts.ts';
import { type Month, monthOfYear, yearOf } from '#domain/forecast/month.ts';
import type { Tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { shown } from '../../lib/format.ts';
import { useTexts } from '../../texts/language.tsx';
import { Parts } from '../../ui/parts.tsx';
import { FigureSheet } from '../../ui/sheet.tsx';
import type { CapitalCostView, CostFigure } from './capital-cost.ts';

/** What the sheet is of: a line, or all of them where `lineId` is null, in a year. */
export type CostPlace = { readonly lineId: string | null; readonly year: number };

/** What the sheet takes. */
export type CostSheetProps = {
  readonly view: CapitalCostView;
  readonly place: CostPlace | null;
  readonly figure: CostFigure;
};

/** What a figure is made of: what was bought, over which life, and what of it falls in the year. */
export function CostSheet({ view, place, figure }: CostSheetProps) {
  const texts = useTexts();
  const words = texts.kapitalkostnad;
  const { title, hint } = texts.passport;
  if (place === null)
    return (
      <FigureSheet title={title} detail={hint}>
        {null}
      </FigureSheet>
    );
  const { lineId, year } = place;
  const line = view.lines.find((one) => one.lineId === lineId);
  const found = (line ?? view.costs).years.find((one) => one.year === year);
  if (found === undefined) return null;
  const name = line?.name ?? texts.common.sum;
  const value = found[figure];
  return (
    <FigureSheet title={title} detail={words.figureName(words.figures[figure], name, year)}>
      <p className="big-figure">{value === null ? texts.common.missing : shown(value)}</p>
      <Formula view={view} place={place} figure={figure} />
      <dl className="facts">
        <Exact name={words.figures.depreciation} amount={found.depreciation} />
        <Exact name={words.figures.internranta} amount={found.internranta} />
        <Exact name={words.figures.cost} amount={found.cost} />
      </dl>
    </FigureSheet>
  );
}

function Exact({ name, amount }: { readonly name: string; readonly amount: Tkr | null }) {
  const { common } = useTexts();
  return (
    <>
      <dt>{name}</dt>
      <dd>{amount === null ? common.missing : `${formatSwedish(amount)}\u00a0Tkr`}</dd>
    </>
  );
}

type FormulaProps = CostSheetProps & { readonly place: CostPlace };

function Formula({ view, place: { lineId, year }, figure }: FormulaProps) {
  const { kapitalkostnad: words, villkor } = useTexts();
  if (lineId === null) {
    const parts = view.lines.flatMap(({ lineId: id, name, years }) => {
      const amount = years.find((one) => one.year === year)?.[figure] ?? null;
      return amount === null ? [] : [{ id, name, amount }];
    });
    const total = view.costs.years.find((one) => one.year === year)?.[figure] ?? null;
    return <Parts parts={parts} total={total} />;
  }
  const monthText = (month: Month): string => villkor.shortMonths[monthOfYear(month) - 1] ?? '';
  const parts = depreciationParts(view.input, lineId, year);
  const total = view.lines
    .find((one) => one.lineId === lineId)
    ?.years.find((one) => one.year === year);
  return (
    <>
      {figure === 'internranta' ? null : (
        <Parts
          parts={parts.map((part) => ({
            id: `${part.firstMonth} ${part.lastMonth} ${part.life}`,
            name: words.part({
              invested: formatSwedish(part.invested),
              months: `${monthText(part.firstMonth)}–${monthText(part.lastMonth)} ${yearOf(part.firstMonth)}`,
              life: part.life,
              worn: part.worn,
              pieces: part.pieces,
            }),
            amount: part.depreciation,
          }))}
          total={total?.depreciation ?? null}
        />
      )}
      <p className="small">
        {figure === 'depreciation' ? words.wearFormula : words.interestFormula}
      </p>
    </>
  );
}
