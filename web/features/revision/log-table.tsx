import { useState } from 'react';
import type { LogRow } from '#contract/audit.ts';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { actionText } from './action-words.ts';
import { concernOf } from './concern.ts';
import { LogDetails } from './log-details.tsx';
import { byDay, logMinute } from './log-time.ts';
import type { Saying } from './shown-value.ts';

/** What the table takes. */
export type LogTableProps = { readonly rows: readonly LogRow[]; readonly saying: Saying };

/** The rows of the log day by day; each one opens to show exactly what was changed. */
export function LogTable({ rows, saying }: LogTableProps) {
  const words = useTexts().administration.log;
  return (
    <table className="log-table" aria-label={words.table}>
      <thead>
        <tr>
          <th scope="col">{words.time}</th>
          <th scope="col">{words.who}</th>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.about}</th>
          <th scope="col" className="log-tools">
            <span className="visually-hidden">{words.details}</span>
          </th>
        </tr>
      </thead>
      {byDay(rows).map(({ day, rows: ofDay }) => (
        <tbody key={day}>
          <tr className="log-day">
            <th scope="rowgroup" colSpan={5}>
              {day}
            </th>
          </tr>
          {ofDay.map((row) => (
            <LogLine key={row.seq} row={row} saying={saying} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function LogLine({ row, saying }: { readonly row: LogRow; readonly saying: Saying }) {
  const { texts, names, language } = saying;
  const words = texts.administration.log;
  const [isOpen, setIsOpen] = useState(false);
  const what = actionText(row.action, language);
  const panel = `rad-${row.seq}`;
  return (
    <>
      <tr className="log-line" data-open={isOpen || undefined}>
        <th scope="row">
          <time dateTime={row.at}>{logMinute(row.at)}</time>
        </th>
        <td className="log-who">
          {names.get(row.actorId) ?? words.unknownPerson} <small>{standingOf(row, saying)}</small>
        </td>
        <td className="log-what">{what}</td>
        <td className="log-about">{concernOf(row, saying)}</td>
        <td className="log-tools">
          <Button
            look="quiet"
            name={words.detailsName(row.seq, what)}
            aria-expanded={isOpen}
            {...(isOpen ? { 'aria-controls': panel } : {})}
            onPress={() => setIsOpen(!isOpen)}
          >
            {words.details}
          </Button>
        </td>
      </tr>
      {isOpen ? (
        <tr className="log-open" id={panel}>
          <td colSpan={5}>
            <LogDetails row={row} saying={saying} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

function standingOf({ role, tokenId }: LogRow, { texts }: Saying): string {
  const { roleNames, log } = texts.administration;
  const as = role === null ? [] : [roleNames[role]];
  return [...as, ...(tokenId === null ? [] : [log.byToken])].join(', ');
}
