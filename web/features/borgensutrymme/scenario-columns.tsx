import type { ScenarioAnswer } from '#contract/scenarios.ts';
import type { ScenarioView } from '../../lib/borgensprognos.ts';
import type { Texts } from '../../texts/sv.ts';
import type { GridColumn } from '../../ui/grid/grid-types.ts';
import { Menu, type MenuAction } from '../../ui/menu.tsx';
import { SeriesKey } from '../../ui/series-key.tsx';
import { shifted } from './columns.ts';

/** What the head of a column shows; plain values, so that equal heads are known as equal. */
export type ColumnHead = Pick<ScenarioAnswer, 'scenarioId' | 'name' | 'status' | 'isPrivate'> & {
  readonly series: ScenarioView['series'];
  /** The scenario that it inherits from; null for none. */
  readonly parent: string | null;
  /** The scenarios that inherit from it. */
  readonly heirs: readonly string[];
};

/** What can be asked about one scenario from the head of its column. */
export type ColumnWish =
  | 'copy'
  | 'rename'
  | 'years'
  | 'parent'
  | 'hide'
  | 'show'
  | 'computeAll'
  | 'json'
  | 'freeze'
  | 'delete';

/** What the columns are made from. */
export type ColumnsInput = {
  readonly heads: readonly ColumnHead[];
  readonly texts: Texts;
  readonly mayEdit: boolean;
  readonly mayFreeze: boolean;
  readonly mayExport: boolean;
  readonly choose: (scenarioIds: readonly string[]) => void;
  readonly onWish: (wish: ColumnWish, scenarioId: string) => void;
};

/** The heads of the columns that are shown. */
export function columnHeads(
  views: readonly ScenarioView[],
  all: readonly ScenarioView[],
): ColumnHead[] {
  return views.map(({ scenario, series }) => {
    const { scenarioId, name, status, isPrivate, parentId } = scenario;
    const parent = all.find((one) => one.scenario.scenarioId === parentId)?.scenario.name ?? null;
    const heirs = all
      .filter((one) => one.scenario.parentId === scenarioId)
      .map((one) => one.scenario.name);
    return { scenarioId, name, status, isPrivate, series, parent, heirs };
  });
}

/** A column a scenario, each with a menu of what the person can do with it. */
export function scenarioColumns(input: ColumnsInput): GridColumn[] {
  return input.heads.map((head) => ({
    id: head.scenarioId,
    name: head.name,
    detail: detailOf(head, input.texts),
    inputMode: 'text',
    control: (
      <Menu
        look="heading"
        name={input.texts.borgensutrymme.menuName(head.name)}
        trigger={
          <>
            <SeriesKey series={head.series} />
            {head.name}
          </>
        }
        actions={[
          ...(input.mayEdit ? editActions(head, input) : []),
          ...placeActions(head, input),
          ...(input.mayExport ? [jsonAction(head, input)] : []),
          ...(input.mayFreeze ? [endAction('freeze', head, input)] : []),
          ...(input.mayEdit ? [endAction('delete', head, input)] : []),
        ]}
      />
    ),
  }));
}

function detailOf({ status, isPrivate, parent }: ColumnHead, texts: Texts): string {
  const words = texts.borgensutrymme;
  return [
    status === 'utkast' ? words.draft : words.frozen,
    ...(isPrivate ? [texts.privateDraft.mark] : []),
    ...(parent === null ? [] : [texts.prognos.wholeScenario.inherits(parent)]),
  ].join(', ');
}

function whenDraft({ status }: ColumnHead, texts: Texts): Partial<MenuAction> {
  if (status === 'utkast') return {};
  return { isDisabled: true, detail: texts.borgensutrymme.frozenDetail };
}

function editActions(head: ColumnHead, input: ColumnsInput): MenuAction[] {
  const { texts } = input;
  const words = texts.borgensutrymme;
  const whole = texts.prognos.wholeScenario;
  const draft = whenDraft(head, texts);
  const action = (id: ColumnWish, label: string): MenuAction => ({
    id,
    label,
    onAction: () => input.onWish(id, head.scenarioId),
  });
  return [
    action('copy', words.copy),
    { ...action('rename', words.rename), ...draft },
    { ...action('years', words.years), ...draft },
    { ...action('parent', whole.parent), ...draft },
    { ...action('computeAll', whole.computeAll), detail: whole.computeAllDetail, ...draft },
    ...(head.status === 'utkast' ? [privacyAction(head, input)] : []),
  ];
}

function privacyAction({ scenarioId, isPrivate }: ColumnHead, input: ColumnsInput): MenuAction {
  const { hide, hideDetail, show, showDetail } = input.texts.privateDraft;
  return {
    id: 'private',
    label: isPrivate ? show : hide,
    detail: isPrivate ? hideDetail : showDetail,
    onAction: () => input.onWish(isPrivate ? 'show' : 'hide', scenarioId),
  };
}

function placeActions(
  { scenarioId: id }: ColumnHead,
  { heads, texts, choose }: ColumnsInput,
): MenuAction[] {
  const words = texts.borgensutrymme;
  const ids = heads.map((one) => one.scenarioId);
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

function jsonAction({ scenarioId }: ColumnHead, { texts, onWish }: ColumnsInput): MenuAction {
  return {
    id: 'json',
    label: texts.prognos.wholeScenario.json,
    onAction: () => onWish('json', scenarioId),
  };
}

function endAction(
  kind: 'freeze' | 'delete',
  head: ColumnHead,
  { texts, onWish }: ColumnsInput,
): MenuAction {
  const isInherited = kind === 'delete' && head.heirs.length > 0;
  return {
    id: kind,
    label: texts.borgensutrymme[kind],
    onAction: () => onWish(kind, head.scenarioId),
    ...(kind === 'delete' ? { tone: 'danger' } : {}),
    ...(isInherited
      ? {
          isDisabled: true,
          detail: texts.prognos.wholeScenario.inheritedBy(head.heirs.join(', ')),
        }
      : {}),
    ...whenDraft(head, texts),
  };
}
