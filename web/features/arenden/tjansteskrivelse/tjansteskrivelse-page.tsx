import { useMemo, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ArendeAnswer } from '#contract/arende-answer.ts';
import { addressOf } from '#contract/endpoint.ts';
import {
  dayInSweden,
  exportTjansteskrivelse,
  type Sender,
  writeTjansteskrivelse,
} from '#contract/tjansteskrivelse.ts';
import { useArende } from '../../../lib/arenden.ts';
import { useOrganisation } from '../../../lib/organisation.tsx';
import { useRight } from '../../../lib/session.tsx';
import { useTexts } from '../../../texts/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { ArendeTabs } from '../../../ui/page/arende-tabs.tsx';
import { Loading } from '../../../ui/page/loading.tsx';
import { usePageHeading } from '../../../ui/page/page.tsx';
import { SaveIndicator } from '../../../ui/page/save-indicator.tsx';
import { SkrivelseDocument } from './document.tsx';
import { useSender } from './queries.ts';
import { useRunningTexts } from './running-texts.ts';
import './tjansteskrivelse.css';

/** The tjänsteskrivelse of an ärende, as it is printed and as it is in the file. */
export function TjansteskrivelsePage() {
  const { arendeId = '' } = useParams();
  const arende = useArende(arendeId);
  const sender = useSender();
  if (arende.data === undefined) return <Loading query={arende} />;
  if (sender.data === undefined) return <Loading query={sender} />;
  return <Written arende={arende.data} sender={sender.data} />;
}

type WrittenProps = { readonly arende: ArendeAnswer; readonly sender: Sender };

function Written({ arende, sender }: WrittenProps) {
  const { tjansteskrivelse: words } = useTexts();
  const [day] = useState(() => dayInSweden(new Date()));
  const skrivelse = useMemo(
    () => writeTjansteskrivelse(arende, sender, day),
    [arende, sender, day],
  );
  const heading = usePageHeading(`${words.name}: ${arende.title} · ${sender.name}`);
  useRunningTexts(skrivelse);
  return (
    <>
      <PageBar place={words.name} />
      <ArendeTabs />
      <Tools arendeId={arende.arendeId} />
      <SkrivelseDocument skrivelse={skrivelse} heading={heading} />
    </>
  );
}

function PageBar({ place }: { readonly place: string }) {
  const { common } = useTexts();
  const { isDemo } = useOrganisation();
  const edits = useRight('editArende');
  return (
    <div className="page-bar no-print">
      <span className="page-bar-place">{place}</span>
      {isDemo ? <Mark isPill>{common.demo}</Mark> : null}
      <span>{common.amountsInTkr}</span>
      {edits ? (
        <span className="page-bar-end">
          <SaveIndicator />
        </span>
      ) : null}
    </div>
  );
}

function Tools({ arendeId }: { readonly arendeId: string }) {
  const { tjansteskrivelse: words, common } = useTexts();
  const { organisationId, slug } = useOrganisation();
  const mayExport = useRight('exportFigures');
  const docx = addressOf(exportTjansteskrivelse, { params: { organisationId, arendeId } });
  return (
    <div className="tools">
      <Link className="button button-standard" to={`/${slug}/arenden/${arendeId}`}>
        {words.back}
      </Link>
      <div className="tools-end">
        <Button onPress={() => print()}>{common.print}</Button>
        {mayExport ? (
          <a className="button button-primary" href={docx} download>
            {words.docx}
          </a>
        ) : null}
      </div>
    </div>
  );
}
