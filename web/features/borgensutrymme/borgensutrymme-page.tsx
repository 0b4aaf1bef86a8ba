import { memo, useDeferredValue, useMemo, useState } from 'react';
import { exportBorgensprognosCsv } from '#contract/borgensprognos.ts';
import { addressOf } from '#contract/endpoint.ts';
import { refusalTexts } from '#contract/refusal-texts.ts';
import { asPrinted, borgensprognosTable } from '#domain/borgensprognos-table.ts';
import { BorgensConclusion } from '../../charts/conclusion.tsx';
import { DebtFigure } from '../../charts/debt-figure.tsx';
import {
  type BorgensprognosView,
  type ScenarioView,
  useBorgensprognos,
} from '../../lib/borgensprognos.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useRight } from '../../lib/session.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import type { CellId } from '../../ui/grid/grid-types.ts';
import { useLatest } from '../../ui/grid/use-latest.ts';
import { Notice } from '../../ui/notice.tsx';
import { BorgenTabs } from '../../ui/page/borgen-tabs.tsx';
import { Loading } from '../../ui/page/loading.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PassportTrail } from '../../ui/passport/trail.tsx';
import { ToggleButton } from '../../ui/toggle-button.tsx';
import { UndoButtons } from '../../ui/undo-buttons.tsx';
import { AssumptionConflicts } from './assumption-conflicts.tsx';
import { type TableView, useTableView } from './columns.ts';
import { ColumnsDialog } from './columns-dialog.tsx';
import { Conflicts } from './conflicts.tsx';
import { rowId } from './figures.ts';
import { ForecastSheet } from './forecast-sheet.tsx';
import { Passport } from './passport.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { type OpenDialog, ScenarioDialog } from './scenario-dialogs.tsx';
import { Sections } from './sections.tsx';
import { useColumnWishes } from './use-column-wishes.ts';
import { type ForecastEdits, useForecastEdits } from './use-forecast-edits.ts';
import './borgensutrymme.css';

/** Scenarios side by side: debt and headroom by year, edited in place. */
export function BorgensutrymmePage() {
  const { view, query } = useBorgensprognos();
  return view === null ? <Loading query={query} /> : <Prognos prognos={view} />;
}

