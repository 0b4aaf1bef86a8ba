import type { z } from 'zod';
import { ApiProblem } from '../lib/api.ts';
import { useTexts } from '../texts/language.tsx';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import './stale-choice.css';

/** What holds now, where somebody else has changed the same thing since it was shown; else null. */
export function currentIn<Schema extends z.ZodType>(
  schema: Schema,
  error: Error | null,
): z.output<Schema> | null {
  if (!(error instanceof ApiProblem) || error.problem.code !== 'version_stale') return null;
  return schema.safeParse(error.problem.conflict?.current).data ?? null;
}

/** What the choice takes. */
export type StaleChoiceProps = {
  readonly rows: readonly {
    readonly label: string;
    readonly mine: string;
    readonly theirs: string;
  }[];
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
};

/** Two people have changed the same thing: both values, and which one is to hold. */
export function StaleChoice({ rows, onKeepMine, onTakeTheirs }: StaleChoiceProps) {
  const words = useTexts().administration.stale;
  const differing = rows.filter(({ mine, theirs }) => mine !== theirs);
  return (
    <Notice
      tone="warn"
      heading={words.heading}
      actions={
        <>
          <Button onPress={onKeepMine}>{words.keepMine}</Button>
          <Button onPress={onTakeTheirs}>{words.takeTheirs}</Button>
        </>
      }
    >
      <p>{words.body}</p>
      <table className="stale-table">
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.mine}</th>
            <th scope="col">{words.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {(differing.length === 0 ? rows : differing).map(({ label, mine, theirs }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{mine}</td>
              <td>{theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Notice>
  );
}
