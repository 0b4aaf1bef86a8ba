import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { deleteArende } from '#contract/arende.ts';
import type { ArendeAnswer } from '#contract/arende-answer.ts';
import { callApi } from '../../lib/api.ts';
import { arendeKey, arendenKey, useLatestVersion } from '../../lib/arenden.ts';
import { useFailureText } from '../../lib/failure-text.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { untilSettled, useSaveQueue } from '../../lib/saving.ts';
import { useTexts } from '../../texts/language.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Asks before a draft is taken away. */
export function DeleteDialog({
  arende,
  onClose,
}: {
  readonly arende: ArendeAnswer;
  readonly onClose: () => void;
}) {
  const { arende: words, common } = useTexts();
  const { slug, organisationId } = useOrganisation();
  const { arendeId } = arende;
  const navigate = useNavigate();
  const client = useQueryClient();
  const queue = useSaveQueue();
  const version = useLatestVersion(arendeId);
  const end = useMutation({
    mutationFn: async () => {
      await untilSettled(queue);
      return callApi(
        deleteArende,
        { params: { organisationId, arendeId } },
        { version: version(), idempotencyKey: crypto.randomUUID() },
      );
    },
    onSuccess: async () => {
      await navigate(`/${slug}/arenden`);
      client.removeQueries({ queryKey: arendeKey(organisationId, arendeId) });
      await client.invalidateQueries({ queryKey: arendenKey(organisationId) });
    },
  });
  const failure = useFailureText(end.error);
  return (
    <ConfirmDialog
      isOpen
      title={words.deleteTitle(arende.title)}
      confirmLabel={words.deleteConfirm}
      cancelLabel={common.cancel}
      look="danger"
      isPending={end.isPending}
      onConfirm={() => end.mutate()}
      onCancel={onClose}
    >
      <p>{words.deleteBody}</p>
      {failure === undefined ? null : (
        <Notice tone="warn" heading={common.refusedTitle}>
          {failure}
        </Notice>
      )}
    </ConfirmDialog>
  );
}
