import type { BorgensprognosAnswer } from '#contract/borgensprognos.ts';
import type { ScenarioAnswer } from '#contract/scenarios.ts';
import { ChangeParent, ChangeYears, Rename } from './change-scenario-dialogs.tsx';
import { Delete, Freeze } from './end-scenario-dialogs.tsx';
import { NewScenario } from './new-scenario-dialog.tsx';

/** Which dialog is open. */
export type OpenDialog =
  | { readonly kind: 'new' }
  | {
      readonly kind: 'copy' | 'rename' | 'years' | 'parent' | 'freeze' | 'delete';
      readonly scenarioId: string;
    };

/** What a dialog about a scenario takes. */
export type ScenarioDialogProps = {
  readonly open: OpenDialog;
  readonly answer: BorgensprognosAnswer;
  readonly onClose: () => void;
  /** A scenario that was made: the page puts it into its columns. */
  readonly onMade: (scenario: ScenarioAnswer) => void;
};

/** The dialog that is open. */
export function ScenarioDialog(props: ScenarioDialogProps) {
  const { open, answer } = props;
  const scenarios = answer.scenarios.map(({ scenario }) => scenario);
  if (open.kind === 'new') return <NewScenario {...props} scenarios={scenarios} copyOf={null} />;
  const entry = answer.scenarios.find(({ scenario }) => scenario.scenarioId === open.scenarioId);
  if (entry === undefined) return null;
  const { scenario } = entry;
  switch (open.kind) {
    case 'copy':
      return <NewScenario {...props} scenarios={scenarios} copyOf={scenario} />;
    case 'rename':
      return <Rename {...props} scenario={scenario} />;
    case 'years':
      return <ChangeYears {...props} scenario={scenario} />;
    case 'parent':
      return <ChangeParent {...props} scenarios={scenarios} scenario={scenario} />;
    case 'freeze':
      return <Freeze {...props} entry={entry} />;
    case 'delete':
      return <Delete {...props} scenario={scenario} />;
  }
}
