import { useState } from 'react';
import { type Invitation, revokeInvitation } from '#contract/people.ts';
import { useFailureText } from '../../lib/failure-text.ts';
import { shownMoment } from '../../lib/format.ts';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Notice } from '../../ui/notice.tsx';
import { keepFocusAt } from '../../ui/page/section.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { shownDay } from './days.ts';
import { useWrite } from './queries.ts';
import { useRoleName } from './role-words.tsx';

/** What the list takes. */
export type InvitationsProps = {
  readonly organisationId: string;
  readonly invitations: readonly Invitation[];
  readonly mayEdit: boolean;
};

/** Those who are invited and have not answered. */
export function Invitations({ organisationId, invitations, mayEdit }: InvitationsProps) {
  const { administration } = useTexts();
  const words = administration.invitations;
  const roleName = useRoleName();
  const [withdrawn, setWithdrawn] = useState<Invitation | null>(null);
  if (invitations.length === 0) return null;
  const columns = [
    { id: 'name', title: administration.people.name },
    { id: 'role', title: administration.people.role },
    { id: 'sent', title: words.sent },
    { id: 'expires', title: words.expires },
    ...(mayEdit ? [{ id: 'tools', title: administration.actions, isTools: true }] : []),
  ];
  const rows = invitations.map((invitation) => ({
    id: invitation.invitationId,
    cells: {
      name: (
        <>
          {invitation.name}
          <small>{invitation.email}</small>
        </>
      ),
      role: roleName(invitation.role),
      sent: shownDay(invitation.createdAt),
      expires: (
        <>
          {shownMoment(invitation.expiresAt)}{' '}
          {invitation.isExpired ? <Mark>{words.isExpired}</Mark> : null}
        </>
      ),
      tools: (
        <Button name={words.withdrawName(invitation.name)} onPress={() => setWithdrawn(invitation)}>
          {words.withdraw}
        </Button>
      ),
    },
  }));
  return (
    <>
      <h3>{words.heading}</h3>
      <Sheet>
        <DataTable label={words.heading} columns={columns} rows={rows} />
      </Sheet>
      {withdrawn === null ? null : (
        <Withdraw
          organisationId={organisationId}
          invitation={withdrawn}
          onClose={() => setWithdrawn(null)}
        />
      )}
    </>
  );
}

type WithdrawProps = {
  readonly organisationId: string;
  readonly invitation: Invitation;
  readonly onClose: () => void;
};

function Withdraw({ organisationId, invitation, onClose }: WithdrawProps) {
  const { administration, common } = useTexts();
  const words = administration.invitations;
  const write = useWrite(revokeInvitation);
  const failure = useFailureText(write.error);
  const { invitationId, name } = invitation;
  const done = (): void => {
    onClose();
    keepFocusAt('personer');
  };
  return (
    <ConfirmDialog
      isOpen
      title={words.withdrawTitle(name)}
      confirmLabel={words.withdrawConfirm}
      cancelLabel={common.cancel}
      look="danger"
      isPending={write.isPending}
      onConfirm={() =>
        write.mutate({ params: { organisationId, invitationId } }, { onSuccess: done })
      }
      onCancel={onClose}
    >
      <p>{words.withdrawBody}</p>
      {failure === undefined ? null : (
        <Notice tone="warn" heading={common.refusedTitle}>
          {failure}
        </Notice>
      )}
    </ConfirmDialog>
  );
}
