import { useMemo } from 'react';
import { Button } from '../button.tsx';
import { cellName, type GridContent, invalidOf } from './content.ts';
import type { GridLabels } from './grid-labels.ts';
import type { CellId, InvalidText } from './grid-types.ts';
import type { RefusalMap } from './use-refusals.ts';

/** A text that is shown in a cell and saved nowhere. */
export type Problem = InvalidText & { readonly cell: CellId; readonly name: string };

/** Finds every text that was not taken, in reading order. */
export function useProblems(content: GridContent, refusals: RefusalMap): readonly Problem[] {
  return useMemo(() => {
    return content.rows.flatMap((row, rowIndex) =>
      content.columns.flatMap((column, columnIndex) => {
        const refusal = refusals.get(row.id)?.get(column.id);
        const invalid = invalidOf(row.cells?.[column.id], refusal);
        if (invalid === undefined) return [];
        const name = cellName(content, { row: rowIndex, column: columnIndex });
        return [{ ...invalid, cell: { rowId: row.id, columnId: column.id }, name }];
      }),
    );
  }, [content, refusals]);
}

/** The id of the sentence that says why a cell's text was not taken. */
export function problemId(gridId: string, cell: CellId): string {
  return encodeURIComponent(`${gridId}-problem-${cell.rowId}-${cell.columnId}`);
}

type GridProblemsProps = {
  readonly gridId: string;
  readonly problems: readonly Problem[];
  readonly labels: GridLabels;
  readonly onGoTo: (cell: CellId) => void;
  readonly onDiscard: (cell: CellId) => void;
};

/** Under the table: what is not saved, why, and what to do about it. */
export function GridProblems({ gridId, problems, labels, onGoTo, onDiscard }: GridProblemsProps) {
  if (problems.length === 0) return null;
  return (
    <div className="grid-problems">
      <p className="grid-problems-heading">{labels.problems(problems.length)}</p>
      <ul>
        {problems.map((problem) => (
          <li key={problemId(gridId, problem.cell)}>
            <span id={problemId(gridId, problem.cell)}>
              <b>{problem.name}</b> {problem.text === '' ? '' : `”${problem.text}”: `}
              {problem.reason}
            </span>
            <Button
              look="quiet"
              name={`${labels.goTo}: ${problem.name}`}
              onPress={() => onGoTo(problem.cell)}
            >
              {labels.goTo}
            </Button>
            <Button
              look="quiet"
              name={`${labels.discard}: ${problem.name}`}
              onPress={() => onDiscard(problem.cell)}
            >
              {labels.discard}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
