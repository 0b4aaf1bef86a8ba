import { useState } from 'react';
import { createRateCurve, type RateCurveAnswer, updateRateCurve } from '#contract/loans.ts';
import { refusalCode } from '../../lib/api.ts';
import { useForm } from '../../lib/form.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useWrite } from '../../lib/write.ts';
import { useTexts } from '../../texts/language.tsx';
import { EditDialog } from '../../ui/edit-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** What the window takes. */
export type CurveDialogProps = {
  /** Null for a new one. */
  readonly curve: RateCurveAnswer | null;
  readonly onClose: () => void;
};

/** Asks what a reference rate is called. */
export function CurveDialog({ curve, onClose }: CurveDialogProps) {
  const { common, rateCurves: words } = useTexts();
  const { organisationId } = useOrganisation();
  const create = useWrite(createRateCurve);
  const update = useWrite(updateRateCurve);
  const { error, isPending } = curve === null ? create : update;
  const [name, setName] = useState(curve?.name ?? '');
  const form = useForm(
    {
      schema: createRateCurve.body,
      labels: { name: words.name },
      required: { name: words.missingName },
      refusals: { rate_curve_name_taken: 'name' },
    },
    error,
  );
  const submit = (): void => {
    const body = { name };
    if (!form.check(body)) return;
    const done = { onSuccess: onClose };
    if (curve === null) return create.mutate({ params: { organisationId }, body }, done);
    const params = { organisationId, curveId: curve.curveId };
    update.mutate({ params, body, version: curve.version }, done);
  };
  return (
    <EditDialog
      form={form}
      title={curve === null ? words.add : words.renameTitle(curve.name)}
      submitLabel={curve === null ? words.create : common.save}
      error={error}
      isPending={isPending}
      onSubmit={submit}
      onClose={onClose}
      // The page behind has been fetched anew: saved again, it is saved over what holds now.
      instead={
        refusalCode(error) === 'version_stale' ? (
          <Notice tone="warn" heading={common.refusedTitle}>
            {words.staleBody}
          </Notice>
        ) : undefined
      }
    >
      <TextField
        label={words.name}
        description={words.nameHelp}
        value={name}
        onChange={setName}
        error={form.errorAt('name')}
        maxLength={100}
        autoFocus
        isRequired
      />
    </EditDialog>
  );
}
