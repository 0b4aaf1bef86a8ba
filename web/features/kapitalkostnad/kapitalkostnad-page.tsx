import { type ReactNode, useMemo, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { exportCapitalCostCsv } from '#contract/capital-cost.ts';
import { addressOf } from '#contract/endpoint.ts';
import type { Tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { type BorgensprognosView, useBorgensprognos } from '../../lib/borgensprognos.ts';
import { shown } from '../../lib/format.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useRight } from '../../lib/session.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Grid } from '../../ui/grid/grid.tsx';
import { gridLabelsEn, gridLabelsSv } from '../../ui/grid/grid-labels.ts';
import type { CellId, GridCell, GridRow } from '../../ui/grid/grid-types.ts';
import { Notice } from '../../ui/notice.tsx';
import { Loading } from '../../ui/page/loading.tsx';
import { Page } from '../../ui/page/page.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import {
  type CapitalCostView,
  type CostFigure,
  costFigures,
  hasRoundingDifference,
  scenariosWithLines,
  toCapitalCostView,
} from './capital-cost.ts';
import { CostSheet } from './cost-sheet.tsx';
import './kapitalkostnad.css';

/** What the page takes: the links to the other pages of its menu item. */
export type KapitalkostnadPageProps = { readonly tabs: ReactNode };

const scenarioName = 'scenario';
const figureName = 'visa';
const ofOrganisation = 'organisation';
const sumRow = 'sum';

/** What the investments cost the driftbudget, line by line and year by year. */
export function KapitalkostnadPage({ tabs }: KapitalkostnadPageProps) {
  const { view: prognos, query } = useBorgensprognos();
  if (prognos === null) return <Loading query={query} />;
  return <Kapitalkostnad prognos={prognos} tabs={tabs} />;
}

type KapitalkostnadProps = KapitalkostnadPageProps & { readonly prognos: BorgensprognosView };

function Kapitalkostnad({ prognos, tabs }: KapitalkostnadProps) {
  const { kapitalkostnad: words } = useTexts();
  const [parameters, setParameters] = useSearchParams();
  const asked = parameters.get(scenarioName);
  const view = useMemo(() => toCapitalCostView(prognos, asked), [prognos, asked]);
  const figure = costFigures.find((one) => one === parameters.get(figureName)) ?? 'cost';
  const change = (name: string, value: string | null): void => {
    const next = new URLSearchParams(parameters);
    if (value === null) next.delete(name);
    else next.set(name, value);
    setParameters(next, { replace: true });
  };
  if (view === null || view.lines.length === 0) {
    return (
      <Page title={words.title} place={words.title} tabs={tabs}>
        <Empty hasScenarios={prognos.scenarios.length > 0} />
      </Page>
    );
  }
  const [first, last] = [view.costs.years[0]?.year ?? 0, view.costs.years.at(-1)?.year ?? 0];
  return (
    <Page
      title={words.title}
      place={words.place(first, last)}
      tabs={tabs}
      say={<Say view={view} />}
    >
      <Tools
        prognos={prognos}
        view={view}
        figure={figure}
        onScenario={(value) => change(scenarioName, value === ofOrganisation ? null : value)}
        onFigure={(value) => change(figureName, value === 'cost' ? null : value)}
      />
      <Missing view={view} />
      <CostTable view={view} figure={figure} />
    </Page>
  );
}

function Say({ view: { costs } }: { readonly view: CapitalCostView }) {
  const { kapitalkostnad: words } = useTexts();
  const [first, last] = [costs.years[0], costs.years.at(-1)];
  if (first === undefined || last === undefined) return null;
  const parts =
    last.cost === null
      ? words.sayDepreciation(first.year, last.year, shown(last.depreciation))
      : words.say(first.year, last.year, shown(last.cost));
  const [before, strong, after] = parts;
  return (
    <>
      {before}
      <b>{strong}</b>
      {after}
      {last.cost === null || last.internranta === null
        ? words.sayNoRate
        : words.sayOfWhich(shown(last.depreciation), shown(last.internranta))}
    </>
  );
}

type ToolsProps = {
  readonly prognos: BorgensprognosView;
  readonly view: CapitalCostView;
  readonly figure: CostFigure;
  readonly onScenario: (value: string) => void;
  readonly onFigure: (value: CostFigure) => void;
};

