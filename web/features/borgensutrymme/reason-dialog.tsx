import { useState } from 'react';
import { useTexts } from '../../texts/language.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { AskedReason } from './use-forecast-edits.ts';

/** What the question takes. */
export type ReasonDialogProps = {
  readonly asked: readonly AskedReason[];
  readonly onGive: (reason: string) => void;
  readonly onLeave: () => void;
};

/** Asks why figures that come about by themselves are typed over, before they are. */
export function ReasonDialog({ asked, onGive, onLeave }: ReasonDialogProps) {
  const words = useTexts().prognos.source;
  const [reason, setReason] = useState('');
  const [wasSent, setWasSent] = useState(false);
  return (
    <FormDialog
      title={words.askTitle(asked.length)}
      submitLabel={words.askSave}
      error={null}
      isPending={false}
      onSubmit={() => {
        setWasSent(true);
        if (reason.trim() !== '') onGive(reason.trim());
      }}
      onClose={onLeave}
    >
      <div className="small">
        {asked.map(({ cell, typed, followed }) => (
          <p key={cell}>{words.askBody(cell, typed, followed)}</p>
        ))}
      </div>
      <TextField
        label={words.reason}
        description={words.reasonHelp}
        value={reason}
        onChange={setReason}
        maxLength={1000}
        isRequired
        autoFocus
        {...(wasSent && reason.trim() === '' ? { error: words.reasonMissing } : {})}
      />
    </FormDialog>
  );
}
