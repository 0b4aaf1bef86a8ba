import { useState } from 'react';
import { Link } from 'react-router';
import type { UtfallSourceAnswer } from '#contract/utfall.ts';
import { tkr } from '#domain/tkr.ts';
import { shown, shownMoment } from '../../../lib/format.ts';
import { useOrganisation } from '../../../lib/organisation.tsx';
import { useRight } from '../../../lib/session.tsx';
import { useTexts } from '../../../texts/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { keepFocusAt, PageSection } from '../../../ui/page/section.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { ImportDialog } from './import-dialog.tsx';
import type { useImports } from './import-queries.ts';
import { UndoImport } from './undo-import.tsx';

/** What the list takes. */
export type ImportListProps = {
  readonly imports: ReturnType<typeof useImports>;
  readonly sources: readonly UtfallSourceAnswer[];
};

/** Every import, newest first: what it was, what came of it, and the way to take it back. */
export function ImportList({ imports, sources }: ImportListProps) {
  const { imports: words, mapping, administration } = useTexts();
  const { slug } = useOrganisation();
  const mayEdit = useRight('editUtfall');
  const [shownId, setShownId] = useState<string | null>(null);
  const [undone, setUndone] = useState<UtfallSourceAnswer | null>(null);
  const toMapping = `/${slug}/investeringsbudget/importer/kontokoppling`;
  const rows = sources.map((source) => ({
    id: source.sourceId,
    cells: {
      ...cellsOf(source, words),
      tools: (
        <>
          <Button
            look="quiet"
            name={words.showOf(source.fileName ?? '')}
            onPress={() => setShownId(source.sourceId)}
          >
            {words.show}
          </Button>
          {mayEdit && source.undoneAt === null ? (
            <Button
              look="quiet"
              name={words.undoOf(source.fileName ?? '')}
              onPress={() => setUndone(source)}
            >
              {words.undoShort}
            </Button>
          ) : null}
        </>
      ),
    },
  }));
  return (
    <PageSection
      id="importer"
      title={words.listTitle}
      tools={
        <Link className="button button-standard" to={toMapping}>
          {mapping.toPage}
        </Link>
      }
    >
      {rows.length === 0 ? (
        <Notice heading={words.emptyTitle} live="off">
          {mayEdit ? words.emptyBody : words.emptyReader}
        </Notice>
      ) : (
        <Sheet>
          <DataTable
            label={words.listTitle}
            columns={[
              { id: 'file', title: words.file },
              { id: 'when', title: words.when },
              { id: 'years', title: words.year },
              { id: 'onLines', title: words.onLines, isFigure: true },
              { id: 'state', title: words.state },
              { id: 'tools', title: administration.actions, isTools: true },
            ]}
            rows={rows}
          />
        </Sheet>
      )}
      {imports.hasNextPage ? (
        <p className="mapping-more">
          <Button
            isPending={imports.isFetchingNextPage}
            onPress={() => void imports.fetchNextPage()}
          >
            {words.older}
          </Button>
        </p>
      ) : null}
      {shownId === null ? null : (
        <ImportDialog sourceId={shownId} onClose={() => setShownId(null)} />
      )}
      {undone === null ? null : (
        <UndoImport
          source={undone}
          onClose={() => setUndone(null)}
          onUndone={() => keepFocusAt('importer')}
        />
      )}
    </PageSection>
  );
}

function cellsOf(source: UtfallSourceAnswer, words: ReturnType<typeof useTexts>['imports']) {
  const { fileName, kind, createdAt, createdBy, years, onLines, undoneAt, undoneBy } = source;
  return {
    file: (
      <>
        {fileName}
        <small>{words.kinds(kind, null)}</small>
      </>
    ),
    when: (
      <>
        {shownMoment(createdAt)}
        <small>{createdBy}</small>
      </>
    ),
    years: years.join(', '),
    onLines: undoneAt !== null || onLines === null ? '–' : shown(tkr(onLines)),
    state:
      undoneAt === null ? (
        <State source={source} />
      ) : (
        <>
          <Mark tone="plain">{words.undoneMark}</Mark>
          <small>{words.undoneBy(undoneBy ?? '', shownMoment(undoneAt))}</small>
        </>
      ),
  };
}

function State({ source }: { readonly source: UtfallSourceAnswer }) {
  const words = useTexts().imports;
  const isOpen = source.unmappedCount > 0;
  return (
    <>
      {isOpen ? <Mark>{words.unmappedOf(shown(tkr(source.unmapped ?? '0')))}</Mark> : words.inForce}
      <small>
        {source.warningCount === 0 ? words.noWarnings : words.warningsTitle(source.warningCount)}
      </small>
    </>
  );
}
