import type { ReactNode } from 'react';
import type { BorgensprognosAnswer, BorgensprognosEntry } from '#contract/borgensprognos.ts';
import { prognosText, toPrognosFile } from '#contract/prognos.ts';
import { useFailureText } from '../../lib/failure-text.ts';
import { sha256Of } from '../../lib/sha256.ts';
import { useTexts } from '../../texts/language.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { focusTitle } from '../../ui/page/title-focus.ts';
import type { OneScenarioProps } from './change-scenario-dialogs.tsx';
import { useScenarioAction } from './scenario-actions.ts';

/** What freezing takes. */
export type FreezeProps = {
  readonly answer: BorgensprognosAnswer;
  readonly entry: BorgensprognosEntry;
  readonly onClose: () => void;
};

/** Freezes a scenario with all that it is computed from, exactly as it is seen here. */
export function Freeze({ answer, entry, onClose }: FreezeProps) {
  const { borgensutrymme: texts, prognos } = useTexts();
  const action = useScenarioAction();
  const { scenario } = entry;
  const freeze = async (): Promise<void> => {
    const text = prognosText(toPrognosFile(answer, entry));
    const basis = await sha256Of(new Blob([text]));
    action.mutate({ do: 'freeze', scenario, basis }, { onSuccess: onClose });
  };
  return (
    <EndDialog
      title={texts.freezeTitle(scenario.name)}
      confirmLabel={texts.freezeConfirm}
      look="primary"
      action={action}
      onConfirm={() => void freeze()}
      onClose={onClose}
    >
      <p>{texts.freezeBody}</p>
      <p>{prognos.wholeScenario.freezeKept}</p>
    </EndDialog>
  );
}

/** Takes a draft away. */
export function Delete({ scenario, onClose }: OneScenarioProps) {
  const { borgensutrymme: texts } = useTexts();
  const action = useScenarioAction();
  const end = (): void => {
    onClose();
    // The column that had the focus is gone; the dialog gives it back only after this.
    setTimeout(focusTitle);
  };
  return (
    <EndDialog
      title={texts.deleteTitle(scenario.name)}
      confirmLabel={texts.deleteConfirm}
      look="danger"
      action={action}
      onConfirm={() => action.mutate({ do: 'delete', scenario }, { onSuccess: end })}
      onClose={onClose}
    >
      <p>{texts.deleteBody}</p>
    </EndDialog>
  );
}

type EndDialogProps = {
  readonly title: string;
  readonly confirmLabel: string;
  readonly look: 'primary' | 'danger';
  readonly action: ReturnType<typeof useScenarioAction>;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

function EndDialog({ action, onClose, children, ...rest }: EndDialogProps) {
  const { common } = useTexts();
  const failure = useFailureText(action.error);
  return (
    <ConfirmDialog
      isOpen
      {...rest}
      cancelLabel={common.cancel}
      isPending={action.isPending}
      onCancel={onClose}
    >
      {children}
      {failure === undefined ? null : (
        <Notice tone="warn" heading={common.refusedTitle}>
          {failure}
        </Notice>
      )}
    </ConfirmDialog>
  );
}
