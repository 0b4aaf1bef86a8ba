import { type ReactNode, useMemo, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { formatFigureReference } from '#domain/figure-reference.ts';
import type { ComparedCase } from '#domain/forecast/compare-amortisation.ts';
import { roundingDifference } from '#domain/rounding.ts';
import { isZero, negate, type Tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { type BorgensprognosView, useBorgensprognos } from '../../lib/borgensprognos.ts';
import { shown, shownWithSign } from '../../lib/format.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { type DataRow, DataTable } from '../../ui/data-table.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Notice } from '../../ui/notice.tsx';
import { BorgenTabs } from '../../ui/page/borgen-tabs.tsx';
import { Loading } from '../../ui/page/loading.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageSection } from '../../ui/page/section.tsx';
import { Parts } from '../../ui/parts.tsx';
import { FigureButton } from '../../ui/passport/figure-button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { FigureSheet, Sheet } from '../../ui/sheet.tsx';
import { ToggleButton } from '../../ui/toggle-button.tsx';
import { caseWords } from './case-words.ts';
import {
  amortisationIn,
  arendenToCompare,
  type ComparedView,
  type ShownAmortisation,
  toComparedView,
} from './compared.ts';
import { MotTrycketSay } from './say.tsx';
import './mot-trycket.css';

const names = { arende: 'arende', more: 'med', less: 'utan' } as const;

/** How many of the closest sets of assumptions are shown until all are asked for. */
const shownAtFirst = 8;

/** What an ärende is computed to amortise, beside what was printed of two scenarios. */
export function MotTrycketPage() {
  const { view: prognos, query } = useBorgensprognos();
  return prognos === null ? <Loading query={query} /> : <MotTrycket prognos={prognos} />;
}

function MotTrycket({ prognos }: { readonly prognos: BorgensprognosView }) {
  const { motTrycket: words } = useTexts();
  const [parameters, setParameters] = useSearchParams();
  const chosen = {
    arendeId: parameters.get(names.arende),
    withId: parameters.get(names.more),
    withoutId: parameters.get(names.less),
  };
  const { arendeId, withId, withoutId } = chosen;
  const view = useMemo(
    () => toComparedView(prognos, { arendeId, withId, withoutId }),
    [prognos, arendeId, withId, withoutId],
  );
  const choose = (name: string, value: string): void => {
    const next = new URLSearchParams(parameters);
    next.set(name, value);
    setParameters(next, { replace: true });
  };
  if (view === null) {
    return (
      <Page title={words.title} place={words.tab} tabs={<BorgenTabs />}>
        <Empty />
      </Page>
    );
  }
  return (
    <Page
      title={words.title}
      place={words.place(view.arende.name)}
      tabs={<BorgenTabs />}
      say={<MotTrycketSay view={view} />}
    >
      <Tools prognos={prognos} view={view} onChoose={choose} />
      <Difference view={view} />
      <Cases view={view} />
      <Workings view={view} />
    </Page>
  );
}

function Empty() {
  const { motTrycket: words } = useTexts();
  const { slug } = useOrganisation();
  return (
    <Notice
      heading={words.emptyTitle}
      live="off"
      actions={<Link to={`/${slug}/arenden`}>{words.toArenden}</Link>}
    >
      {words.emptyBody}
    </Notice>
  );
}

type ToolsProps = {
  readonly prognos: BorgensprognosView;
  readonly view: ComparedView;
  readonly onChoose: (name: string, value: string) => void;
};

function Tools({ prognos, view, onChoose }: ToolsProps) {
  const { motTrycket: words, common } = useTexts();
  const scenarios = prognos.scenarios.map(({ scenario }) => ({
    value: scenario.scenarioId,
    label: scenario.name,
  }));
  const but = (other: string) => scenarios.filter(({ value }) => value !== other);
  const [more, less] = [view.more.scenario.scenarioId, view.less.scenario.scenarioId];
  return (
    <div className="tools mot-trycket-tools">
      <SelectField
        label={words.arende}
        value={view.arende.arendeId}
        options={arendenToCompare(prognos).map(({ arendeId, name }) => ({
          value: arendeId,
          label: name,
        }))}
        onChange={(value) => onChoose(names.arende, value)}
      />
      <SelectField
        label={words.with}
        value={more}
        options={but(less)}
        onChange={(value) => onChoose(names.more, value)}
      />
      <SelectField
        label={words.without}
        value={less}
        options={but(more)}
        onChange={(value) => onChoose(names.less, value)}
      />
      <div className="tools-end">
        <Button onPress={() => print()}>{common.print}</Button>
      </div>
    </div>
  );
}

type ViewProps = { readonly view: ComparedView };

/** How much more the one scenario amortises than the other, and whether that is printed. */
function Difference({ view: { more, less, differences } }: ViewProps) {
  const { motTrycket: words } = useTexts();
  const [ofMore, ofLess] = [amortisationIn(more), amortisationIn(less)];
  return (
    <PageSection id="skillnaden" title={words.difference} detail={words.differenceDetail}>
      <Sheet>
        <DataTable
          label={words.difference}
          columns={[
            { id: 'year', title: words.year },
            { id: 'more', title: more.scenario.name, isFigure: true },
            { id: 'less', title: less.scenario.name, isFigure: true },
            { id: 'difference', title: words.differs, isFigure: true },
          ]}
          rows={differences.map(({ year, amount }) => ({
            id: `${year}`,
            cells: {
              year,
              more: <Amortised view={more} of={ofMore} year={year} />,
              less: <Amortised view={less} of={ofLess} year={year} />,
              difference: <Amount value={amount} />,
            },
          }))}
        />
      </Sheet>
    </PageSection>
  );
}

type AmortisedProps = {
  readonly view: ComparedView['more'];
  readonly of: readonly ShownAmortisation[];
  readonly year: number;
};

function Amortised({ view: { scenario }, of, year }: AmortisedProps) {
  const { motTrycket: words } = useTexts();
  const found = of.find((one) => one.year === year);
  if (found === undefined || found.amount === null) return null;
  const figure = formatFigureReference({
    kind: 'forecast',
    scenarioId: scenario.scenarioId,
    year,
    figure: 'amortisation',
  });
  return (
    <>
      {found.isPrinted ? <Mark tone="plain">{words.printed}</Mark> : null}{' '}
      <FigureButton figure={figure} name={words.amortisationOf(scenario.name, year)}>
        {shown(found.amount)}
      </FigureButton>
    </>
  );
}

/** The assumptions in force first, then the closest of those that were tried. */
function Cases({ view: { comparison, differences, more } }: ViewProps) {
  const texts = useTexts();
  const words = texts.motTrycket;
  const { own, tried } = comparison;
  const [showsAll, setShowsAll] = useState(false);
  const cases = [
    ...(own === null ? [] : [{ id: 'own', name: words.own(more.scenario.name), found: own }]),
    ...tried.slice(0, showsAll ? tried.length : shownAtFirst).map((found) => {
      const name = caseWords(found.terms, texts);
      return { id: name, name, found };
    }),
  ];
  const isOff = cases.some(({ found }) =>
    found.years.some(
      ({ computed, unexplained, amount }) =>
        !isZero(roundingDifference([computed, unexplained], amount)),
    ),
  );
  return (
    <PageSection
      id="antaganden"
      title={words.cases}
      detail={words.casesDetail(tried.length)}
      tools={
        <ToggleButton isSelected={showsAll} onChange={setShowsAll}>
          {words.showAll(tried.length)}
        </ToggleButton>
      }
    >
      <Sheet
        note={
          <>
            <p>{words.noteTried}</p>
            {isOff ? <p>{words.noteRounding}</p> : null}
          </>
        }
      >
        <DataTable
          label={words.cases}
          columns={[
            { id: 'case', title: words.assumptions },
            ...differences.flatMap(({ year }) => [
              { id: `computed ${year}`, title: words.computedIn(year), isFigure: true },
              { id: `left ${year}`, title: words.unexplainedIn(year), isFigure: true },
            ]),
            { id: 'distance', title: words.distance, isFigure: true },
          ]}
          rows={[
            printedRow(differences, words.printedDifference),
            ...cases.map(({ id, name, found }) => caseRow(id, name, found)),
          ]}
        />
      </Sheet>
    </PageSection>
  );
}

type Cells = Record<string, ReactNode>;

function printedRow(differences: ComparedView['differences'], name: string): DataRow<string> {
  const cells: Cells = { case: <b>{name}</b>, distance: '–' };
  for (const { year, amount } of differences) {
    cells[`computed ${year}`] = <b>{shown(amount)}</b>;
    cells[`left ${year}`] = '–';
  }
  return { id: 'printed', cells };
}

function caseRow(
  id: string,
  name: string,
  { years, distance }: ComparedCase<unknown>,
): DataRow<string> {
  const cells: Cells = { case: name, distance: <Amount value={distance} /> };
  for (const { year, computed, unexplained } of years) {
    cells[`computed ${year}`] = <Amount value={computed} />;
    cells[`left ${year}`] = <Signed amount={unexplained} />;
  }
  return { id, cells };
}

function Signed({ amount }: { readonly amount: Tkr }) {
  return <span title={formatSwedish(amount)}>{shownWithSign(amount)}</span>;
}

/** How the assumptions in force, and the closest ones, come to what they do, part by part. */
function Workings({ view }: ViewProps) {
  const texts = useTexts();
  const words = texts.motTrycket;
  const { own, tried } = view.comparison;
  const [closest] = tried;
  return (
    <div className="mot-trycket-workings">
      {own === null ? null : (
        <Working view={view} title={words.own(view.more.scenario.name)} found={own} />
      )}
      {closest === undefined ? null : (
        <Working
          view={view}
          title={words.closest}
          detail={caseWords(closest.terms, texts)}
          found={closest}
        />
      )}
    </div>
  );
}

type WorkingProps = ViewProps & {
  readonly title: string;
  readonly detail?: string;
  readonly found: ComparedCase<unknown>;
};

function Working({ view: { more }, title, detail, found }: WorkingProps) {
  const { motTrycket: words } = useTexts();
  const nameOf = (lineIds: readonly string[]): string =>
    more.input.lines
      .filter(({ lineId }) => lineIds.includes(lineId))
      .map(({ name }) => name)
      .join(', ');
  return (
    <FigureSheet title={title} detail={detail ?? words.working}>
      {found.years.map(({ year, parts, computed, unexplained }) => (
        <div key={year} className="mot-trycket-year">
          <h3>{year}</h3>
          <Parts
            parts={parts.map(({ lineIds, principal, paid, pieces, amount }) => ({
              id: lineIds.join(' '),
              name: words.part(nameOf(lineIds), formatSwedish(principal), paid, pieces),
              amount,
            }))}
            total={computed}
          />
          <p className="small">{leftSentence(unexplained, year)}</p>
        </div>
      ))}
    </FigureSheet>
  );

  function leftSentence(unexplained: Tkr, year: number): string {
    const size = formatSwedish(unexplained < 0n ? negate(unexplained) : unexplained);
    if (isZero(unexplained)) return words.nothingLeft(year);
    return unexplained < 0n ? words.tooMuch(size, year) : words.tooLittle(size, year);
  }
}
