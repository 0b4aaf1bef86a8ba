import { useState } from 'react';
import { invite } from '#contract/people.ts';
import { type Role, roles } from '#domain/rights.ts';
import { useForm } from '../../lib/form.ts';
import { useWrite } from '../../lib/write.ts';
import { useTexts } from '../../texts/language.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EditDialog } from '../../ui/edit-dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CopyLink, HandedLink } from './handed-link.tsx';
import { RoleWords, useRoleName } from './role-words.tsx';

/** What the window takes. */
export type InviteDialogProps = {
  readonly organisationId: string;
  readonly onClose: () => void;
};

// A refusal that is about one field stands beside it.
const refusals = { already_in_organisation: 'email' };

/** Asks whom to invite and as what, and shows the link that lets them in. */
export function InviteDialog({ organisationId, onClose }: InviteDialogProps) {
  const { administration, common } = useTexts();
  const words = administration.invitations;
  const { name: nameLabel, email: emailLabel, role: roleLabel } = administration.people;
  const roleName = useRoleName();
  const write = useWrite(invite);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role | ''>('');
  const labels = { name: nameLabel, email: emailLabel, role: roleLabel };
  const required = { name: words.missingName, email: words.missingEmail, role: words.chooseRole };
  const form = useForm({ schema: invite.body, labels, required, refusals }, write.error);
  if (write.data !== undefined) {
    return (
      <Dialog
        isOpen
        title={words.made(name)}
        closeLabel={common.close}
        onClose={onClose}
        actions={<CopyLink handed={write.data} />}
      >
        <HandedLink handed={write.data} />
      </Dialog>
    );
  }
  const send = (): void => {
    const body = { name, email, role };
    if (form.check(body) && role !== '') {
      write.mutate({ params: { organisationId }, body: { ...body, role } });
    }
  };
  return (
    <EditDialog
      form={form}
      title={words.title}
      submitLabel={words.submit}
      error={write.error}
      isPending={write.isPending}
      onSubmit={send}
      onClose={onClose}
    >
      <TextField
        label={nameLabel}
        value={name}
        onChange={setName}
        error={form.errorAt('name')}
        maxLength={100}
        autoComplete="off"
        autoFocus
        isRequired
      />
      <TextField
        label={emailLabel}
        description={words.emailHelp}
        value={email}
        onChange={setEmail}
        error={form.errorAt('email')}
        type="email"
        maxLength={254}
        autoComplete="off"
        isRequired
      />
      <SelectField
        label={roleLabel}
        value={role}
        placeholder={words.choose}
        options={roles.map((value) => ({ value, label: roleName(value) }))}
        onChange={setRole}
        error={form.errorAt('role')}
        isRequired
      />
      {role === '' ? null : <RoleWords role={role} />}
    </EditDialog>
  );
}
