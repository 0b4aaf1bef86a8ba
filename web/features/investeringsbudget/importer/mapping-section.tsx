import { useMemo, useState } from 'react';
import { mostRules } from '#contract/mapping.ts';
import type { MappingRule } from '#domain/mapping.ts';
import { useTexts } from '../../../texts/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { keepFocusAt, PageSection } from '../../../ui/page/section.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import {
  accountsOf,
  byAmount,
  dimensionsOf,
  type FileItem,
  type Grouping,
  groupItems,
} from './file-groups.ts';
import {
  type MappedGroup,
  mapGroups,
  neededProposals,
  type RuleFinding,
  type RulePlace,
  withPlaces,
} from './mapping-draft.ts';
import { MappingTable } from './mapping-table.tsx';
import { PlaceSelect, type Places } from './place-select.tsx';
import { type FileNames, groupName, openSum } from './rule-words.ts';
import type { FileReading } from './use-file-import.ts';

/** What the mapping of a file takes. */
export type MappingSectionProps = {
  readonly reading: FileReading;
  readonly items: readonly FileItem[];
  readonly finding: RuleFinding;
  readonly places: Places;
  readonly names: FileNames;
  readonly onRules: (rules: readonly MappingRule[]) => void;
};

type Shown = 'all' | 'open' | 'mapped';

/** Every account and object of the file with where it goes and why, changed one by one or many at once. */
export function MappingSection(props: MappingSectionProps) {
  const { reading, items, finding, places, names, onRules } = props;
  const { rules } = finding;
  const words = useTexts().mapping;
  const [grouping, setGrouping] = useState<Grouping>({ by: 'likeliest' });
  const [shownKind, setShownKind] = useState<Shown>('all');
  const [search, setSearch] = useState('');
  const [isTooMany, setIsTooMany] = useState(false);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const groups = useMemo(() => groupItems(items, grouping), [items, grouping]);
  const mapped = useMemo(() => mapGroups(groups, finding), [groups, finding]);
  const needed = useMemo(() => neededProposals(finding), [finding]);
  const accounts = useMemo(() => accountsOf(items), [items]);
  const visible = useStill({ mapped, items, grouping, shownKind, search }, (group) =>
    groupName(group.condition, names, words),
  );
  const open = mapped.filter(({ hasUnmapped }) => hasUnmapped);
  const chosen = mapped.filter(({ key }) => selected.has(key));
  // The row of buttons for many goes away with the last one that is selected.
  const unselect = (): void => {
    setSelected(new Set());
    keepFocusAt('koppling');
  };
  return (
    <PageSection
      id="koppling"
      title={words.title}
      detail={words.detail}
      {...(needed.length === 0
        ? {}
        : {
            tools: (
              <Button
                look="primary"
                onPress={() => {
                  onRules([...rules, ...needed]);
                  keepFocusAt('koppling');
                }}
              >
                {words.acceptAll(needed.length)}
              </Button>
            ),
          })}
    >
      <p className="mapping-state" role="status" data-open={open.length > 0 || undefined}>
        {open.length === 0
          ? words.allMapped(mapped.length)
          : words.someOpen(
              open.length,
              mapped.length,
              openSum(
                open.map(({ unmapped }) => unmapped),
                words,
              ),
            )}
      </p>
      <MappingTools
        reading={reading}
        items={items}
        shownKind={shownKind}
        onShown={setShownKind}
        grouping={grouping}
        onGrouping={(next) => {
          setSelected(new Set());
          setGrouping(next);
        }}
        search={search}
        onSearch={setSearch}
      />
      {chosen.length === 0 ? null : (
        <Many
          count={chosen.length}
          isTooMany={isTooMany}
          places={places}
          onPlace={(place) => {
            const next = withPlaces(rules, chosen, place, accounts);
            setIsTooMany(next === null);
            if (next === null) return;
            onRules(next);
            unselect();
          }}
          onNone={unselect}
        />
      )}
      <Sheet>
        <MappingTable
          groups={visible}
          rules={rules}
          places={places}
          names={names}
          selected={selected}
          onSelect={(keys, isOn) => setSelected(withKeys(selected, keys, isOn))}
          onPlace={(group, place) => onRules(withPlaces(rules, [group], place) ?? rules)}
          onAccept={(proposal) => onRules([...rules, proposal])}
        />
      </Sheet>
    </PageSection>
  );
}

function withKeys(
  selected: ReadonlySet<string>,
  keys: readonly string[],
  isOn: boolean,
): ReadonlySet<string> {
  const next = new Set(selected);
  for (const key of keys) {
    if (isOn) next.add(key);
    else next.delete(key);
  }
  return next;
}

