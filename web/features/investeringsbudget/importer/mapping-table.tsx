import { useState } from 'react';
import type { MappingRule } from '#domain/mapping.ts';
import { tkr, toPlain } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { useTexts } from '../../../texts/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Mark } from '../../../ui/mark.tsx';
import type { MappedGroup, RulePlace } from './mapping-draft.ts';
import { PlaceSelect, type Places, usePlaceName } from './place-select.tsx';
import { type FileNames, groupName, ruleName } from './rule-words.ts';

/** What the table takes. */
export type MappingTableProps = {
  readonly groups: readonly MappedGroup[];
  readonly rules: readonly MappingRule[];
  readonly places: Places;
  readonly names: FileNames;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (keys: readonly string[], isSelected: boolean) => void;
  readonly onPlace: (group: MappedGroup, place: RulePlace) => void;
  readonly onAccept: (proposal: MappingRule) => void;
};

/** Rows that are drawn at a time: a file with thousands of accounts must not hold up the page. */
const rowsAtATime = 100;

/** A row for each group: what it is, its amount, where it goes, and why. */
export function MappingTable(props: MappingTableProps) {
  const { groups, places, names, selected, onSelect } = props;
  const words = useTexts().mapping;
  const [most, setMost] = useState(rowsAtATime);
  const placeName = usePlaceName(places);
  const drawn = groups.slice(0, most);
  const allKeys = groups.map(({ key }) => key);
  const hasAll = groups.length > 0 && allKeys.every((key) => selected.has(key));
  if (groups.length === 0) return <p className="sheet-empty">{words.noneShown}</p>;
  const rows = drawn.map((group) => {
    const name = groupName(group.condition, names, words);
    const { proposal } = group;
    return {
      id: group.key,
      cells: {
        what: (
          <label className="mapping-what">
            <input
              type="checkbox"
              checked={selected.has(group.key)}
              onChange={(event) => onSelect([group.key], event.target.checked)}
            />
            <span>{name}</span>
          </label>
        ),
        amount: formatSwedish(tkr(toPlain(group.amount)), 0),
        place: (
          <PlaceSelect
            id={placeId(group)}
            label={words.placeOf(name)}
            place={group.place}
            places={places}
            placeholder={group.isSplit ? words.split : words.unmapped}
            onChoose={(place) => props.onPlace(group, place)}
          />
        ),
        why: (
          <Why group={group} rules={props.rules} names={names}>
            {proposal === null ? null : (
              <span className="mapping-proposal">
                {words.proposed(placeName(proposal))}{' '}
                <Button
                  look="quiet"
                  name={words.acceptOf(name, placeName(proposal))}
                  onPress={() => {
                    props.onAccept(proposal);
                    // The button is gone when the proposal is: the focus goes to what it decided.
                    document.getElementById(placeId(group))?.focus();
                  }}
                >
                  {words.accept}
                </Button>
              </span>
            )}
          </Why>
        ),
      },
    };
  });
  return (
    <>
      <div className="mapping-select-all">
        <label className="mapping-what">
          <input
            type="checkbox"
            checked={hasAll}
            onChange={(event) => onSelect(allKeys, event.target.checked)}
          />
          <span>{words.selectAll(groups.length)}</span>
        </label>
      </div>
      <DataTable
        label={words.tableLabel}
        columns={[
          { id: 'what', title: words.what },
          { id: 'amount', title: words.amount, isFigure: true },
          { id: 'place', title: words.goesTo },
          { id: 'why', title: words.why },
        ]}
        rows={rows}
      />
      {groups.length > most ? (
        <p className="mapping-more">
          <Button onPress={() => setMost(most + rowsAtATime)}>
            {words.more(Math.min(rowsAtATime, groups.length - most))}
          </Button>
          <span className="small">{words.shownOf(most, groups.length)}</span>
        </p>
      ) : null}
    </>
  );
}

function placeId({ key }: MappedGroup): string {
  return encodeURIComponent(`place ${key}`);
}

type WhyProps = {
  readonly group: MappedGroup;
  readonly rules: readonly MappingRule[];
  readonly names: FileNames;
  readonly children: React.ReactNode;
};

function Why({ group, rules, names, children }: WhyProps) {
  const words = useTexts().mapping;
  const rule = group.rule === null ? undefined : rules[group.rule];
  if (group.hasUnmapped && children !== null) return children;
  if (rule !== undefined && group.rule !== null) {
    return words.byRule(group.rule + 1, ruleName(rule, names, words));
  }
  if (!group.hasUnmapped) return words.severalRules;
  return <Mark>{words.noRule}</Mark>;
}
