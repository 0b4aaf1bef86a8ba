import { Link } from 'react-router';
import type { LogRow } from '#contract/audit.ts';
import { focusSection } from '../../ui/page/section.tsx';
import { diffOf } from './diff.ts';
import { DiffTable } from './diff-table.tsx';
import { writeFilter } from './log-filter.ts';
import { logMoment } from './log-time.ts';
import type { Saying } from './shown-value.ts';
import './log-details.css';

/** What the details take. */
export type LogDetailsProps = { readonly row: LogRow; readonly saying: Saying };

/** A row of the log in full: what was changed, and what proves that the row is as it was written. */
export function LogDetails({ row, saying }: LogDetailsProps) {
  const { texts, names } = saying;
  const words = texts.administration.change;
  const facts = [
    [words.seq, row.seq],
    [words.at, logMoment(row.at)],
    [words.actor, names.get(row.actorId) ?? row.actorId],
    [words.object, row.entityId],
    ...(row.tokenId === null ? [] : [[words.token, row.tokenId] as const]),
    [words.request, row.requestId],
    [words.previousHash, row.previousHash],
    [words.hash, row.hash],
  ] as const;
  return (
    <div className="log-details">
      <div>
        <DiffTable diff={diffOf(row.before, row.after)} saying={saying} />
        <p className="no-print">
          <Link
            to={{ search: writeFilter({ about: row.entityId }) }}
            onClick={() => focusSection('loggen')}
          >
            {texts.administration.log.allAbout}
          </Link>
        </p>
      </div>
      <dl className="facts log-evidence">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
