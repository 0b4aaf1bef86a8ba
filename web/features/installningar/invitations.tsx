import { useState } from 'react';
import { type Invitation, revokeInvitation } from '#contract/people.ts';
import { shownMoment } from '../../lib/format.ts';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmWrite } from '../../ui/confirm-write.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { shownDay } from './days.ts';
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
  const words = useTexts().administration.invitations;
  const { invitationId, name } = invitation;
  return (
    <ConfirmWrite
      endpoint={revokeInvitation}
      wish={{ params: { organisationId, invitationId } }}
      title={words.withdrawTitle(name)}
      confirmLabel={words.withdrawConfirm}
      section="personer"
      onClose={onClose}
    >
      <p>{words.withdrawBody}</p>
    </ConfirmWrite>
  );
}
