import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { logout } from '#contract/session.ts';
import { callApi } from '../../lib/api.ts';
import { useFailureText } from '../../lib/failure-text.ts';
import { loginPage } from '../../lib/return-path.ts';
import { isUnsaved, useSaveQueue } from '../../lib/saving.ts';
import { forgetFigures } from '../../lib/session.tsx';
import { tellOtherTabs } from '../../lib/tabs.ts';
import { useTexts } from '../../texts/language.tsx';
import { Button, type ButtonLook } from '../button.tsx';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { Notice } from '../notice.tsx';

/** What the button takes. */
export type LogOutButtonProps = { readonly look?: ButtonLook; readonly className?: string };

/**
 * Logs out, and leaves nothing behind: the page is loaded anew, so that no figure is left in memory.
 * Asks first where something is not saved.
 */
export function LogOutButton({ look = 'standard', className }: LogOutButtonProps) {
  const { shell: words, common, front } = useTexts();
  const queue = useSaveQueue();
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const leave = useMutation({
    mutationFn: () => callApi(logout, { params: {} }),
    onSuccess: () => {
      queue.discard();
      forgetFigures(client);
      tellOtherTabs('ended');
      location.replace(loginPage);
    },
    onError: () => setAsking(true),
  });
  const failure = useFailureText(leave.error);
  const changes = queue.pending();
  const asks = isUnsaved(queue);
  return (
    <>
      <Button
        look={look}
        isPending={leave.isPending}
        onPress={() => (isUnsaved(queue) ? setAsking(true) : leave.mutate())}
        {...(className === undefined ? {} : { className })}
      >
        {words.logOut}
      </Button>
      {isAsking ? (
        <ConfirmDialog
          isOpen
          title={failure === undefined ? words.logOutTitle : words.logOutFailed}
          confirmLabel={failure === undefined ? words.logOutAnyway : common.tryAgain}
          cancelLabel={words.stay}
          look={asks ? 'danger' : 'primary'}
          isPending={leave.isPending}
          onConfirm={() => leave.mutate()}
          onCancel={() => {
            setAsking(false);
            leave.reset();
          }}
        >
          {asks ? <p>{words.logOutBody(changes)}</p> : null}
          {failure === undefined ? null : (
            <Notice tone="warn" heading={front.refused}>
              {failure}
            </Notice>
          )}
        </ConfirmDialog>
      ) : null}
    </>
  );
}
