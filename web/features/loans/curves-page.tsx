import { useState } from 'react';
import { deleteRateCurve, type RateCurveAnswer } from '#contract/loans.ts';
import { percentOf } from '#domain/percent.ts';
import { shownRate } from '../../lib/format.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useRight } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmWrite } from '../../ui/confirm-write.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Loading } from '../../ui/page/loading.tsx';
import { Page } from '../../ui/page/page.tsx';
import { focusTitle } from '../../ui/page/title-focus.ts';
import { CurveDialog } from './curve-dialog.tsx';
import { CurveImport } from './curve-import.tsx';
import { CurveSection, type CurveWish, valueOn } from './curve-section.tsx';
import { type LoansView, useLoans, useToday } from './loans.ts';
import { LoansTabs } from './loans-tabs.tsx';
import { PointDialog, RemovePoint } from './point-dialogs.tsx';
import { Sentence, wholeDay } from './sentence.tsx';
import './loans.css';

/** The reference rates with their dated values, which loans with a variable rate follow. */
export function CurvesPage() {
  const { view, query } = useLoans();
  return view === null ? <Loading query={query} /> : <Curves view={view} />;
}

type Open = { readonly kind: 'new' } | CurveWish;

function Curves({ view }: { readonly view: LoansView }) {
  const { rateCurves: words } = useTexts();
  const today = useToday();
  const mayEdit = useRight('editLoans');
  const [open, setOpen] = useState<Open | null>(null);
  const curves = view.curveAnswers;
  const add = (
    <Button look="primary" onPress={() => setOpen({ kind: 'new' })}>
      {words.add}
    </Button>
  );
  return (
    <Page
      title={words.title}
      place={words.place}
      say={<Say curves={curves} today={today} />}
      tabs={<LoansTabs />}
    >
      {curves.length === 0 ? (
        <Notice heading={words.emptyTitle} live="off" {...(mayEdit ? { actions: add } : {})}>
          {mayEdit ? words.emptyBody : words.emptyReader}
        </Notice>
      ) : (
        <>
          {mayEdit ? (
            <div className="tools">
              <div className="tools-end">{add}</div>
            </div>
          ) : null}
          {curves.map((curve) => (
            <CurveSection
              key={curve.curveId}
              curve={curve}
              view={view}
              today={today}
              onWish={setOpen}
            />
          ))}
        </>
      )}
      {open === null ? null : (
        <Opened view={view} open={open} today={today} onClose={() => setOpen(null)} />
      )}
    </Page>
  );
}

type OpenedProps = {
  readonly view: LoansView;
  readonly open: Open;
  readonly today: string;
  readonly onClose: () => void;
};

function Opened({ view, open, today, onClose }: OpenedProps) {
  const { rateCurves: words } = useTexts();
  const { organisationId } = useOrganisation();
  if (open.kind === 'new') return <CurveDialog curve={null} onClose={onClose} />;
  const curve = view.curveAnswers.find(({ curveId }) => curveId === open.curveId);
  if (curve === undefined) return null;
  switch (open.kind) {
    case 'rename':
      return <CurveDialog curve={curve} onClose={onClose} />;
    case 'point':
      return <PointDialog curve={curve} from={open.from} today={today} onClose={onClose} />;
    case 'removePoint':
      return <RemovePoint curve={curve} from={open.from} onClose={onClose} />;
    case 'import':
      return <CurveImport curve={curve} onClose={onClose} />;
    case 'remove':
      return (
        <ConfirmWrite
          endpoint={deleteRateCurve}
          wish={{ params: { organisationId, curveId: curve.curveId }, version: curve.version }}
          title={words.removeTitle(curve.name)}
          confirmLabel={words.removeConfirm}
          onClose={() => {
            onClose();
            focusTitle();
          }}
        >
          {words.removeBody(curve.points.length)}
        </ConfirmWrite>
      );
  }
}

type SayProps = { readonly curves: readonly RateCurveAnswer[]; readonly today: string };

function Say({ curves, today }: SayProps) {
  const { rateCurves: words } = useTexts();
  if (curves.length === 0) return words.sayNone;
  return (
    <>
      {words.say(curves.length)}
      {': '}
      {curves.map((curve, at) => {
        const now = valueOn(curve, today);
        return (
          <span key={curve.curveId}>
            {at === 0 ? '' : '; '}
            {now === null ? (
              words.sayWithout(curve.name)
            ) : (
              <Sentence
                parts={words.sayNow(curve.name, shownRate(percentOf(now.rate)), wholeDay(now.from))}
              />
            )}
          </span>
        );
      })}
      .
    </>
  );
}
