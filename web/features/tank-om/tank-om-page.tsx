import { useSearchParams } from 'react-router';
import {
  type BorgensprognosView,
  type ScenarioView,
  useBorgensprognos,
} from '../../lib/borgensprognos.ts';
import { useTexts } from '../../texts/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { BorgenTabs } from '../../ui/page/borgen-tabs.tsx';
import { Loading } from '../../ui/page/loading.tsx';
import { Page } from '../../ui/page/page.tsx';
import { followsBudget } from './levers.ts';
import { Workbench } from './workbench.tsx';
import './tank-om.css';

/** Where the address says which scenario is tried on. */
const scenarioName = 'scenario';

/** What if: levers and questions on one scenario, answered at once and saved when asked. */
export function TankOmPage() {
  const { view, query } = useBorgensprognos();
  return view === null ? <Loading query={query} /> : <Chosen prognos={view} />;
}

function Chosen({ prognos }: { readonly prognos: BorgensprognosView }) {
  const { tankOm: words } = useTexts();
  const [parameters, setParameters] = useSearchParams();
  const asked = parameters.get(scenarioName);
  const view = chosenScenario(prognos.scenarios, asked);
  if (view === null) {
    return (
      <Page title={words.title} place="" tabs={<BorgenTabs />}>
        <Notice heading={words.emptyTitle} live="off">
          {words.emptyBody}
        </Notice>
      </Page>
    );
  }
  const choose = (scenarioId: string): void => {
    setParameters(
      (old) => {
        const next = new URLSearchParams(old);
        next.set(scenarioName, scenarioId);
        return next;
      },
      { replace: true },
    );
  };
  return (
    // What was tried on one scenario is not tried on another.
    <Workbench
      key={view.scenario.scenarioId}
      view={view}
      scenarios={prognos.scenarios}
      isOther={asked !== null && asked !== view.scenario.scenarioId}
      onChoose={choose}
    />
  );
}

/**
 * The scenario that an address names; where it names none, the first that follows the budget, since
 * there is most to try on it, else the first.
 */
function chosenScenario(
  scenarios: readonly ScenarioView[],
  asked: string | null,
): ScenarioView | null {
  const named = scenarios.find(({ scenario }) => scenario.scenarioId === asked);
  return named ?? scenarios.find(({ input }) => followsBudget(input)) ?? scenarios[0] ?? null;
}