function Prognos({ prognos }: { readonly prognos: BorgensprognosView }) {
  const texts = useTexts();
  const words = texts.borgensutrymme;
  const tableView = useTableView(prognos.scenarios);
  const { views } = tableView;
  const [dialog, setDialog] = useState<OpenDialog | 'columns' | null>(null);
  const years = views.flatMap(({ scenario }) => [scenario.openingYear + 1, scenario.lastYear]);
  return (
    <Page
      title={words.title}
      tabs={<BorgenTabs />}
      place={years.length === 0 ? '' : words.place(Math.min(...years), Math.max(...years))}
      say={<BorgensConclusion scenarios={views} />}
    >
      <Workbench prognos={prognos} tableView={tableView} openDialog={setDialog} />
      {dialog === 'columns' ? (
        <ColumnsDialog
          scenarios={prognos.scenarios}
          chosen={views}
          onChoose={tableView.choose}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === null || dialog === 'columns' ? null : (
        <ScenarioDialog
          open={dialog}
          answer={prognos.answer}
          onClose={() => setDialog(null)}
          onMade={({ scenarioId }) => {
            const ids = views.map(({ scenario }) => scenario.scenarioId);
            if (views.length < prognos.scenarios.length) tableView.choose([...ids, scenarioId]);
          }}
        />
      )}
    </Page>
  );
}

type WorkbenchProps = {
  readonly prognos: BorgensprognosView;
  readonly tableView: TableView;
  readonly openDialog: (dialog: OpenDialog | 'columns') => void;
};

function Workbench({ prognos, tableView, openDialog }: WorkbenchProps) {
  const { texts } = useLanguage();
  const { views, showsAllRows } = tableView;
  const table = useMemo(() => {
    const all = borgensprognosTable(views.map(({ forecast }) => forecast));
    return showsAllRows ? all : asPrinted(all);
  }, [views, showsAllRows]);
  const edits = useForecastEdits(prognos, views, table);
  const { onWish, failure } = useColumnWishes(prognos, edits.acts, openDialog);
  const [active, setActive] = useState<CellId>();
  const setSection = useLatest(tableView.setSection);
  const setPrinted = useLatest(tableView.setPrinted);
  const setAllRows = useLatest(tableView.setAllRows);
  // The table is drawn first; what explains it follows when there is time.
  const later = useDeferredValue(
    useMemo(() => ({ prognos, views, table }), [prognos, views, table]),
  );
  if (prognos.scenarios.length === 0) return <NoScenarios openDialog={openDialog} />;
  const { conflicts, sources } = edits.editor.open;
  return (
    <>
      {failure === undefined ? null : (
        <Notice tone="warn" heading={texts.common.refusedTitle}>
          {failure}
        </Notice>
      )}
      <Conflicts conflicts={conflicts} views={prognos.scenarios} editor={edits.editor} />
      {sources === null ? null : <RefusedSources sources={sources} editor={edits.editor} />}
      <AssumptionConflicts prognos={prognos} editor={edits.assumptions} />
      <Tools
        views={later.views}
        showsPrinted={tableView.showsPrinted}
        showsAllRows={tableView.showsAllRows}
        setPrinted={setPrinted}
        setAllRows={setAllRows}
        canUndo={edits.canUndo}
        canRedo={edits.canRedo}
        undo={edits.undo}
        redo={edits.redo}
        openDialog={openDialog}
      />
      <ForecastSheet
        prognos={prognos}
        tableView={tableView}
        table={table}
        edits={edits}
        onWish={onWish}
        onActive={setActive}
      />
      <div className="two-column">
        <DebtFigure scenarios={later.views} ceilings={prognos.ceilings} />
        <PassportTrail start={`${active?.rowId} ${active?.columnId}`}>
          <Passport
            prognos={later.prognos}
            view={later.views.find(({ scenario }) => scenario.scenarioId === active?.columnId)}
            row={later.table.find((row) => rowId(row) === active?.rowId)}
            acts={edits.acts}
          />
        </PassportTrail>
      </div>
      <Sections
        section={tableView.section}
        onSection={setSection}
        prognos={later.prognos}
        views={later.views}
        acts={edits.acts}
      />
      {edits.asking === null ? null : (
        <ReasonDialog asked={edits.asking} onGive={edits.giveReason} onLeave={edits.giveNoReason} />
      )}
    </>
  );
}

type RefusedSourcesProps = {
  readonly sources: { readonly code: string; readonly detail: string };
  readonly editor: ForecastEdits['editor'];
};

function RefusedSources({ sources, editor }: RefusedSourcesProps) {
  const { texts, language } = useLanguage();
  const words = texts.prognos.wholeScenario;
  const known = Object.entries(refusalTexts).find(([code]) => code === sources.code);
  return (
    <Notice
      tone="warn"
      heading={words.refusedTitle}
      actions={<Button onPress={editor.settleSources}>{words.refusedAction}</Button>}
    >
      {language === 'sv' ? sources.detail : (known?.[1].en ?? sources.detail)}
    </Notice>
  );
}

function NoScenarios({ openDialog }: Pick<WorkbenchProps, 'openDialog'>) {
  const { borgensutrymme: words, readers } = useTexts();
  const mayEdit = useRight('editScenarios');
  const create = (
    <Button look="primary" onPress={() => openDialog({ kind: 'new' })}>
      {words.newScenario}
    </Button>
  );
  return (
    <Notice heading={words.emptyTitle} live="off" {...(mayEdit ? { actions: create } : {})}>
      {mayEdit ? words.emptyBody : readers.noScenarios}
    </Notice>
  );
}

type ToolsProps = Pick<ForecastEdits, 'canUndo' | 'canRedo' | 'undo' | 'redo'> &
  Pick<TableView, 'showsPrinted' | 'showsAllRows' | 'setPrinted' | 'setAllRows'> & {
    readonly views: readonly ScenarioView[];
    readonly openDialog: (dialog: OpenDialog | 'columns') => void;
  };

const Tools = memo(function Tools(props: ToolsProps) {
  const { views, openDialog, showsPrinted, showsAllRows, setPrinted, setAllRows, ...steps } = props;
  const texts = useTexts();
  const words = texts.borgensutrymme;
  const mayEdit = useRight('editScenarios');
  return (
    <div className="tools">
      {mayEdit ? <UndoButtons {...steps} /> : null}
      <ToggleButton isSelected={showsPrinted} onChange={setPrinted}>
        {texts.common.showPrinted}
      </ToggleButton>
      <ToggleButton isSelected={showsAllRows} onChange={setAllRows}>
        {words.showAll}
      </ToggleButton>
      <div className="tools-end">
        <Button onPress={() => openDialog('columns')}>{words.columns}</Button>
        <Button onPress={() => print()}>{texts.common.print}</Button>
        <CsvLink views={views} />
        {mayEdit ? (
          <Button look="primary" onPress={() => openDialog({ kind: 'new' })}>
            {words.newScenario}
          </Button>
        ) : null}
      </div>
    </div>
  );
});

function CsvLink({ views }: Pick<ToolsProps, 'views'>) {
  const { common } = useTexts();
  const { organisationId } = useOrganisation();
  const mayExport = useRight('exportFigures');
  const scenario = views.map((view) => view.scenario.scenarioId);
  const query = { scenario };
  if (!mayExport) return null;
  return (
    <a
      className="button button-standard"
      href={addressOf(exportBorgensprognosCsv, { params: { organisationId }, query })}
      download
    >
      {common.csv}
    </a>
  );
}
