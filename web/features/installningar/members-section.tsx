import { useState } from 'react';
import { deleteMember, type Member, type Settings } from '#contract/settings.ts';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmWrite } from '../../ui/confirm-write.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Menu } from '../../ui/menu.tsx';
import { PageSection } from '../../ui/page/section.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { MemberDialog } from './member-dialog.tsx';
import { memberState } from './members.ts';

/** What the section takes. */
export type MembersSectionProps = {
  readonly settings: Settings;
  readonly mayEdit: boolean;
  readonly today: string;
};

type Open = { readonly kind: 'edit' | 'remove'; readonly member: Member } | 'new' | null;

/** The municipalities that belong to the organisation. */
export function MembersSection({ settings, mayEdit, today }: MembersSectionProps) {
  const { administration, common } = useTexts();
  const words = administration.members;
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  const { organisationId, members } = settings;
  const columns = [
    { id: 'name', title: words.name },
    { id: 'kommunkod', title: words.kommunkod },
    { id: 'joinedOn', title: words.joinedOn },
    { id: 'leftOn', title: words.leftOn },
    ...(mayEdit ? [{ id: 'tools', title: administration.actions, isTools: true }] : []),
  ];
  const rows = members.map((member) => ({
    id: member.memberId,
    cells: {
      name: <MemberName member={member} today={today} />,
      kommunkod: member.kommunkod ?? <span className="small">{common.missing}</span>,
      joinedOn: member.joinedOn ?? <span className="small">{common.missing}</span>,
      leftOn: member.leftOn ?? '–',
      tools: (
        <MemberMenu
          name={member.name}
          onEdit={() => setOpen({ kind: 'edit', member })}
          onRemove={() => setOpen({ kind: 'remove', member })}
        />
      ),
    },
  }));
  return (
    <PageSection
      id="medlemmar"
      title={words.heading}
      detail={words.detail}
      tools={mayEdit ? <Button onPress={() => setOpen('new')}>{words.add}</Button> : undefined}
    >
      <Sheet>
        {members.length === 0 ? (
          <p className="sheet-empty">{words.empty}</p>
        ) : (
          <DataTable label={words.heading} columns={columns} rows={rows} />
        )}
      </Sheet>
      {open === 'new' || open?.kind === 'edit' ? (
        <MemberDialog
          organisationId={organisationId}
          member={open === 'new' ? null : open.member}
          onClose={close}
        />
      ) : null}
      {open !== 'new' && open?.kind === 'remove' ? (
        <RemoveMember organisationId={organisationId} member={open.member} onClose={close} />
      ) : null}
    </PageSection>
  );
}

type MemberNameProps = { readonly member: Member; readonly today: string };

function MemberName({ member, today }: MemberNameProps) {
  const words = useTexts().administration.members;
  const state = memberState(member, today);
  return (
    <>
      {member.name}{' '}
      {state === 'member' ? null : (
        <Mark tone="plain">{state === 'left' ? words.hasLeft : words.notYet}</Mark>
      )}
    </>
  );
}

type MemberMenuProps = {
  readonly name: string;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
};

function MemberMenu({ name, onEdit, onRemove }: MemberMenuProps) {
  const { administration } = useTexts();
  const words = administration.members;
  return (
    <Menu
      trigger={administration.actions}
      name={administration.rowActions(name)}
      actions={[
        { id: 'edit', label: words.change, onAction: onEdit },
        { id: 'remove', label: words.remove, tone: 'danger', onAction: onRemove },
      ]}
    />
  );
}

type RemoveMemberProps = {
  readonly organisationId: string;
  readonly member: Member;
  readonly onClose: () => void;
};

function RemoveMember({ organisationId, member, onClose }: RemoveMemberProps) {
  const words = useTexts().administration.members;
  const { memberId, name, version } = member;
  return (
    <ConfirmWrite
      endpoint={deleteMember}
      wish={{ params: { organisationId, memberId }, version }}
      title={words.removeTitle(name)}
      confirmLabel={words.removeConfirm}
      section="medlemmar"
      onClose={onClose}
    >
      <p>{words.removeBody}</p>
      <p>{words.removeKept}</p>
    </ConfirmWrite>
  );
}
