import type { ScenarioAnswer } from '#contract/scenarios.ts';
import type { ScenarioView } from '../../lib/borgensprognos.ts';
import type { Texts } from '../../texts/sv.ts';
import type { GridColumn } from '../../ui/grid/grid-types.ts';
import { Menu, type MenuAction } from '../../ui/menu.tsx';
import { SeriesKey } from '../../ui/series-key.tsx';
import { shifted } from './columns.ts';
import type { OpenDialog } from './scenario-dialogs.tsx';

/** What the columns are made from. */
export type ColumnsInput = {
  readonly views: readonly ScenarioView[];
  readonly texts: Texts;
  readonly mayEdit: boolean;
  readonly mayFreeze: boolean;
  readonly openDialog: (dialog: OpenDialog) => void;
  readonly choose: (scenarioIds: readonly string[]) => void;
  readonly setPrivate: (scenario: ScenarioAnswer, isPrivate: boolean) => void;
};

/** A column a scenario, each with a menu of what the person can do with it. */
export function scenarioColumns(input: ColumnsInput): GridColumn[] {
  const { views, texts } = input;
  return views.map((view) => {
    const { scenarioId, name, status, isPrivate } = view.scenario;
    const words = texts.borgensutrymme;
    const standing = status === 'utkast' ? words.draft : words.frozen;
    return {
      id: scenarioId,
      name,
      detail: isPrivate ? `${standing}, ${texts.privateDraft.mark}` : standing,
      inputMode: 'text',
      control: (
        <Menu
          look="heading"
          name={words.menuName(name)}
          trigger={
            <>
              <SeriesKey series={view.series} />
              {name}
            </>
          }
          actions={[
            ...(input.mayEdit ? editActions(view, input) : []),
            ...placeActions(view, input),
            ...(input.mayFreeze ? [endAction('freeze', view, input)] : []),
            ...(input.mayEdit ? [endAction('delete', view, input)] : []),
          ]}
        />
      ),
    };
  });
}

function whenDraft({ scenario }: ScenarioView, texts: Texts): Partial<MenuAction> {
  if (scenario.status === 'utkast') return {};
  return { isDisabled: true, detail: texts.borgensutrymme.frozenDetail };
}

function editActions(view: ScenarioView, input: ColumnsInput): MenuAction[] {
  const { scenario } = view;
  const { texts, openDialog } = input;
  const words = texts.borgensutrymme;
  const draft = whenDraft(view, texts);
  return [
    { id: 'copy', label: words.copy, onAction: () => openDialog({ kind: 'copy', scenario }) },
    {
      id: 'rename',
      label: words.rename,
      onAction: () => openDialog({ kind: 'rename', scenario }),
      ...draft,
    },
    {
      id: 'years',
      label: words.years,
      onAction: () => openDialog({ kind: 'years', scenario }),
      ...draft,
    },
    ...(scenario.status === 'utkast' ? [privacyAction(view, input)] : []),
  ];
}

function privacyAction(
  { scenario }: ScenarioView,
  { texts, setPrivate }: ColumnsInput,
): MenuAction {
  const { hide, hideDetail, show, showDetail } = texts.privateDraft;
  const { isPrivate } = scenario;
  return {
    id: 'private',
    label: isPrivate ? show : hide,
    detail: isPrivate ? hideDetail : showDetail,
    onAction: () => setPrivate(scenario, !isPrivate),
  };
}

function placeActions(
  { scenario }: ScenarioView,
  { views, texts, choose }: ColumnsInput,
): MenuAction[] {
  const words = texts.borgensutrymme;
  const ids = views.map((one) => one.scenario.scenarioId);
  const id = scenario.scenarioId;
  return [
    {
      id: 'left',
      label: words.left,
      onAction: () => choose(shifted(ids, id, -1)),
      isDisabled: ids[0] === id,
    },
    {
      id: 'right',
      label: words.right,
      onAction: () => choose(shifted(ids, id, 1)),
      isDisabled: ids.at(-1) === id,
    },
    {
      id: 'hide',
      label: words.hide,
      onAction: () => choose(ids.filter((one) => one !== id)),
      isDisabled: ids.length === 1,
    },
  ];
}

function endAction(
  kind: 'freeze' | 'delete',
  view: ScenarioView,
  { texts, openDialog }: ColumnsInput,
): MenuAction {
  return {
    id: kind,
    label: texts.borgensutrymme[kind],
    onAction: () => openDialog({ kind, scenario: view.scenario }),
    ...(kind === 'delete' ? { tone: 'danger' } : {}),
    ...whenDraft(view, texts),
  };
}
