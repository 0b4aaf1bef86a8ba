import { useState } from 'react';
import {
  createMember,
  type Member,
  member as memberSchema,
  updateMember,
} from '#contract/settings.ts';
import { useForm } from '../../lib/form.ts';
import { useWrite } from '../../lib/write.ts';
import { useTexts } from '../../texts/language.tsx';
import { EditDialog, orNull } from '../../ui/edit-dialog.tsx';
import { currentIn, StaleChoice } from '../../ui/stale-choice.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** What the window takes. */
export type MemberDialogProps = {
  readonly organisationId: string;
  /** Null for a new one. */
  readonly member: Member | null;
  readonly onClose: () => void;
};

const fields = ['name', 'kommunkod', 'joinedOn', 'leftOn'] as const;

// A refusal that is about one field stands beside it.
const refusals = { member_name_taken: 'name', member_left_before_joined: 'leftOn' };

type Field = (typeof fields)[number];
type Typed = { readonly [field in Field]: string };

/** Asks for a new member, or for what has changed about one. */
export function MemberDialog({ organisationId, member, onClose }: MemberDialogProps) {
  const { administration, common } = useTexts();
  const words = administration.members;
  const create = useWrite(createMember);
  const update = useWrite(updateMember);
  const { error, isPending } = member === null ? create : update;
  const labels = Object.fromEntries(fields.map((name) => [name, words[name]]));
  const required = { name: words.missingName };
  const form = useForm({ schema: createMember.body, labels, required, refusals }, error);
  const [typed, setTyped] = useState<Typed>(() => typedOf(member));
  const current = currentIn(memberSchema, error);
  const theirs = typedOf(current);
  const save = (version: number): void => {
    const body = bodyOf(typed);
    if (!form.check(body)) return;
    const done = { onSuccess: onClose };
    if (member === null) return create.mutate({ params: { organisationId }, body }, done);
    const params = { organisationId, memberId: member.memberId };
    update.mutate({ params, body, version }, done);
  };
  const shown = (text: string): string => orNull(text) ?? common.missing;
  const field = (name: Field) => ({
    label: words[name],
    value: typed[name],
    onChange: (text: string) => setTyped((old) => ({ ...old, [name]: text })),
    error: form.errorAt(name),
  });
  return (
    <EditDialog
      form={form}
      title={member === null ? words.add : words.changeTitle(member.name)}
      submitLabel={member === null ? words.addSubmit : common.save}
      error={error}
      isPending={isPending}
      onSubmit={() => save(member?.version ?? 0)}
      onClose={onClose}
      instead={
        current === null ? undefined : (
          <StaleChoice
            rows={fields.map((name) => ({
              label: words[name],
              mine: shown(typed[name]),
              theirs: shown(theirs[name]),
            }))}
            onKeepMine={() => save(current.version)}
            onTakeTheirs={onClose}
          />
        )
      }
    >
      <TextField {...field('name')} maxLength={100} autoFocus isRequired />
      <TextField
        {...field('kommunkod')}
        description={words.kommunkodHelp}
        inputMode="numeric"
        maxLength={4}
      />
      <TextField {...field('joinedOn')} description={words.joinedHelp} type="date" />
      <TextField {...field('leftOn')} description={words.leftHelp} type="date" />
    </EditDialog>
  );
}

function typedOf(member: Member | null): Typed {
  return {
    name: member?.name ?? '',
    kommunkod: member?.kommunkod ?? '',
    joinedOn: member?.joinedOn ?? '',
    leftOn: member?.leftOn ?? '',
  };
}

function bodyOf({ name, kommunkod, joinedOn, leftOn }: Typed) {
  return {
    name,
    kommunkod: orNull(kommunkod),
    joinedOn: orNull(joinedOn),
    leftOn: orNull(leftOn),
  };
}
