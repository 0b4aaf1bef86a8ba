import { useMemo, useState } from 'react';
import { exportBorgensprognosCsv } from '#contract/borgensprognos.ts';
import { addressOf } from '#contract/endpoint.ts';
import type { ScenarioAnswer } from '#contract/scenarios.ts';
import { asPrinted, borgensprognosTable } from '#domain/borgensprognos-table.ts';
import { BorgensConclusion } from '../../charts/conclusion.tsx';
import { DebtFigure } from '../../charts/debt-figure.tsx';
import { type BorgensprognosView, useBorgensprognos } from '../../lib/borgensprognos.ts';
import { useFailureText } from '../../lib/failure-text.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useSaveQueue } from '../../lib/saving.ts';
import { useRight } from '../../lib/session.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Grid } from '../../ui/grid/grid.tsx';
import { gridLabelsEn, gridLabelsSv } from '../../ui/grid/grid-labels.ts';
import type { CellId } from '../../ui/grid/grid-types.ts';
import { Notice } from '../../ui/notice.tsx';
import { Loading } from '../../ui/page/loading.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PassportTrail } from '../../ui/passport/trail.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ToggleButton } from '../../ui/toggle-button.tsx';
import { UndoButtons } from '../../ui/undo-buttons.tsx';
import { type TableView, useTableView } from './columns.ts';
import { ColumnsDialog } from './columns-dialog.tsx';
import { Conflicts } from './conflicts.tsx';
import { rowId } from './figures.ts';
import { forecastGridRows } from './forecast-rows.tsx';
import { useNotes } from './notes.tsx';
import { Passport } from './passport.tsx';
import { useScenarioAction } from './scenario-actions.ts';
import { scenarioColumns } from './scenario-columns.tsx';
import { type OpenDialog, ScenarioDialog } from './scenario-dialogs.tsx';
import { useForecastEdits } from './use-forecast-edits.ts';
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
          scenarios={prognos.scenarios.map(({ scenario }) => scenario)}
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
  const { texts, language } = useLanguage();
  const { views, showsPrinted, showsAllRows, choose } = tableView;
  const words = texts.borgensutrymme;
  const table = useMemo(() => {
    const all = borgensprognosTable(views.map(({ forecast }) => forecast));
    return showsAllRows ? all : asPrinted(all);
  }, [views, showsAllRows]);
  const edits = useForecastEdits(views, table);
  const queue = useSaveQueue();
  const mayEdit = useRight('editScenarios');
  const mayFreeze = useRight('freezeScenarios');
  const { refused, conflicts } = edits.editor.open;
  const rows = useMemo(
    () => forecastGridRows({ table, views, refused, showsPrinted, mayEdit, texts, language }),
    [table, views, refused, showsPrinted, mayEdit, texts, language],
  );
  const { mutate: change, error } = useScenarioAction();
  const failure = useFailureText(error);
  const columns = useMemo(() => {
    const setPrivate = (scenario: ScenarioAnswer, isPrivate: boolean): void =>
      change({ do: 'change', scenario, isPrivate });
    return scenarioColumns({ views, texts, mayEdit, mayFreeze, openDialog, choose, setPrivate });
  }, [views, texts, mayEdit, mayFreeze, openDialog, choose, change]);
  const [active, setActive] = useState<CellId>();
  const notes = useNotes({ views, showsPrinted });
  if (prognos.scenarios.length === 0) return <NoScenarios openDialog={openDialog} />;
  return (
    <>
      {failure === undefined ? null : (
        <Notice tone="warn" heading={texts.common.refusedTitle}>
          {failure}
        </Notice>
      )}
      <Conflicts conflicts={conflicts} views={views} editor={edits.editor} />
      <Tools tableView={tableView} edits={edits} openDialog={openDialog} />
      <Sheet note={notes.length === 0 ? null : notes.map((note) => <p key={note}>{note}</p>)}>
        {views.length === 0 ? (
          <p className="sheet-empty">{words.none}</p>
        ) : (
          <Grid
            label={words.tableLabel}
            corner={texts.common.unit}
            columns={columns}
            rows={rows}
            labels={language === 'en' ? gridLabelsEn : gridLabelsSv}
            {...(mayEdit ? { onCommit: edits.commit, onUndo: edits.undo, onRedo: edits.redo } : {})}
            status={edits.status}
            onProblemsChange={(count) => queue.hold('table', count > 0)}
            onActiveCellChange={(cell) => {
              if (cell !== undefined) setActive(cell);
            }}
            onDiscardInvalid={({ rowId: row, columnId }) => {
              const found = refused.find(
                ({ scenarioId, kind, year }) =>
                  scenarioId === columnId &&
                  row === rowId({ figure: kind === 'openingDebt' ? 'debt' : kind, year }),
              );
              if (found !== undefined) edits.editor.settle(found);
            }}
          />
        )}
      </Sheet>
      <div className="two-column">
        <DebtFigure scenarios={views} ceilings={prognos.ceilings} />
        <PassportTrail start={`${active?.rowId} ${active?.columnId}`}>
          <Passport
            prognos={prognos}
            view={views.find(({ scenario }) => scenario.scenarioId === active?.columnId)}
            row={table.find((row) => rowId(row) === active?.rowId)}
            editor={edits.editor}
          />
        </PassportTrail>
      </div>
    </>
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

type ToolsProps = {
  readonly tableView: TableView;
  readonly edits: ReturnType<typeof useForecastEdits>;
  readonly openDialog: (dialog: OpenDialog | 'columns') => void;
};

function Tools({ tableView, edits, openDialog }: ToolsProps) {
  const texts = useTexts();
  const words = texts.borgensutrymme;
  const { organisationId } = useOrganisation();
  const mayEdit = useRight('editScenarios');
  const mayExport = useRight('exportFigures');
  const scenario = tableView.views.map((view) => view.scenario.scenarioId);
  const csv = addressOf(exportBorgensprognosCsv, {
    params: { organisationId },
    query: { scenario },
  });
  return (
    <div className="tools">
      {mayEdit ? (
        <UndoButtons
          canUndo={edits.canUndo}
          canRedo={edits.canRedo}
          undo={edits.undo}
          redo={edits.redo}
        />
      ) : null}
      <ToggleButton isSelected={tableView.showsPrinted} onChange={tableView.setPrinted}>
        {texts.common.showPrinted}
      </ToggleButton>
      <ToggleButton isSelected={tableView.showsAllRows} onChange={tableView.setAllRows}>
        {words.showAll}
      </ToggleButton>
      <div className="tools-end">
        <Button onPress={() => openDialog('columns')}>{words.columns}</Button>
        <Button onPress={() => print()}>{texts.common.print}</Button>
        {mayExport ? (
          <a className="button button-standard" href={csv} download>
            {texts.common.csv}
          </a>
        ) : null}
        {mayEdit ? (
          <Button look="primary" onPress={() => openDialog({ kind: 'new' })}>
            {words.newScenario}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
