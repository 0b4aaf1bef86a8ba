import { useState } from 'react';
import { type Settings, settings as settingsSchema, updateSettings } from '#contract/settings.ts';
import { useForm } from '../../lib/form.ts';
import { useWrite } from '../../lib/write.ts';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { EditDialog, orNull } from '../../ui/edit-dialog.tsx';
import { PageSection } from '../../ui/page/section.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { currentIn, StaleChoice } from '../../ui/stale-choice.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** What the section takes. */
export type OrganisationSectionProps = {
  readonly settings: Settings;
  readonly mayEdit: boolean;
};

/** What the organisation is called, here and in registers. */
export function OrganisationSection({ settings, mayEdit }: OrganisationSectionProps) {
  const { administration, common } = useTexts();
  const words = administration.organisation;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <PageSection
      id="organisationen"
      title={words.heading}
      tools={mayEdit ? <Button onPress={() => setIsOpen(true)}>{words.edit}</Button> : undefined}
    >
      <Sheet>
        <dl className="facts settings-facts">
          <dt>{words.name}</dt>
          <dd>{settings.name}</dd>
          <dt>{words.orgnr}</dt>
          <dd>{settings.orgnr ?? common.missing}</dd>
          <dt>{words.slug}</dt>
          <dd>
            {settings.slug}
            <small>{words.slugHelp}</small>
          </dd>
        </dl>
      </Sheet>
      {isOpen ? <OrganisationDialog settings={settings} onClose={() => setIsOpen(false)} /> : null}
    </PageSection>
  );
}

// What the server tells of an organisation that somebody else has changed.
const facts = settingsSchema.pick({ name: true, orgnr: true, version: true });

function OrganisationDialog({
  settings,
  onClose,
}: {
  readonly settings: Settings;
  readonly onClose: () => void;
}) {
  const { administration, common } = useTexts();
  const words = administration.organisation;
  const write = useWrite(updateSettings);
  const labels = { name: words.name, orgnr: words.orgnr };
  const required = { name: words.missingName };
  const form = useForm({ schema: updateSettings.body, labels, required }, write.error);
  const [name, setName] = useState(settings.name);
  const [orgnr, setOrgnr] = useState(settings.orgnr ?? '');
  // What was seen when the window was opened, also where the page behind has been fetched anew.
  const [{ organisationId, version }] = useState(settings);
  const current = currentIn(facts, write.error);
  const save = (seen: number): void => {
    const body = { name, orgnr: orNull(orgnr) };
    if (!form.check(body)) return;
    write.mutate({ params: { organisationId }, body, version: seen }, { onSuccess: onClose });
  };
  return (
    <EditDialog
      form={form}
      title={words.editTitle}
      submitLabel={common.save}
      error={write.error}
      isPending={write.isPending}
      onSubmit={() => save(version)}
      onClose={onClose}
      instead={
        current === null ? undefined : (
          <StaleChoice
            rows={[
              { label: words.name, mine: name, theirs: current.name },
              {
                label: words.orgnr,
                mine: orNull(orgnr) ?? common.missing,
                theirs: current.orgnr ?? common.missing,
              },
            ]}
            onKeepMine={() => save(current.version)}
            onTakeTheirs={onClose}
          />
        )
      }
    >
      <TextField
        label={words.name}
        value={name}
        onChange={setName}
        error={form.errorAt('name')}
        maxLength={100}
        autoFocus
        isRequired
      />
      <TextField
        label={words.orgnr}
        description={words.orgnrHelp}
        value={orgnr}
        onChange={setOrgnr}
        error={form.errorAt('orgnr')}
        inputMode="numeric"
        maxLength={20}
      />
    </EditDialog>
  );
}
