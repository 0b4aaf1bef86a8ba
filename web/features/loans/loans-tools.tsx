import { useState } from 'react';
import { addressOf } from '#contract/endpoint.ts';
import { exportLoansCsv } from '#contract/loans.ts';
import { isCalendarDay } from '#domain/year.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useRight } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToday } from './loans.ts';

/** What the tools take. */
export type LoansToolsProps = {
  readonly day: string;
  readonly onDay: (day: string) => void;
  readonly onAdd: () => void;
};

/** What can be done with the page: choose the day, export, and add a loan. */
export function LoansTools({ day, onDay, onAdd }: LoansToolsProps) {
  const { common, loans: words } = useTexts();
  const { organisationId } = useOrganisation();
  const mayEdit = useRight('editLoans');
  const mayExport = useRight('exportFigures');
  const csv = addressOf(exportLoansCsv, { params: { organisationId } });
  return (
    <div className="tools loans-tools">
      <DayChoice day={day} onDay={onDay} />
      <div className="tools-end">
        <Button onPress={() => print()}>{common.print}</Button>
        {mayExport ? (
          <a className="button button-standard" href={csv} download>
            {common.csv}
          </a>
        ) : null}
        {mayEdit ? (
          <Button look="primary" onPress={onAdd}>
            {words.add}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function DayChoice({ day, onDay }: Pick<LoansToolsProps, 'day' | 'onDay'>) {
  const { loans: words } = useTexts();
  const today = useToday();
  const thisYear = parseInt(today.slice(0, 4), 10);
  // A day is typed part by part, and is not one until the last part is there.
  const [typed, setTyped] = useState<{ readonly over: string; readonly text: string } | null>(null);
  const quick = [
    { day: `${thisYear - 1}-12-31`, label: words.yearEnd(thisYear - 1) },
    { day: today, label: words.today },
    { day: `${thisYear}-12-31`, label: words.yearEnd(thisYear) },
  ].filter((one, at, all) => all.findIndex((other) => other.day === one.day) === at);
  return (
    <div className="loans-day">
      <TextField
        label={words.day}
        type="date"
        value={typed?.over === day ? typed.text : day}
        onChange={(text) => {
          setTyped({ over: day, text });
          if (isCalendarDay(text)) onDay(text);
        }}
        onBlur={() => setTyped(null)}
      />
      <SegmentedControl
        label={words.quickDays}
        value={day}
        segments={quick.map((one) => ({ value: one.day, label: one.label }))}
        onChange={onDay}
      />
    </div>
  );
}
