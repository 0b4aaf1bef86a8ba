import { removeArendeDocument } from '#contract/arende.ts';
import { callApi } from '../../lib/api.ts';
import { useArendeAction } from '../../lib/arenden.ts';
import { useFailureText } from '../../lib/failure-text.ts';
import { shownMoment } from '../../lib/format.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FigureSheet } from '../../ui/sheet.tsx';
import { AddDocument } from './add-document.tsx';
import type { ArendeView } from './arende-view.ts';

/** What the list takes. */
export type DocumentsProps = { readonly view: ArendeView; readonly mayEdit: boolean };

/** The documents that the ärende rests on, by name, date and SHA-256. */
export function Documents({ view, mayEdit }: DocumentsProps) {
  const { arende: words, common } = useTexts();
  const { organisationId } = useOrganisation();
  const { arendeId, documents } = view.answer;
  const remove = useArendeAction((documentId: string, idempotencyKey) =>
    callApi(
      removeArendeDocument,
      { params: { organisationId, arendeId, documentId } },
      { idempotencyKey },
    ),
  );
  const failure = useFailureText(remove.error);
  return (
    <FigureSheet title={words.documents} detail={words.documentsDetail}>
      {documents.length === 0 ? <p className="small">{words.noDocuments}</p> : null}
      {documents.length === 0 ? null : (
        <ul className="documents">
          {documents.map(({ documentId, name, dated, sha256, createdBy, createdAt }) => (
            <li key={documentId}>
              <p className="document-name">
                {name}
                {dated === null ? '' : `, ${dated}`}
              </p>
              {sha256 === null ? null : (
                <p className="document-sum">
                  <span>SHA-256</span> <code>{sha256}</code>
                  <CopyButton look="quiet" text={sha256} name={words.copySum(name)} />
                </p>
              )}
              <p className="small">
                {createdBy}, {shownMoment(createdAt)}
              </p>
              {mayEdit ? (
                <Button
                  look="quiet"
                  name={words.removeDocument(name)}
                  onPress={() => remove.mutate(documentId)}
                >
                  {words.remove}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {failure === undefined ? null : (
        <Notice tone="warn" heading={common.refusedTitle}>
          {failure}
        </Notice>
      )}
      {mayEdit ? <AddDocument view={view} /> : null}
    </FigureSheet>
  );
}
