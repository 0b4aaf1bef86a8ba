import { useState } from 'react';
import { useNavigate } from 'react-router';
import { createOrganisation, removeDemo } from '#contract/settings.ts';
import { useForm } from '../../lib/form.ts';
import { useWrite } from '../../lib/write.ts';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmWrite } from '../../ui/confirm-write.tsx';
import { EditDialog, orNull } from '../../ui/edit-dialog.tsx';
import { PageSection } from '../../ui/page/section.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** What those who run the installation can do with all of it. */
export function InstallationSection({ hasDemo }: { readonly hasDemo: boolean }) {
  const words = useTexts().administration.installation;
  const [open, setOpen] = useState<'create' | 'demo' | null>(null);
  return (
    <PageSection id="installationen" title={words.heading} detail={words.detail}>
      <div className="tools">
        <Button onPress={() => setOpen('create')}>{words.create}</Button>
        {hasDemo ? (
          <Button look="danger" onPress={() => setOpen('demo')}>
            {words.removeDemo}
          </Button>
        ) : null}
      </div>
      {open === 'create' ? <NewOrganisation onClose={() => setOpen(null)} /> : null}
      {open === 'demo' ? <RemoveDemo onClose={() => setOpen(null)} /> : null}
    </PageSection>
  );
}

// A refusal that is about one field stands beside it.
const refusals = { organisation_name_taken: 'name' };

function NewOrganisation({ onClose }: { readonly onClose: () => void }) {
  const { administration } = useTexts();
  const words = administration.installation;
  const { name: nameLabel, orgnr: orgnrLabel, orgnrHelp } = administration.organisation;
  const navigate = useNavigate();
  const write = useWrite(createOrganisation);
  const [name, setName] = useState('');
  const [orgnr, setOrgnr] = useState('');
  const labels = { name: nameLabel, orgnr: orgnrLabel };
  const required = { name: administration.organisation.missingName };
  const rules = { schema: createOrganisation.body, labels, required, refusals };
  const form = useForm(rules, write.error);
  const send = (): void => {
    const body = { name, orgnr: orNull(orgnr) };
    if (!form.check(body)) return;
    write.mutate(
      { params: {}, body },
      { onSuccess: ({ slug }) => void navigate(`/${slug}/installningar`) },
    );
  };
  return (
    <EditDialog
      form={form}
      title={words.create}
      submitLabel={words.createSubmit}
      error={write.error}
      isPending={write.isPending}
      onSubmit={send}
      onClose={onClose}
    >
      <p>{words.createBody}</p>
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
        label={orgnrLabel}
        description={orgnrHelp}
        value={orgnr}
        onChange={setOrgnr}
        error={form.errorAt('orgnr')}
        inputMode="numeric"
        maxLength={20}
        autoComplete="off"
      />
    </EditDialog>
  );
}

function RemoveDemo({ onClose }: { readonly onClose: () => void }) {
  const words = useTexts().administration.installation;
  return (
    <ConfirmWrite
      endpoint={removeDemo}
      wish={{ params: {} }}
      title={words.removeTitle}
      confirmLabel={words.removeConfirm}
      section="installationen"
      onClose={onClose}
    >
      <p>{words.removeBody}</p>
    </ConfirmWrite>
  );
}
