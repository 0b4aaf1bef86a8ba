import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { ScenarioView } from '../../lib/borgensprognos.ts';

/** What the address says about the table: which columns in which order, and what is shown. */
export type TableView = {
  readonly views: readonly ScenarioView[];
  readonly showsPrinted: boolean;
  readonly showsAllRows: boolean;
  readonly choose: (scenarioIds: readonly string[]) => void;
  readonly setPrinted: (shows: boolean) => void;
  readonly setAllRows: (shows: boolean) => void;
  /** What stands under the table. */
  readonly section: SectionName;
  readonly setSection: (section: SectionName) => void;
};

/** What can stand under the table, the first one where the address says nothing. */
export const sectionNames = ['antaganden', 'kostnader', 'skillnader'] as const;

/** See `sectionNames`. */
export type SectionName = (typeof sectionNames)[number];

const columnsName = 'scenario';
const printedName = 'tryckt';
const rowsName = 'rader';
const sectionName = 'visa';

/** Reads and writes the address, so that a link shows the next person the same. */
export function useTableView(scenarios: readonly ScenarioView[]): TableView {
  const [parameters, setParameters] = useSearchParams();
  const change = (name: string, value: string | null): void => {
    setParameters(
      (old) => {
        const next = new URLSearchParams(old);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  };
  const named = parameters.get(columnsName);
  const views = useMemo(() => chosenColumns(scenarios, named), [scenarios, named]);
  return {
    views,
    showsPrinted: parameters.get(printedName) === 'ja',
    showsAllRows: parameters.get(rowsName) === 'alla',
    choose: (ids) => {
      const inOrder = scenarios.map(({ scenario }) => scenario.scenarioId);
      const isDefault = ids.length === inOrder.length && ids.every((id, at) => id === inOrder[at]);
      change(columnsName, isDefault ? null : ids.join(','));
    },
    setPrinted: (shows) => change(printedName, shows ? 'ja' : null),
    setAllRows: (shows) => change(rowsName, shows ? 'alla' : null),
    section: sectionNames.find((name) => name === parameters.get(sectionName)) ?? 'antaganden',
    setSection: (name) => change(sectionName, name === 'antaganden' ? null : name),
  };
}

/** The columns that an address names, in its order; all of them where it names none. */
export function chosenColumns(
  scenarios: readonly ScenarioView[],
  named: string | null,
): ScenarioView[] {
  if (named === null) return [...scenarios];
  const byId = new Map(scenarios.map((view) => [view.scenario.scenarioId, view]));
  return [...new Set(named.split(','))].flatMap((id) => byId.get(id) ?? []);
}

/** The list with one of its members a step to the left (−1) or right (1); the same at the edge. */
export function shifted<Member>(list: readonly Member[], member: Member, step: -1 | 1): Member[] {
  const from = list.indexOf(member);
  const to = from + step;
  if (from < 0 || to < 0 || to >= list.length) return [...list];
  return list.filter((other) => other !== member).toSpliced(to, 0, member);
}
