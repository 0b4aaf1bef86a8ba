import { useState } from 'react';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Loading } from '../../ui/page/loading.tsx';
import { PageSection } from '../../ui/page/section.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { anchorFile, anchorFileName } from './anchor-file.ts';
import { useAnchors } from './log-queries.ts';

/** How many days are shown until somebody asks for all of them. */
const shownDays = 7;

/** The last row of the log each day, to keep where nobody who runs Tkr can change it. */
export function AnchorsSection() {
  const words = useTexts().administration.anchors;
  const { administration } = useTexts();
  const organisation = useOrganisation();
  const query = useAnchors();
  const [showsAll, setShowsAll] = useState(false);
  const anchors = query.data?.anchors ?? [];
  const shown = showsAll ? anchors : anchors.slice(0, shownDays);
  const columns = [
    { id: 'day', title: words.day },
    { id: 'seq', title: words.seq },
    { id: 'hash', title: words.hash },
    { id: 'tools', title: administration.actions, isTools: true },
  ];
  const rows = shown.map(({ day, seq, hash, text }) => ({
    id: day,
    cells: {
      day,
      seq,
      hash: <code className="log-hash">{hash}</code>,
      tools: <CopyButton text={text} label={words.copy} name={words.copyName(day)} look="quiet" />,
    },
  }));
  return (
    <PageSection
      id="ankare"
      title={words.heading}
      detail={words.detail}
      tools={
        anchors.length === 0 ? undefined : (
          <Button
            onPress={() =>
              download(
                anchorFileName(organisation.slug, anchors),
                anchorFile(organisation.name, anchors),
              )
            }
          >
            {words.all}
          </Button>
        )
      }
    >
      <Sheet
        note={
          <>
            {words.command} <code>npx tkr verify-log --anchor FIL</code>
          </>
        }
      >
        {query.data === undefined ? (
          <Loading query={query} />
        ) : anchors.length === 0 ? (
          <p className="sheet-empty">{words.empty}</p>
        ) : (
          <DataTable label={words.label} columns={columns} rows={rows} />
        )}
      </Sheet>
      {anchors.length <= shownDays ? null : (
        <p className="log-more no-print">
          <Button onPress={() => setShowsAll(!showsAll)}>
            {showsAll ? words.fewer : words.more(anchors.length)}
          </Button>
        </p>
      )}
    </PageSection>
  );
}

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
