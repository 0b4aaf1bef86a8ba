import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { getAccumulated } from '#contract/accumulated.ts';
import { getBehov } from '#contract/behov.ts';
import { isZero, type Tkr, tkr, toPlain } from '#domain/tkr.ts';
import { callApi } from '../../lib/api.ts';
import { shown } from '../../lib/format.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { type DataColumn, DataTable } from '../../ui/data-table.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { FigureSheet } from '../../ui/sheet.tsx';
import type { ArendeView } from './arende-view.ts';
import type { NewEntry } from './new-entry.ts';
import { type LineFacts, type Suggestion, suggest, suggestionTotals } from './suggestions.ts';

/** What the suggestions take. */
export type SuggestionsProps = {
  readonly view: ArendeView;
  readonly onAdd: (entry: NewEntry, name: string) => void;
};

type Column = 'line' | 'left' | 'need' | 'budget' | 'gap' | 'tools';

/** The lines that left something unused or lack something, each with what could be proposed. */
export function Suggestions({ view, onAdd }: SuggestionsProps) {
  const { arende: words, common } = useTexts();
  const { slug } = useOrganisation();
  const { year: to } = view.answer;
  const [from, setFrom] = useState(to - 1);
  const region = useNextButton();
  const lines = useLineFacts(from, to);
  const rows = lines === null ? [] : suggest(lines, view.entries, { from, to });
  const totals = suggestionTotals(rows);
  const columns: DataColumn<Column>[] = [
    { id: 'line', title: words.line },
    { id: 'left', title: words.columns.unusedIn(from) },
    { id: 'need', title: words.columns.need },
    { id: 'budget', title: words.columns.budgetOf(to) },
    { id: 'gap', title: words.columns.gap },
    { id: 'tools', title: words.suggest, isTools: true },
  ];
  return (
    <FigureSheet
      title={words.suggestTitle}
      detail={
        lines === null
          ? common.loading
          : words.suggestDetail(from, shown(totals.left), shown(totals.gap))
      }
    >
      <div className="suggest-from">
        <SelectField
          label={words.carryFrom}
          value={`${from}`}
          options={[1, 2, 3, 4, 5].map((back) => ({
            value: `${to - back}`,
            label: `${to - back}`,
          }))}
          onChange={(year) => setFrom(parseInt(year, 10))}
        />
      </div>
      {lines !== null && rows.length === 0 ? (
        <p className="small">
          {words.nothingToSuggest(from)}{' '}
          <Link to={`/${slug}/investeringsbudget/${from}/utfall`}>{words.toUtfall(from)}</Link>
          {' · '}
          <Link to={`/${slug}/arenden/behov/${to}`}>{words.toBehov(to)}</Link>
        </p>
      ) : null}
      {rows.length === 0 ? null : (
        <div className="suggestions" ref={region}>
          <DataTable
            label={words.suggestTitle}
            columns={columns}
            rows={rows.map((row) => ({
              id: row.lineId,
              cells: {
                line: row.name,
                left: <Figure amount={row.left} />,
                need: <Figure amount={row.need} />,
                budget: <Figure amount={row.budget} />,
                gap: <Figure amount={row.gap} />,
                tools: <Tools row={row} from={from} to={to} onAdd={onAdd} />,
              },
            }))}
          />
        </div>
      )}
    </FigureSheet>
  );
}

function Figure({ amount }: { readonly amount: Tkr | null }) {
  const { common } = useTexts();
  if (amount !== null) return <span className="amount">{shown(amount)}</span>;
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{common.missing}</span>
    </>
  );
}

type ToolsProps = Pick<SuggestionsProps, 'onAdd'> & {
  readonly row: Suggestion;
  readonly from: number;
  readonly to: number;
};

function Tools({ row, from, to, onAdd }: ToolsProps) {
  const { arende: words } = useTexts();
  const { lineId, name, carry, request } = row;
  const base = { lineId, newLineName: null, year: to, fromLineId: null, correctsId: null };
  const isDone = isZero(carry) && isZero(request);
  if (isDone) return <span className="small">{words.suggested}</span>;
  return (
    <>
      {isZero(carry) ? null : (
        <Button
          name={words.suggestCarry(name, shown(carry), from)}
          onPress={() =>
            onAdd(
              {
                ...base,
                kind: 'aterbudgetering',
                fromYear: from,
                amount: toPlain(carry),
                reason: null,
              },
              name,
            )
          }
        >
          {words.suggestAmount(shown(carry))}
        </Button>
      )}
      {isZero(request) ? null : (
        <Button
          look="quiet"
          name={words.requestFor(name, shown(request))}
          onPress={() =>
            onAdd(
              {
                ...base,
                kind: 'tillaggsaskande',
                fromYear: null,
                amount: toPlain(request),
                reason: null,
              },
              name,
            )
          }
        >
          {words.requestAmount(shown(request))}
        </Button>
      )}
    </>
  );
}

// The button that was pressed is gone once its amount is proposed: the next one takes the focus.
function useNextButton(): RefObject<HTMLDivElement | null> {
  const region = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  useEffect(() => {
    const follow = (): void => {
      hadFocus.current = region.current?.contains(document.activeElement) ?? false;
    };
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, []);
  useEffect(() => {
    const isLost = hadFocus.current && document.activeElement === document.body;
    if (isLost) region.current?.querySelector('button')?.focus();
  });
  return region;
}

function useLineFacts(from: number, to: number): LineFacts[] | null {
  const { organisationId } = useOrganisation();
  const params = { organisationId };
  const left = useQuery({
    queryKey: ['accumulated', organisationId, from, from],
    queryFn: () => callApi(getAccumulated, { params, query: { from: `${from}`, to: `${from}` } }),
  });
  const needs = useQuery({
    queryKey: ['behov', organisationId, to],
    queryFn: () => callApi(getBehov, { params: { ...params, year: `${to}` } }),
  });
  if (left.data === undefined || needs.data === undefined) return null;
  const leftOf = new Map(left.data.rows.map((row) => [row.lineId, row.left]));
  const needOf = new Map(needs.data.needs.map((row) => [row.lineId, row]));
  return needs.data.lines.map(({ lineId, name }) => {
    const need = needOf.get(lineId);
    return {
      lineId,
      name,
      left: orNull(leftOf.get(lineId)),
      need: orNull(need?.need),
      budget: orNull(need?.budget),
      gap: orNull(need?.gap),
    };
  });
}

function orNull(plain: string | null | undefined): Tkr | null {
  return plain === null || plain === undefined ? null : tkr(plain);
}
