import { useState } from 'react';
import {
  changeRole,
  createPasswordLink,
  endMembership,
  type OrgPerson,
  orgPerson,
} from '#contract/people.ts';
import { type Role, roles } from '#domain/rights.ts';
import { useFailureText } from '../../lib/failure-text.ts';
import { useSession } from '../../lib/session.tsx';
import { useWrite } from '../../lib/write.ts';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmWrite } from '../../ui/confirm-write.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { currentIn, StaleChoice } from '../../ui/stale-choice.tsx';
import { CopyLink, HandedLink } from './handed-link.tsx';
import { RoleWords, useRoleName } from './role-words.tsx';

/** What a window about one person takes. */
export type PersonDialogProps = {
  readonly organisationId: string;
  readonly person: OrgPerson;
  readonly onClose: () => void;
};

/** Gives a person another role, and says what it may do before it is given. */
export function RoleDialog({ organisationId, person, onClose }: PersonDialogProps) {
  const words = useTexts().administration.people;
  const { session } = useSession();
  const roleName = useRoleName();
  const write = useWrite(changeRole);
  const [role, setRole] = useState<Role>(person.role);
  const { personId, name } = person;
  const current = currentIn(orgPerson, write.error);
  const save = (version: number): void => {
    const call = { params: { organisationId, personId }, body: { role }, version };
    write.mutate(call, { onSuccess: onClose });
  };
  return (
    <FormDialog
      title={words.changeRoleTitle(name)}
      submitLabel={words.changeRoleSubmit}
      error={current === null ? write.error : null}
      isPending={write.isPending}
      onSubmit={() => (role === person.role ? onClose() : save(person.version))}
      onClose={onClose}
    >
      <SelectField
        label={words.role}
        value={role}
        options={roles.map((value) => ({ value, label: roleName(value) }))}
        onChange={setRole}
        autoFocus
      />
      <RoleWords role={role} />
      <p>{personId === session.person.personId ? words.loggedOutYou : words.loggedOut(name)}</p>
      {current === null ? null : (
        <StaleChoice
          rows={[{ label: words.role, mine: roleName(role), theirs: roleName(current.role) }]}
          onKeepMine={() => save(current.version)}
          onTakeTheirs={onClose}
        />
      )}
    </FormDialog>
  );
}

/** Makes a link to a new password, after saying what it opens, and shows it once. */
export function PasswordLinkDialog({ organisationId, person, onClose }: PersonDialogProps) {
  const { administration, common } = useTexts();
  const words = administration.people;
  const write = useWrite(createPasswordLink);
  const failure = useFailureText(write.error);
  const { personId, name } = person;
  const make = (): void => write.mutate({ params: { organisationId, personId } });
  return (
    <Dialog
      isOpen
      title={words.passwordTitle(name)}
      closeLabel={common.close}
      onClose={onClose}
      actions={
        write.data === undefined ? (
          <Button look="primary" isPending={write.isPending} onPress={make}>
            {words.passwordSubmit}
          </Button>
        ) : (
          <CopyLink handed={write.data} />
        )
      }
    >
      {write.data === undefined ? (
        <p>{words.passwordBody(name)}</p>
      ) : (
        <HandedLink handed={write.data} />
      )}
      {failure === undefined ? null : (
        <Notice tone="warn" heading={common.lostTitle}>
          {failure}
        </Notice>
      )}
    </Dialog>
  );
}

/** Takes a person out of the organisation. */
export function RemovePersonDialog({ organisationId, person, onClose }: PersonDialogProps) {
  const words = useTexts().administration.people;
  const { personId, name, version } = person;
  return (
    <ConfirmWrite
      endpoint={endMembership}
      wish={{ params: { organisationId, personId }, version }}
      title={words.removeTitle(name)}
      confirmLabel={words.removeConfirm}
      section="personer"
      onClose={onClose}
    >
      <p>{words.removeBody(name)}</p>
      <p>{words.removeKept(name)}</p>
    </ConfirmWrite>
  );
}
