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
  readonly openDialog: (dialog: OpenDialog) => void;
  readonly choose: (scenarioIds: readonly string[]) => void;
};

/** A column a scenario, each with a menu of what can be done with it. */
export function scenarioColumns(input: ColumnsInput): GridColumn[] {
  const { views, texts } = input;
  return views.map((view) => {
    const { scenarioId, name, status } = view.scenario;
    const words = texts.borgensutrymme;
    return {
      id: scenarioId,
      name,
      detail: status === 'utkast' ? words.draft : words.frozen,
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
          actions={actionsOf(view, input)}
        />
      ),
    };
  });
}

function actionsOf(
  view: ScenarioView,
  { views, texts, openDialog, choose }: ColumnsInput,
): MenuAction[] {
  const { scenario } = view;
  const words = texts.borgensutrymme;
  const ids = views.map((one) => one.scenario.scenarioId);
  const id = scenario.scenarioId;
  const isFrozen = scenario.status === 'faststalld';
  const whenDraft = isFrozen ? { isDisabled: true, detail: words.frozenDetail } : {};
  return [
    { id: 'copy', label: words.copy, onAction: () => openDialog({ kind: 'copy', scenario }) },
    {
      id: 'rename',
      label: words.rename,
      onAction: () => openDialog({ kind: 'rename', scenario }),
      ...whenDraft,
    },
    {
      id: 'years',
      label: words.years,
      onAction: () => openDialog({ kind: 'years', scenario }),
      ...whenDraft,
    },
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
    {
      id: 'freeze',
      label: words.freeze,
      onAction: () => openDialog({ kind: 'freeze', scenario }),
      ...whenDraft,
    },
    {
      id: 'delete',
      label: words.delete,
      tone: 'danger',
      onAction: () => openDialog({ kind: 'delete', scenario }),
      ...whenDraft,
    },
  ];
}
