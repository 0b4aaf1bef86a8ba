import { useState } from 'react';
import { deleteShareKey, type ShareKeyAnswer, type ShareKeyList } from '#contract/borgen.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useRight } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmWrite } from '../../ui/confirm-write.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageSection } from '../../ui/page/section.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { KeyDialog } from './key-dialog.tsx';
import { draftOf, emptyKey, type KeyDraft } from './key-draft.ts';
import { KeysTable } from './keys-table.tsx';
import { PopulationDialog } from './population-dialog.tsx';

/** What the section takes; a draft opens the window for a new key with what it holds. */
export type KeysSectionProps = {
  readonly list: ShareKeyList;
  readonly draft: KeyDraft | null;
  readonly onDraft: (draft: KeyDraft | null) => void;
};

type Open = 'import' | { readonly is: 'change' | 'remove'; readonly key: ShareKeyAnswer } | null;

/** The keys side by side, member by member, and the ways to a new one. */
export function KeysSection({ list, draft, onDraft }: KeysSectionProps) {
  const { borgen: words } = useTexts();
  const mayEdit = useRight('editBorgen');
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => {
    setOpen(null);
    onDraft(null);
  };
  const { keys, members } = list;
  const tools =
    mayEdit && members.length > 0 ? (
      <>
        <Button onPress={() => setOpen('import')}>{words.importKey}</Button>
        <Button look="primary" onPress={() => onDraft(emptyKey)}>
          {words.newKey}
        </Button>
      </>
    ) : null;
  return (
    <PageSection
      id="nycklar"
      title={words.keys}
      detail={words.keysDetail}
      tools={keys.length > 0 ? tools : undefined}
    >
      {keys.length === 0 ? (
        <Notice
          heading={words.noKeysTitle}
          live="off"
          {...(tools === null ? {} : { actions: tools })}
        >
          {mayEdit ? words.noKeysBody : words.noKeysReader}
        </Notice>
      ) : (
        <Sheet>
          <KeysTable
            list={list}
            {...(mayEdit
              ? {
                  onChange: (key) => setOpen({ is: 'change', key }),
                  onRemove: (key) => setOpen({ is: 'remove', key }),
                }
              : {})}
          />
        </Sheet>
      )}
      {open === 'import' ? (
        <PopulationDialog
          members={members}
          onRead={(read) => {
            setOpen(null);
            onDraft(read);
          }}
          onClose={close}
        />
      ) : null}
      {draft === null ? null : (
        <KeyDialog stored={null} start={draft} members={members} onClose={close} />
      )}
      {open !== null && open !== 'import' && open.is === 'change' ? (
        <KeyDialog stored={open.key} start={draftOf(open.key)} members={members} onClose={close} />
      ) : null}
      {open !== null && open !== 'import' && open.is === 'remove' ? (
        <RemoveKey shareKey={open.key} onClose={close} />
      ) : null}
    </PageSection>
  );
}

type RemoveKeyProps = { readonly shareKey: ShareKeyAnswer; readonly onClose: () => void };

function RemoveKey({ shareKey: { keyId, validFrom, version }, onClose }: RemoveKeyProps) {
  const { borgen: words } = useTexts();
  const { organisationId } = useOrganisation();
  return (
    <ConfirmWrite
      endpoint={deleteShareKey}
      wish={{ params: { organisationId, keyId }, version }}
      title={words.removeKeyTitle(validFrom)}
      confirmLabel={words.removeKeyConfirm}
      section="nycklar"
      onClose={onClose}
    >
      <p>{words.removeKeyBody}</p>
    </ConfirmWrite>
  );
}
