import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type InvestmentLineAnswer, updateInvestmentLine } from '#contract/investeringsbudget.ts';
import { type LineType, lineTypes } from '#domain/line-type.ts';
import { callApi, refusalCode } from '../../lib/api.ts';
import { useFailureText } from '../../lib/failure-text.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useRight } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageSection } from '../../ui/page/section.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { policiesOn } from './carry-over.ts';
import type { CarryOverSectionProps } from './policies-section.tsx';

/** Every line with its type and the rule that it has now; the type is chosen in place. */
export function LinesSection({ answer, today }: CarryOverSectionProps) {
  const { overforingspolicy: words, common } = useTexts();
  const mayEdit = useRight('editBudget');
  const action = useLineType();
  const failure = useFailureText(action.error);
  const isStale = refusalCode(action.error) === 'version_stale';
  const now = policiesOn(answer, today);
  const columns = [
    { id: 'line', title: words.line },
    { id: 'lineType', title: words.lineType },
    { id: 'rule', title: words.ruleNow },
  ];
  const rows = answer.lines.map((line) => {
    const policy = now[line.lineType];
    return {
      id: line.lineId,
      cells: {
        line: line.name,
        lineType: mayEdit ? (
          <LineTypeSelect
            line={line}
            onChange={(lineType) => action.mutate({ line, lineType })}
            isDisabled={action.isPending}
          />
        ) : (
          words.lineTypes[line.lineType]
        ),
        rule:
          policy === null ? (
            <span className="small">{words.sayNone}</span>
          ) : (
            words.rules[policy.rule]
          ),
      },
    };
  });
  return (
    <PageSection id="radtyper" title={words.lines} detail={words.linesDetail}>
      {failure === undefined ? null : (
        <Notice tone="warn" heading={common.refusedTitle}>
          {isStale ? words.staleBody : failure}
        </Notice>
      )}
      <Sheet>
        {rows.length === 0 ? (
          <p className="sheet-empty">{words.noLines}</p>
        ) : (
          <DataTable label={words.lines} columns={columns} rows={rows} />
        )}
      </Sheet>
    </PageSection>
  );
}

type LineTypeSelectProps = {
  readonly line: InvestmentLineAnswer;
  readonly onChange: (lineType: LineType) => void;
  readonly isDisabled: boolean;
};

function LineTypeSelect({ line, onChange, isDisabled }: LineTypeSelectProps) {
  const { overforingspolicy: words } = useTexts();
  return (
    <span className="select-box">
      <select
        className="field-input select-input"
        aria-label={words.typeOf(line.name)}
        value={line.lineType}
        aria-disabled={isDisabled}
        onChange={(event) => {
          const chosen = lineTypes.find((one) => one === event.target.value);
          if (chosen !== undefined && !isDisabled) onChange(chosen);
        }}
      >
        {lineTypes.map((type) => (
          <option key={type} value={type}>
            {words.lineTypes[type]}
          </option>
        ))}
      </select>
    </span>
  );
}

type TypeWish = { readonly line: InvestmentLineAnswer; readonly lineType: LineType };

function useLineType() {
  const client = useQueryClient();
  const { organisationId } = useOrganisation();
  return useMutation({
    mutationFn: ({ line, lineType }: TypeWish) =>
      callApi(
        updateInvestmentLine,
        { params: { organisationId, lineId: line.lineId }, body: { lineType } },
        { version: line.version, idempotencyKey: crypto.randomUUID() },
      ),
    // The type is told on other pages too, and a refusal often means that this one was old.
    onSettled: () => client.invalidateQueries(),
  });
}
