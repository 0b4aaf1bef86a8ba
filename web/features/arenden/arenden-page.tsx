import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { ArendeSummary } from '#contract/arende-answer.ts';
import { isZero, tkr } from '#domain/tkr.ts';
import { useArenden } from '../../lib/arenden.ts';
import { shown, shownWithSign } from '../../lib/format.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useRight } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { useBeslutLine } from '../../ui/beslut-facts.tsx';
import { Button } from '../../ui/button.tsx';
import { type DataColumn, DataTable } from '../../ui/data-table.tsx';
import { Mark } from '../../ui/mark.tsx';
import { MovedBasis } from '../../ui/moved-basis.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ArendeTabs } from '../../ui/page/arende-tabs.tsx';
import { Loading } from '../../ui/page/loading.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { concludeArenden } from './conclusions.ts';
import { NewArendeDialog } from './new-arende-dialog.tsx';
import { Say } from './say.tsx';
import { shownOutcome } from './status.tsx';
import './arenden.css';

/** All ärenden, the latest first, and what is being prepared. */
export function ArendenPage() {
  const query = useArenden();
  if (query.data === undefined) return <Loading query={query} />;
  return <Arenden arenden={query.data.arenden} />;
}

function Arenden({ arenden }: { readonly arenden: readonly ArendeSummary[] }) {
  const { arenden: words, nav } = useTexts();
  const { slug } = useOrganisation();
  const navigate = useNavigate();
  const mayEdit = useRight('editArende');
  const [isMaking, setIsMaking] = useState(false);
  const create = (
    <Button look="primary" onPress={() => setIsMaking(true)}>
      {words.create}
    </Button>
  );
  const moved = arenden.filter(({ movedBasis }) => movedBasis !== null);
  return (
    <Page
      title={words.title}
      place={nav.arenden}
      tabs={<ArendeTabs />}
      say={<Say parts={concludeArenden(arenden, words)} />}
    >
      {moved.map((arende) => (
        <MovedBasis key={arende.arendeId} arende={arende} showsLink />
      ))}
      {arenden.length === 0 ? (
        <Notice heading={words.emptyTitle} live="off" {...(mayEdit ? { actions: create } : {})}>
          {mayEdit ? words.emptyBody : words.emptyReader}
        </Notice>
      ) : (
        <>
          {mayEdit ? (
            <div className="tools">
              <div className="tools-end">{create}</div>
            </div>
          ) : null}
          <Sheet>
            <ArendenTable arenden={arenden} />
          </Sheet>
        </>
      )}
      {isMaking ? (
        <NewArendeDialog
          latestYear={Math.max(0, ...arenden.map(({ year }) => year))}
          onClose={() => setIsMaking(false)}
          onMade={({ arendeId }) => void navigate(`/${slug}/arenden/${arendeId}`)}
        />
      ) : null}
    </Page>
  );
}

type Column = 'title' | 'dnr' | 'year' | 'status' | 'total' | 'beslut';

function ArendenTable({ arenden }: { readonly arenden: readonly ArendeSummary[] }) {
  const { arenden: words, arende: one } = useTexts();
  const { slug } = useOrganisation();
  const beslutLine = useBeslutLine();
  const columns: DataColumn<Column>[] = [
    { id: 'title', title: words.columns.title },
    { id: 'dnr', title: words.columns.dnr },
    { id: 'year', title: words.columns.year },
    { id: 'status', title: words.columns.status },
    { id: 'total', title: words.columns.total },
    { id: 'beslut', title: words.columns.beslut },
  ];
  const rows = arenden.map((arende) => {
    const total = tkr(arende.total);
    return {
      id: arende.arendeId,
      cells: {
        title: <Link to={`/${slug}/arenden/${arende.arendeId}`}>{arende.title}</Link>,
        dnr: arende.dnr ?? <span className="small">{words.noDnr}</span>,
        year: `${arende.year}`,
        status: (
          <>
            {one.statuses[arende.status]}
            {arende.movedBasis === null ? null : (
              <>
                {' '}
                <Mark>{words.moved}</Mark>
              </>
            )}
          </>
        ),
        total: (
          <span className="amount">{isZero(total) ? shown(total) : shownWithSign(total)}</span>
        ),
        beslut:
          arende.latestBeslut === null ? (
            <span className="small">{words.noBeslut}</span>
          ) : (
            <>
              {shownOutcome(arende.latestBeslut.outcome, one)}
              <small>{beslutLine(arende.latestBeslut.beslut)}</small>
            </>
          ),
      },
    };
  });
  return (
    <div className="arenden-table">
      <DataTable label={words.title} columns={columns} rows={rows} />
    </div>
  );
}
