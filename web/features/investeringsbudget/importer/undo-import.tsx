import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type UtfallSourceAnswer, undoUtfallSource } from '#contract/utfall.ts';
import { callApi } from '../../../lib/api.ts';
import { useFailureText } from '../../../lib/failure-text.ts';
import { useOrganisation } from '../../../lib/organisation.tsx';
import { useTexts } from '../../../texts/language.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Loading } from '../../../ui/page/loading.tsx';
import { changesBetween, withoutSource } from './changes.ts';
import { useForgetUtfall, useKnownSources, useLines } from './import-queries.ts';
import { Preview } from './preview.tsx';

/** What the question takes. */
export type UndoImportProps = {
  readonly source: UtfallSourceAnswer;
  readonly onClose: () => void;
  readonly onUndone: () => void;
};

/** Asks before an import is taken back, and says what changes. */
export function UndoImport({ source, onClose, onUndone }: UndoImportProps) {
  const { common, imports: words } = useTexts();
  const { organisationId } = useOrganisation();
  const forget = useForgetUtfall();
  const { sourceId, years } = source;
  const lines = useLines();
  const known = useKnownSources(years, source);
  const undo = useMutation({
    mutationFn: async () => {
      await callApi(undoUtfallSource, { params: { organisationId, sourceId } });
      await forget();
    },
    onSuccess: () => {
      onClose();
      onUndone();
    },
  });
  const failure = useFailureText(undo.error);
  const changes = useMemo(() => {
    if (known.data === undefined) return null;
    const after = known.data.map((one) =>
      one.sourceId === sourceId ? { ...one, isUndone: true } : one,
    );
    return withoutSource(changesBetween(known.data, after, years), sourceId);
  }, [known.data, sourceId, years]);
  return (
    <ConfirmDialog
      isOpen
      size="wide"
      title={words.undoTitle(source.fileName ?? '')}
      confirmLabel={words.undo}
      cancelLabel={common.cancel}
      look="danger"
      isPending={undo.isPending}
      onConfirm={() => undo.mutate()}
      onCancel={onClose}
    >
      <p>{words.undoBody}</p>
      {failure === undefined ? null : (
        <Notice tone="warn" heading={common.refusedTitle}>
          {failure}
        </Notice>
      )}
      <div className="undo-changes">
        {changes === null || known.data === undefined || lines.data === undefined ? (
          <Loading query={known.isError ? known : lines} />
        ) : (
          <Preview changes={changes} years={years} lines={lines.data} sources={known.data} />
        )}
      </div>
    </ConfirmDialog>
  );
}
