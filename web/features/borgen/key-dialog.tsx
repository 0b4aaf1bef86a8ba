import { useState } from 'react';
import {
  createShareKey,
  type ShareKeyAnswer,
  shareKey as shareKeySchema,
  updateShareKey,
} from '#contract/borgen.ts';
import type { Member } from '#contract/settings.ts';
import type { ShareKey } from '#domain/forecast/share-key.ts';
import { formatWeight } from '#domain/forecast/share-words.ts';
import { isMemberOn } from '#domain/member.ts';
import { useForm } from '../../lib/form.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useWrite } from '../../lib/write.ts';
import { useTexts } from '../../texts/language.tsx';
import { EditDialog } from '../../ui/edit-dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { currentIn, StaleChoice } from '../../ui/stale-choice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { bodyOf, draftOf, type KeyDraft, peopleSum, percentSum } from './key-draft.ts';

/** What the window takes; nothing stored means a new key. */
export type KeyDialogProps = {
  readonly stored: ShareKeyAnswer | null;
  readonly start: KeyDraft;
  readonly members: readonly Member[];
  readonly onClose: () => void;
};

const types: readonly ShareKey['type'][] = ['population', 'percent'];

/** Asks for a key: its day, what it counts by, and every member's part. */
export function KeyDialog({ stored, start, members, onClose }: KeyDialogProps) {
  const { borgen: words } = useTexts();
  const { organisationId } = useOrganisation();
  const create = useWrite(createShareKey);
  const update = useWrite(updateShareKey);
  const { error, isPending } = stored === null ? create : update;
  const [draft, setDraft] = useState(start);
  const body = bodyOf(draft, members);
  const change = (part: Partial<KeyDraft>): void => setDraft((old) => ({ ...old, ...part }));
  const nameOf = (id: string): string =>
    members.find(({ memberId }) => memberId === id)?.name ?? '';
  const form = useForm(
    {
      schema: createShareKey.body,
      labels: {
        validFrom: words.validFrom,
        type: words.type,
        source: words.source,
        ...Object.fromEntries(
          body.parts.map(({ memberId }, at) => [`parts.${at}.weight`, nameOf(memberId)]),
        ),
      },
      required: { validFrom: words.missingDay, source: words.missingSource },
      refusals: { share_key_day_taken: 'validFrom' },
    },
    error,
  );
  const current = currentIn(shareKeySchema, error);
  const save = (version: number): void => {
    if (!form.check(body)) return;
    const done = { onSuccess: onClose };
    if (stored === null) return create.mutate({ params: { organisationId }, body }, done);
    update.mutate({ params: { organisationId, keyId: stored.keyId }, body, version }, done);
  };
  return (
    <EditDialog
      form={form}
      title={stored === null ? words.newKeyTitle : words.changeKeyTitle(stored.validFrom)}
      submitLabel={words.createKey}
      error={error}
      isPending={isPending}
      onSubmit={() => save(stored?.version ?? 0)}
      onClose={onClose}
      instead={
        current === null ? undefined : (
          <StaleChoice
            rows={staleRows(draft, draftOf(current), { members, words: words.stale })}
            onKeepMine={() => save(current.version)}
            onTakeTheirs={onClose}
          />
        )
      }
    >
      <TextField
        label={words.validFrom}
        type="date"
        value={draft.validFrom}
        onChange={(validFrom) => change({ validFrom })}
        error={form.errorAt('validFrom')}
        autoFocus
        isRequired
      />
      <SelectField
        label={words.type}
        value={draft.type}
        options={types.map((value) => ({ value, label: words.types[value] }))}
        onChange={(type) => change({ type })}
      />
      <PartFields
        draft={draft}
        members={members}
        onChange={(weights) => change({ weights })}
        errorOf={(memberId) => {
          const at = body.parts.findIndex((part) => part.memberId === memberId);
          return at === -1 ? undefined : form.errorAt(`parts.${at}.weight`);
        }}
      />
      <p className="borgen-total" role="status">
        <Total draft={draft} members={members} />
      </p>
      <TextField
        label={words.source}
        description={words.sourceHelp}
        value={draft.source}
        onChange={(source) => change({ source })}
        error={form.errorAt('source')}
        maxLength={200}
        isRequired
      />
    </EditDialog>
  );
}

type PartFieldsProps = {
  readonly draft: KeyDraft;
  readonly members: readonly Member[];
  readonly onChange: (weights: KeyDraft['weights']) => void;
  readonly errorOf: (memberId: string) => string | undefined;
};

function PartFields({ draft, members, onChange, errorOf }: PartFieldsProps) {
  const { borgen: words } = useTexts();
  return (
    <fieldset className="borgen-parts">
      <legend>{words.parts}</legend>
      {members.map((member) => (
        <TextField
          key={member.memberId}
          label={member.name}
          {...outsideWords(member, draft.validFrom, words)}
          value={draft.weights[member.memberId] ?? ''}
          onChange={(weight) => onChange({ ...draft.weights, [member.memberId]: weight })}
          error={errorOf(member.memberId)}
          inputMode="decimal"
          maxLength={20}
        />
      ))}
    </fieldset>
  );
}

type Words = ReturnType<typeof useTexts>['borgen'];

// Said before anything is sent: whoever is outside that day has no share.
function outsideWords(
  member: Member,
  day: string,
  words: Words,
): { readonly description?: string } {
  if (day === '' || isMemberOn(member, day)) return {};
  const hasLeft = member.leftOn !== null && member.leftOn <= day;
  return { description: hasLeft ? words.outside.left : words.outside.coming };
}

type TotalProps = { readonly draft: KeyDraft; readonly members: readonly Member[] };

function Total({ draft, members }: TotalProps) {
  const { borgen: words } = useTexts();
  const without = members.filter(
    (member) =>
      (draft.weights[member.memberId] ?? '').trim() === '' &&
      draft.validFrom !== '' &&
      isMemberOn(member, draft.validFrom),
  );
  const isBegun = Object.values(draft.weights).some((typed) => typed.trim() !== '');
  const missing =
    isBegun && without.length > 0
      ? ` ${words.missingPart(without.map(({ name }) => name).join(', '))}`
      : '';
  return <>{`${sumWords(draft, words)}${missing}`}</>;
}

function sumWords(draft: KeyDraft, words: Words): string {
  if (draft.type === 'population')
    return words.people(formatWeight('population', peopleSum(draft)));
  const { is, by } = percentSum(draft);
  if (is === 'whole') return words.isWhole;
  return is === 'less' ? words.stillToGo(by) : words.tooMuch(by);
}

function staleRows(
  mine: KeyDraft,
  theirs: KeyDraft,
  { members, words }: { readonly members: readonly Member[]; readonly words: Words['stale'] },
) {
  const partsOf = ({ weights }: KeyDraft): string =>
    members
      .flatMap(({ memberId, name }) =>
        weights[memberId] === undefined || weights[memberId] === ''
          ? []
          : [`${name} ${weights[memberId]}`],
      )
      .join(', ');
  return [
    { label: words.validFrom, mine: mine.validFrom, theirs: theirs.validFrom },
    { label: words.type, mine: mine.type, theirs: theirs.type },
    { label: words.source, mine: mine.source, theirs: theirs.source },
    { label: words.parts, mine: partsOf(mine), theirs: partsOf(theirs) },
  ];
}