function Tools({ prognos, view, figure, onScenario, onFigure }: ToolsProps) {
  const { kapitalkostnad: words, common } = useTexts();
  const { organisationId } = useOrganisation();
  const mayExport = useRight('exportFigures');
  const scenarioId = view.scenario?.scenario.scenarioId ?? null;
  const csv = addressOf(exportCapitalCostCsv, {
    params: { organisationId },
    query: scenarioId === null ? {} : { scenario: scenarioId },
  });
  return (
    <div className="tools">
      <div className="tools-year">
        <SelectField
          label={words.by}
          value={scenarioId ?? ofOrganisation}
          options={[
            { value: ofOrganisation, label: words.byOrganisation },
            ...scenariosWithLines(prognos).map(({ scenario }) => ({
              value: scenario.scenarioId,
              label: scenario.name,
            })),
          ]}
          onChange={onScenario}
        />
      </div>
      <SegmentedControl
        label={words.show}
        value={figure}
        segments={costFigures.map((value) => ({ value, label: words.figures[value] }))}
        onChange={onFigure}
      />
      <div className="tools-end">
        <Button onPress={() => print()}>{common.print}</Button>
        {mayExport ? (
          <a className="button button-standard" href={csv} download>
            {common.csv}
          </a>
        ) : null}
      </div>
    </div>
  );
}

/** What nobody has said, for which lines, and where it is said. */
function Missing({ view: { costs, input } }: { readonly view: CapitalCostView }) {
  const { kapitalkostnad: words } = useTexts();
  const { slug } = useOrganisation();
  const lacking = new Set(costs.gaps.flatMap(({ lineIds }) => lineIds));
  const names = input.lines.filter(({ lineId }) => lacking.has(lineId)).map(({ name }) => name);
  const withoutRate = costs.years.filter(({ internranta }) => internranta === null);
  return (
    <>
      {names.length === 0 ? null : (
        <Notice
          heading={words.noLifeTitle}
          live="off"
          actions={<Link to={`/${slug}/investeringsbudget/villkor`}>{words.toTerms}</Link>}
        >
          {words.noLifeBody(names.join(', '))}
        </Notice>
      )}
      {withoutRate.length === 0 ? null : (
        <Notice
          heading={words.noRateTitle}
          live="off"
          actions={<Link to={`/${slug}/borgensutrymme#antaganden`}>{words.toAssumptions}</Link>}
        >
          {words.noRateBody(withoutRate.map(({ year }) => year).join(', '))}
        </Notice>
      )}
    </>
  );
}

function Empty({ hasScenarios }: { readonly hasScenarios: boolean }) {
  const { kapitalkostnad: words } = useTexts();
  const { slug } = useOrganisation();
  const to = hasScenarios ? 'investeringsbudget' : 'borgensutrymme';
  return (
    <Notice
      heading={words.emptyTitle}
      live="off"
      actions={
        <Link to={`/${slug}/${to}`}>{hasScenarios ? words.toBudget : words.toScenarios}</Link>
      }
    >
      {hasScenarios ? words.emptyBody : words.noScenariosBody}
    </Notice>
  );
}

type CostTableProps = { readonly view: CapitalCostView; readonly figure: CostFigure };

function CostTable({ view, figure }: CostTableProps) {
  const { texts, language } = useLanguage();
  const words = texts.kapitalkostnad;
  const [active, setActive] = useState<CellId>();
  const { costs, lines } = view;
  const rows: GridRow[] = [
    ...lines.map(({ lineId, name, years }) => ({
      id: lineId,
      kind: 'data' as const,
      name,
      cells: cellsOf(years, figure, texts.common.missing),
    })),
    {
      id: sumRow,
      kind: 'sum',
      name: texts.common.sum,
      cells: cellsOf(costs.years, figure, texts.common.missing),
    },
  ];
  const place =
    active === undefined
      ? null
      : {
          lineId: active.rowId === sumRow ? null : active.rowId,
          year: parseInt(active.columnId, 10),
        };
  const first = costs.years[0]?.year ?? 0;
  return (
    <div className="kapitalkostnad-columns">
      <Sheet
        note={
          <>
            <p>{words.noteBefore(first)}</p>
            {hasRoundingDifference(view, figure) ? <p>{words.noteRounding}</p> : null}
          </>
        }
      >
        <Grid
          label={words.tableLabel(words.figures[figure])}
          corner={texts.common.unit}
          columns={costs.years.map(({ year }) => ({ id: `${year}`, name: `${year}` }))}
          rows={rows}
          labels={language === 'en' ? gridLabelsEn : gridLabelsSv}
          onActiveCellChange={(cell) => {
            if (cell !== undefined) setActive(cell);
          }}
        />
      </Sheet>
      <CostSheet view={view} place={place} figure={figure} />
    </div>
  );
}

function cellsOf(
  years: CapitalCostView['costs']['years'],
  figure: CostFigure,
  missing: string,
): Record<string, GridCell> {
  return Object.fromEntries(years.map((one) => [`${one.year}`, cellOf(one[figure], missing)]));
}

function cellOf(amount: Tkr | null, missing: string): GridCell {
  if (amount === null) return { text: '–', copyText: '', accessibleName: missing, tone: 'none' };
  return { text: shown(amount), editText: formatSwedish(amount) };
}