type MappingToolsProps = Pick<MappingSectionProps, 'reading' | 'items'> & {
  readonly shownKind: Shown;
  readonly onShown: (shown: Shown) => void;
  readonly grouping: Grouping;
  readonly onGrouping: (grouping: Grouping) => void;
  readonly search: string;
  readonly onSearch: (search: string) => void;
};

function MappingTools(props: MappingToolsProps) {
  const { reading, items, grouping } = props;
  const words = useTexts().mapping;
  const dimensions = useMemo(() => dimensionsOf(items, reading.facts), [items, reading.facts]);
  return (
    <div className="tools mapping-tools">
      <SegmentedControl
        label={words.show}
        value={props.shownKind}
        segments={[
          { value: 'all', label: words.showAll },
          { value: 'open', label: words.showOpen },
          { value: 'mapped', label: words.showMapped },
        ]}
        onChange={props.onShown}
      />
      <SelectField
        label={words.grouping}
        value={grouping.by === 'dimension' ? `dimension ${grouping.dimension}` : grouping.by}
        options={[
          { value: 'likeliest', label: words.byLikeliest },
          { value: 'account', label: words.byAccount },
          { value: 'both', label: words.byBoth },
          ...dimensions.map(({ dimension, name }) => ({
            value: `dimension ${dimension}`,
            label: words.byDimension(name),
          })),
        ]}
        onChange={(value) => props.onGrouping(groupingOf(value))}
      />
      <TextField
        type="search"
        label={words.search}
        value={props.search}
        onChange={props.onSearch}
      />
    </div>
  );
}

type ManyProps = {
  readonly count: number;
  readonly isTooMany: boolean;
  readonly places: Places;
  readonly onPlace: (place: RulePlace) => void;
  readonly onNone: () => void;
};

function Many({ count, isTooMany, places, onPlace, onNone }: ManyProps) {
  const words = useTexts().mapping;
  return (
    <div className="mapping-many" role="group" aria-label={words.many(count)}>
      <span>{words.many(count)}</span>
      <PlaceSelect
        label={words.manyPlace}
        place={null}
        places={places}
        placeholder={words.manyPlace}
        onChoose={onPlace}
      />
      <Button look="quiet" onPress={onNone}>
        {words.selectNone}
      </Button>
      <span role="status" className="import-open">
        {isTooMany ? words.tooManyRules(mostRules) : ''}
      </span>
    </div>
  );
}

type Choice = {
  readonly mapped: readonly MappedGroup[];
  readonly items: readonly FileItem[];
  readonly grouping: Grouping;
  readonly shownKind: Shown;
  readonly search: string;
};

/**
 * The groups to show. Which they are and their order holds still until something else is asked for:
 * a row that was just mapped stays where it is, and so does the focus in it.
 */
function useStill(choice: Choice, nameOf: (group: MappedGroup) => string): MappedGroup[] {
  const { mapped, items, grouping, shownKind, search } = choice;
  const asked = JSON.stringify([grouping, shownKind, search]);
  const [still, setStill] = useState<{
    readonly asked: string;
    readonly items: readonly FileItem[];
    readonly keys: readonly string[];
  } | null>(null);
  const isStill = still !== null && still.asked === asked && still.items === items;
  const keys = isStill ? still.keys : keysOf(choice, nameOf);
  if (!isStill) setStill({ asked, items, keys });
  return useMemo(() => {
    const byKey = new Map(mapped.map((group) => [group.key, group]));
    return keys.flatMap((key) => byKey.get(key) ?? []);
  }, [mapped, keys]);
}

function keysOf(
  { mapped, shownKind, search }: Choice,
  nameOf: (group: MappedGroup) => string,
): string[] {
  const wanted = search.trim().toLowerCase();
  return mapped
    .filter((group) => shownKind === 'all' || group.hasUnmapped === (shownKind === 'open'))
    .filter((group) => wanted === '' || nameOf(group).toLowerCase().includes(wanted))
    .toSorted(
      (left, right) =>
        order(left) - order(right) || (order(left) === 0 ? byAmount(left, right) : 0),
    )
    .map(({ key }) => key);
}

// What has no rule stands first, what is only proposed after it, and then the rest.
function order({ hasUnmapped, proposal }: MappedGroup): number {
  if (!hasUnmapped) return 2;
  return proposal === null ? 0 : 1;
}

function groupingOf(value: string): Grouping {
  if (value.startsWith('dimension ')) {
    return { by: 'dimension', dimension: value.slice('dimension '.length) };
  }
  if (value === 'account' || value === 'both') return { by: value };
  return { by: 'likeliest' };
}
