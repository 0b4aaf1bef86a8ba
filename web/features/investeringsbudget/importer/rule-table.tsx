import { useMemo, useState } from 'react';
import type { UtfallFacts } from '#contract/utfall-file.ts';
import type { MappingRule } from '#domain/mapping.ts';
import { useTexts } from '../../../texts/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { type Places, usePlaceName } from './place-select.tsx';
import { namesOf, ruleName } from './rule-words.ts';

/** What the table of rules takes; without actions it is only read. */
export type RuleTableProps = {
  readonly rules: readonly MappingRule[];
  readonly places: Places;
  readonly facts: UtfallFacts | null;
  readonly actions?: {
    readonly onEdit: (at: number) => void;
    readonly onMove: (from: number, to: number) => void;
    readonly onRemove: (at: number) => void;
  };
};

/** Rules that are drawn at a time. */
const rowsAtATime = 200;

/** The rules in the order in which they are asked, with what each asks and where it sends. */
export function RuleTable({ rules, places, facts, actions }: RuleTableProps) {
  const { mapping: words, administration } = useTexts();
  const placeName = usePlaceName(places);
  const [most, setMost] = useState(rowsAtATime);
  const names = useMemo(() => namesOf(facts, words), [facts, words]);
  const rows = rules.slice(0, most).map((rule, at) => {
    const name = ruleName(rule, names, words);
    return {
      id: `${at}`,
      cells: {
        rule: (
          <>
            <span className="rule-number">{at + 1}.</span> {name}
          </>
        ),
        place: placeName(rule),
        tools:
          actions === undefined ? null : (
            <Menu
              trigger={words.change}
              name={administration.rowActions(`${at + 1}. ${name}`)}
              actions={[
                { id: 'edit', label: words.edit, onAction: () => actions.onEdit(at) },
                {
                  id: 'up',
                  label: words.moveUp,
                  onAction: () => actions.onMove(at, at - 1),
                  isDisabled: at === 0,
                },
                {
                  id: 'down',
                  label: words.moveDown,
                  onAction: () => actions.onMove(at, at + 1),
                  isDisabled: at === rules.length - 1,
                },
                {
                  id: 'first',
                  label: words.moveFirst,
                  onAction: () => actions.onMove(at, 0),
                  isDisabled: at === 0,
                },
                {
                  id: 'last',
                  label: words.moveLast,
                  onAction: () => actions.onMove(at, rules.length - 1),
                  isDisabled: at === rules.length - 1,
                },
                {
                  id: 'remove',
                  label: words.remove,
                  tone: 'danger',
                  onAction: () => actions.onRemove(at),
                },
              ]}
            />
          ),
      },
    };
  });
  return (
    <>
      <DataTable
        label={words.rulesTitle}
        columns={[
          { id: 'rule', title: words.rule },
          { id: 'place', title: words.goesTo },
          ...(actions === undefined
            ? []
            : [{ id: 'tools' as const, title: administration.actions, isTools: true }]),
        ]}
        rows={rows}
      />
      {rules.length > most ? (
        <p className="mapping-more">
          <Button onPress={() => setMost(most + rowsAtATime)}>
            {words.more(Math.min(rowsAtATime, rules.length - most))}
          </Button>
        </p>
      ) : null}
    </>
  );
}
