import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import type { LogRow } from '#contract/audit.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageSection } from '../../ui/page/section.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { concernOf } from './concern.ts';
import { FilterForm } from './filter-form.tsx';
import { isChosen, type LogFilter, writeFilter } from './log-filter.ts';
import type { LogPage, useLog } from './log-queries.ts';
import { LogTable } from './log-table.tsx';
import type { Saying } from './shown-value.ts';

/** What the section takes. */
export type LogSectionProps = {
  readonly filter: LogFilter;
  readonly log: ReturnType<typeof useLog>;
  readonly first: LogPage;
  readonly rows: readonly LogRow[];
  readonly saying: Saying;
};

/** The rows of the log, and which of them are shown. */
export function LogSection({ filter, log, first, rows, saying }: LogSectionProps) {
  const words = saying.texts.administration.log;
  const [, setParameters] = useSearchParams();
  const end = useRef<HTMLParagraphElement>(null);
  const showOlder = async (): Promise<void> => {
    const { hasNextPage } = await log.fetchNextPage();
    // The button is gone with the last page: the focus stays at the place where it was.
    if (!hasNextPage) setTimeout(() => end.current?.focus());
  };
  const hasMore = log.hasNextPage;
  return (
    <PageSection id="loggen" title={words.heading} detail={words.detail}>
      <FilterForm
        filter={filter}
        people={first.people}
        actions={first.actions}
        about={aboutOf(filter, rows, saying)}
        onChoose={(next) => setParameters(writeFilter(next))}
      />
      <p className="small log-count" role="status">
        {words.count(rows.length, !hasMore)}
      </p>
      {rows.length === 0 ? (
        isChosen(first.chosen) ? (
          <Notice heading={words.none} live="off">
            {words.noneBody}
          </Notice>
        ) : null
      ) : (
        <Sheet>
          <div aria-busy={log.isPlaceholderData}>
            <LogTable rows={rows} saying={saying} />
          </div>
        </Sheet>
      )}
      {rows.length === 0 ? null : (
        <p className="log-more no-print" ref={end} tabIndex={-1}>
          {hasMore ? (
            <Button isPending={log.isFetchingNextPage} onPress={() => void showOlder()}>
              {words.older}
            </Button>
          ) : (
            <span className="small">{words.first}</span>
          )}
        </p>
      )}
    </PageSection>
  );
}

function aboutOf({ about }: LogFilter, rows: readonly LogRow[], saying: Saying): string | null {
  if (about === null) return null;
  const known = saying.names.get(about);
  const [newest] = rows;
  const told = newest === undefined ? '' : concernOf(newest, saying);
  return known ?? (told === '' ? saying.texts.administration.log.oneObject : told);
}
