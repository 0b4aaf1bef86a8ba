import type { Change, Diff } from './diff.ts';
import { fieldText } from './field-words.ts';
import { type Saying, shownValue } from './shown-value.ts';

/** What the table takes. */
export type DiffTableProps = { readonly diff: Diff; readonly saying: Saying };

/** What was changed, field by field; what is the same is folded away. */
export function DiffTable({ diff, saying }: DiffTableProps) {
  const words = saying.texts.administration.change;
  const { kind, changed, rest } = diff;
  if (kind === 'none') return <p>{words.nothing}</p>;
  return (
    <>
      <ChangeTable kind={kind} label={words[kind]} changes={changed} saying={saying} />
      {rest.length === 0 ? null : (
        <details className="log-rest">
          <summary>
            {kind === 'changed' ? words.unchanged(rest.length) : words.emptyFields(rest.length)}
          </summary>
          <ul>
            {rest.map(({ field, after }) => (
              <li key={field}>
                {fieldText(field, saying.language)}
                {kind === 'changed' ? `: ${shownValue(field, after, saying).join(', ')}` : ''}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

type ChangeTableProps = {
  readonly kind: Exclude<Diff['kind'], 'none'>;
  readonly label: string;
  readonly changes: readonly Change[];
  readonly saying: Saying;
};

// Something new has no before and something removed no after: then one column is enough.
function ChangeTable({ kind, label, changes, saying }: ChangeTableProps) {
  const words = saying.texts.administration.change;
  return (
    <table className="diff-table">
      <caption>{label}</caption>
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          {kind === 'created' ? null : <th scope="col">{words.before}</th>}
          {kind === 'removed' ? null : <th scope="col">{words.after}</th>}
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{fieldText(field, saying.language)}</th>
            {kind === 'created' ? null : (
              <td>
                <Value field={field} value={before} saying={saying} />
              </td>
            )}
            {kind === 'removed' ? null : (
              <td>
                <Value field={field} value={after} saying={saying} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type ValueProps = { readonly field: string; readonly value: unknown; readonly saying: Saying };

function Value({ field, value, saying }: ValueProps) {
  const lines = shownValue(field, value, saying);
  if (lines.length === 1) return lines[0];
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
