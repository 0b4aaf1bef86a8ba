import { useState } from 'react';
import type { Member } from '#contract/settings.ts';
import { wholeKey } from '#domain/forecast/share-words.ts';
import type { ScenarioView } from '../../lib/borgensprognos.ts';
import { useRight } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { PageSection } from '../../ui/page/section.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ScenarioShares } from './borgen.ts';
import { answerChange, isIn, keyAskedAbout } from './change.ts';
import { ChangeResult } from './change-result.tsx';
import { draftOfKey, type KeyDraft, plainWeight } from './key-draft.ts';

/** What the section takes. */
export type ChangeSectionProps = {
  readonly view: ScenarioView;
  readonly shares: ScenarioShares;
  readonly members: readonly Member[];
  readonly today: string;
  /** Takes the key that would be, to be kept. */
  readonly onKeep: (draft: KeyDraft) => void;
};

/** What changes for each member when one leaves or joins on a day. Nothing is saved. */
export function ChangeSection({ view, shares, members, today, onKeep }: ChangeSectionProps) {
  const { borgen: words } = useTexts();
  const mayEdit = useRight('editBorgen');
  const [memberId, setMemberId] = useState('');
  const [day, setDay] = useState(() => firstDayAfter(today, view));
  const [weight, setWeight] = useState('');
  const member = members.find((one) => one.memberId === memberId);
  const leaves = isIn(shares.keys, memberId, day);
  const type = keyAskedAbout(shares.keys, day)?.type ?? 'population';
  const answer =
    member === undefined || day === ''
      ? null
      : answerChange(shares.keys, shares.years, { memberId, day, weight: plainWeight(weight) });
  return (
    <PageSection id="andring" title={words.change} detail={words.changeDetail}>
      <div className="borgen-question no-print">
        <SelectField
          label={words.changeMember}
          value={memberId}
          placeholder={words.chooseMember}
          options={members.map((one) => ({
            value: one.memberId,
            label: isIn(shares.keys, one.memberId, day)
              ? words.leaves(one.name)
              : words.joins(one.name),
          }))}
          onChange={setMemberId}
        />
        <TextField
          label={words.changeDay}
          description={member === undefined || leaves ? words.leaveDayHelp : words.joinDayHelp}
          type="date"
          value={day}
          onChange={setDay}
        />
        {member === undefined || leaves ? null : (
          <TextField
            label={words.weight[type]}
            description={words.weightHelp[type]}
            value={weight}
            onChange={setWeight}
            inputMode="decimal"
            maxLength={20}
          />
        )}
      </div>
      {answer === null || member === undefined ? null : (
        <ChangeResult
          answer={answer}
          member={member}
          members={
            shares.members.some((one) => one.memberId === memberId) ? shares.members : members
          }
          scenario={view.scenario.name}
          day={day}
        />
      )}
      {mayEdit && answer?.is === 'told' ? (
        <p className="borgen-keep no-print">
          <Button onPress={() => onKeep(draftOfKey(wholeKey(answer.after), ''))}>
            {words.keepAsKey}
          </Button>
        </p>
      ) : null}
    </PageSection>
  );
}

// The first new year that the forecast knows of, so that something is told at once.
function firstDayAfter(today: string, { forecast }: ScenarioView): string {
  const known = forecast.years.filter(({ closing }) => closing !== null);
  const next = known.find(({ year }) => `${year}-01-01` > today) ?? known.at(-1);
  return next === undefined ? today : `${next.year}-01-01`;
}
