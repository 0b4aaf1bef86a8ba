import { useCallback, useEffect, useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { UtfallSourceAnswer } from '#contract/utfall.ts';
import { tkr } from '#domain/tkr.ts';
import { shown } from '../../../lib/format.ts';
import { useOrganisation } from '../../../lib/organisation.tsx';
import { useRight } from '../../../lib/session.tsx';
import { useTexts } from '../../../texts/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { DropZone } from '../../../ui/file/drop-zone.tsx';
import { Sending } from '../../../ui/file/sending.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Loading } from '../../../ui/page/loading.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { keepFocusAt } from '../../../ui/page/section.tsx';
import { focusTitle } from '../../../ui/page/title-focus.ts';
import { BudgetTabs } from '../budget-tabs.tsx';
import { useFileFailure } from './file-failure.ts';
import { ImportFlow } from './import-flow.tsx';
import { ImportList } from './import-list.tsx';
import { useImports, useLines, useMapping } from './import-queries.ts';
import { UndoImport } from './undo-import.tsx';
import { type ImportDone, useFileImport } from './use-file-import.ts';
import '../utfall/utfall.css';
import './importer.css';

/** The endings of ledgers and tables. */
const endings = '.se,.si,.sie,.csv,.txt,.tsv,.xlsx,.xlsm';

/** Takes files in, shows what has been taken in, and takes it back. */
export function ImportPage() {
  const { imports: words } = useTexts();
  const imports = useImports();
  const mayEdit = useRight('editUtfall');
  const flow = useFileImport();
  const sources = useMemo(
    () => imports.data?.pages.flatMap((page) => page.sources) ?? [],
    [imports.data],
  );
  const { reading, sending } = flow.state;
  const isOpen = reading !== null;
  return (
    <Page
      title={words.title}
      place={words.place}
      tabs={<BudgetTabs />}
      say={
        isOpen ? (
          words.sayRead(flow.state.file?.name ?? '')
        ) : (
          <Say sources={sources} isKnown={imports.data !== undefined} />
        )
      }
    >
      {mayEdit ? <FileIn flow={flow} /> : null}
      {isOpen && sending?.is !== 'importing' ? <Flow flow={flow} /> : null}
      {isOpen ? null : imports.data === undefined ? (
        <Loading query={imports} />
      ) : (
        <ImportList imports={imports} sources={sources} />
      )}
    </Page>
  );
}

type FlowProps = { readonly flow: ReturnType<typeof useFileImport> };

function FileIn({ flow }: FlowProps) {
  const words = useTexts().imports;
  const { file, reading, sending, error, done } = flow.state;
  const failure = useFileFailure(error);
  const { read } = flow;
  const isBusy = sending !== null;
  const take = useCallback((dropped: File) => void read(dropped), [read]);
  // While a table is read again in another way, what was read stays, and so does the page.
  const isFirst = sending !== null && (reading === null || sending.is === 'importing');
  return (
    <>
      {done === null ? null : <Done done={done} />}
      {error === null || file === null ? null : (
        <Notice
          tone="warn"
          heading={words.failed(file.name)}
          actions={
            <>
              <Button look="primary" onPress={flow.retry}>
                {words.retry}
              </Button>
              <Button
                onPress={() => {
                  flow.forget();
                  focusTitle();
                }}
              >
                {words.otherFile}
              </Button>
            </>
          }
        >
          {failure}
        </Notice>
      )}
      {reading !== null && !isFirst ? null : (
        <DropZone onFile={take} isBusy={isBusy} formats={words.formats} endings={endings}>
          {isFirst && file !== null ? (
            <Sending
              fileName={file.name}
              {...sending}
              onStop={() => {
                flow.stop();
                focusTitle();
              }}
            />
          ) : undefined}
        </DropZone>
      )}
    </>
  );
}

function Flow({ flow }: FlowProps) {
  const mapping = useMapping();
  const lines = useLines();
  const { reading } = flow.state;
  if (reading === null) return null;
  if (mapping.data === undefined) return <Loading query={mapping} />;
  if (lines.data === undefined) return <Loading query={lines} />;
  return (
    <ImportFlow
      key={reading.sha256}
      reading={reading}
      flow={flow}
      saved={mapping.data.mapping}
      lines={lines.data}
    />
  );
}

function Done({ done }: { readonly done: ImportDone }) {
  const { imports: words } = useTexts();
  const { slug } = useOrganisation();
  const [isUndoing, setIsUndoing] = useState(false);
  const [isUndone, setIsUndone] = useState(false);
  const { outcome, source } = done;
  // What was pressed is gone: whoever listens begins again at the top.
  useEffect(focusTitle, []);
  if (isUndone) return null;
  const year = source.years.at(-1);
  return (
    <>
      <Notice
        heading={
          outcome === 'unchanged'
            ? words.unchanged
            : words.done(source.fileName ?? '', shown(tkr(source.onLines ?? '0')))
        }
        actions={
          <>
            {year === undefined ? null : (
              <Link
                className="button button-primary"
                to={`/${slug}/investeringsbudget/${year}/utfall`}
              >
                {words.showUtfall(year)}
              </Link>
            )}
            {outcome === 'imported' ? (
              <Button onPress={() => setIsUndoing(true)}>{words.undo}</Button>
            ) : null}
          </>
        }
      >
        {outcome === 'unchanged' ? words.unchangedBody : words.doneBody(source.years.join(', '))}
      </Notice>
      {isUndoing ? (
        <UndoImport
          source={source}
          onClose={() => setIsUndoing(false)}
          onUndone={() => {
            setIsUndone(true);
            keepFocusAt('importer');
          }}
        />
      ) : null}
    </>
  );
}

function Say({
  sources,
  isKnown,
}: {
  readonly sources: readonly UtfallSourceAnswer[];
  readonly isKnown: boolean;
}) {
  const words = useTexts().imports;
  const inForce = sources.filter(({ undoneAt }) => undoneAt === null);
  const [newest] = inForce;
  if (!isKnown) return null;
  if (newest === undefined) return words.sayNone;
  const open = inForce.filter(({ unmappedCount }) => unmappedCount > 0);
  return (
    <>
      {words.say(inForce.length, newest.fileName ?? '')}
      {open.length === 0 ? words.sayAllMapped : words.sayUnmapped(open.length)}
    </>
  );
}
