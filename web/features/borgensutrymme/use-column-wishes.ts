import { addressOf } from '#contract/endpoint.ts';
import { exportPrognosJson } from '#contract/prognos.ts';
import type { BorgensprognosView } from '../../lib/borgensprognos.ts';
import { useFailureText } from '../../lib/failure-text.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useTexts } from '../../texts/language.tsx';
import { computeAll } from './compute-all.ts';
import { useScenarioAction } from './scenario-actions.ts';
import type { ColumnWish } from './scenario-columns.tsx';
import type { OpenDialog } from './scenario-dialogs.tsx';
import type { ForecastActs } from './use-forecast-steps.ts';

/** Does what is chosen in the menu of a column, and says what was refused. */
export function useColumnWishes(
  prognos: BorgensprognosView,
  acts: ForecastActs,
  openDialog: (dialog: OpenDialog) => void,
) {
  const { organisationId } = useOrganisation();
  const words = useTexts().prognos.wholeScenario;
  const { mutate: change, error } = useScenarioAction();
  const onWish = (wish: ColumnWish, scenarioId: string): void => {
    const view = prognos.scenarios.find(({ scenario }) => scenario.scenarioId === scenarioId);
    if (view === undefined) return;
    const { scenario } = view;
    if (wish === 'hide' || wish === 'show') {
      change({ do: 'change', scenario, isPrivate: wish === 'hide' });
    } else if (wish === 'computeAll') {
      const figures = computeAll(view, prognos.answer);
      if (figures.length === 0) acts.say(words.nothingToCompute);
      else acts.setSources({ scenarioId, figures }, words.step(scenario.name));
    } else if (wish === 'json') {
      download(addressOf(exportPrognosJson, { params: { organisationId, scenarioId } }));
    } else {
      openDialog({ kind: wish, scenarioId });
    }
  };
  return { onWish, failure: useFailureText(error) };
}

// A menu item is no link, so one is made for as long as it takes to follow it.
function download(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}
