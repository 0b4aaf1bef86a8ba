import { Fragment, type ReactNode } from 'react';
import { isOfLines, isOfYears } from '#domain/forecast/assumption-rules.ts';
import type { AssumptionKind } from '#domain/forecast/assumption-terms.ts';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import {
  type AssumptionRow,
  type AssumptionRowsInput,
  assumptionGroups,
  rowsOfKind,
} from './assumption-rows.ts';

/** Which row is being written: one that is there, or a new one of a kind. */
export type EditedRow = { readonly kind: AssumptionKind; readonly key: string | null };

/** What the table takes. */
export type AssumptionTableProps = {
  readonly input: AssumptionRowsInput;
  readonly label: string;
  readonly mayEdit: boolean;
  readonly edited: EditedRow | null;
  /** The form of the row that is being written. */
  readonly form: ReactNode;
  readonly onEdit: (edited: EditedRow, row: AssumptionRow | null) => void;
  readonly onInherit: (row: AssumptionRow) => void;
};

/** The name that a row's button is found by when its form closes. */
export function editButtonId({ kind, key }: EditedRow): string {
  return `antagande-${kind}-${encodeURIComponent(key ?? 'nytt')}`;
}

/** Every assumption with its value, when it holds and where it comes from. */
export function AssumptionTable(props: AssumptionTableProps) {
  const { input, label, mayEdit } = props;
  const { prognos } = useTexts();
  const words = prognos.assumptions;
  return (
    <table className="data-table assumption-table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.value}</th>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.origin}</th>
          {mayEdit ? (
            <th scope="col" className="data-table-tools">
              <span className="visually-hidden">{words.tools}</span>
            </th>
          ) : null}
        </tr>
      </thead>
      {assumptionGroups.map(([group, kinds]) => {
        const ofKinds = kinds.map((kind) => ({ kind, rows: rowsOfKind(kind, input) }));
        if (ofKinds.every(({ rows }) => rows.length === 0)) return null;
        return (
          <tbody key={group}>
            <tr className="assumption-group">
              <th scope="rowgroup" colSpan={mayEdit ? 5 : 4}>
                {prognos.groups[group]}
              </th>
            </tr>
            {ofKinds.map(({ kind, rows }) => (
              <KindRows key={kind} {...props} kind={kind} rows={rows} />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

type KindRowsProps = AssumptionTableProps & {
  readonly kind: AssumptionKind;
  readonly rows: readonly AssumptionRow[];
};

function KindRows({ kind, rows, ...props }: KindRowsProps) {
  const isNew = props.edited?.kind === kind && props.edited.key === null;
  return (
    <>
      {rows.map((row, at) => (
        <Fragment key={row.key}>
          <Row {...props} row={row} isFirst={at === 0} />
          {props.edited?.kind === kind && props.edited.key === row.key ? (
            <FormRow form={props.form} />
          ) : null}
        </Fragment>
      ))}
      {isNew ? <FormRow form={props.form} /> : null}
    </>
  );
}

function FormRow({ form }: { readonly form: ReactNode }) {
  return (
    <tr className="assumption-editing">
      <td colSpan={5}>{form}</td>
    </tr>
  );
}

type RowProps = AssumptionTableProps & { readonly row: AssumptionRow; readonly isFirst: boolean };

function Row(props: RowProps) {
  const { row, mayEdit } = props;
  const words = useTexts().prognos.assumptions;
  return (
    <tr className={row.isBelow ? 'assumption-below' : undefined} data-tone={row.tone}>
      <th scope="row">
        {row.name}
        {row.comment === null ? null : <small>{row.comment}</small>}
      </th>
      <td data-title={words.value} className="assumption-value">
        <div>{row.value}</div>
      </td>
      <td data-title={words.when}>
        <div>{row.when}</div>
      </td>
      <td data-title={words.origin}>
        <div>{row.origin}</div>
      </td>
      {mayEdit ? (
        <td className="data-table-tools">
          <RowTools {...props} />
        </td>
      ) : null}
    </tr>
  );
}

function RowTools({ row, input, isFirst, onEdit, onInherit }: RowProps) {
  const words = useTexts().prognos.assumptions;
  const { kind, key, fullName } = row;
  const isOwn = row.tone === 'own';
  const isOnlyPlaces = kind === 'extraInvestment' || kind === 'ceiling';
  const isEmpty = row.state === undefined;
  const canAdd = isFirst && kind !== 'rateShift';
  const change = { kind, key };
  const adds = isOfLines(kind) ? words.addYear : isOfYears(kind) ? words.addOnlyYear : words.addDay;
  return (
    <>
      {isOwn ? (
        <Button
          look="quiet"
          name={isTop(input) ? words.removeOf(fullName) : words.inheritAgainOf(fullName)}
          onPress={() => onInherit(row)}
        >
          {isTop(input) || isOnlyPlaces ? words.remove : words.inheritAgain}
        </Button>
      ) : null}
      {isOnlyPlaces && isEmpty ? null : (
        <span id={editButtonId(change)}>
          <Button
            look="quiet"
            name={isEmpty ? words.writeOf(fullName) : words.changeOf(fullName)}
            onPress={() => onEdit(change, row)}
          >
            {isEmpty ? words.write : words.change}
          </Button>
        </span>
      )}
      {canAdd ? (
        <span id={editButtonId({ kind, key: null })}>
          <Button
            look="quiet"
            name={words.addOf(adds, fullName)}
            onPress={() => onEdit({ kind, key: null }, null)}
          >
            {adds}
          </Button>
        </span>
      ) : null}
    </>
  );
}

function isTop({ scenarioId }: AssumptionRowsInput): boolean {
  return scenarioId === null;
}
