import { useState } from 'react';
import type { CarryOverAnswer, CarryOverPolicyAnswer } from '#contract/carry-over.ts';
import { tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { useRight } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageSection } from '../../ui/page/section.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { type PolicyState, policyRows } from './carry-over.ts';
import { NewPolicyDialog } from './new-policy-dialog.tsx';

/** What a section of the page takes; `today` is the day that things are said to hold on. */
export type CarryOverSectionProps = { readonly answer: CarryOverAnswer; readonly today: string };

/** Every policy by type of line, as dated rows. */
export function PoliciesSection({ answer, today }: CarryOverSectionProps) {
  const texts = useTexts();
  const words = texts.overforingspolicy;
  const mayEdit = useRight('editArende');
  const [isOpen, setIsOpen] = useState(false);
  const columns = [
    { id: 'lineType', title: words.lineType },
    { id: 'rule', title: words.rule },
    { id: 'validFrom', title: words.validFrom },
    { id: 'delegation', title: words.delegation },
    { id: 'slutredovisning', title: words.slutredovisning },
    { id: 'source', title: words.source },
  ];
  const rows = policyRows(answer, today).map(({ policy, state }) => ({
    id: policy.policyId,
    cells: {
      lineType: words.lineTypes[policy.lineType],
      rule: <Rule policy={policy} state={state} />,
      validFrom: policy.validFrom,
      delegation: delegationText(policy, texts),
      slutredovisning: slutredovisningText(policy, texts),
      source: policy.source,
    },
  }));
  const add = (
    <Button look="primary" onPress={() => setIsOpen(true)}>
      {words.add}
    </Button>
  );
  return (
    <PageSection
      id="policy"
      title={words.policies}
      detail={words.policiesDetail}
      tools={mayEdit && rows.length > 0 ? add : undefined}
    >
      {rows.length === 0 ? (
        <Notice heading={words.emptyTitle} live="off" {...(mayEdit ? { actions: add } : {})}>
          {mayEdit ? words.emptyBody : words.emptyReader}
        </Notice>
      ) : (
        <Sheet>
          <DataTable label={words.policies} columns={columns} rows={rows} />
        </Sheet>
      )}
      {isOpen ? <NewPolicyDialog onClose={() => setIsOpen(false)} /> : null}
    </PageSection>
  );
}

type RuleProps = { readonly policy: CarryOverPolicyAnswer; readonly state: PolicyState };

function Rule({ policy, state }: RuleProps) {
  const { overforingspolicy: words } = useTexts();
  const rule = words.rules[policy.rule];
  if (state === 'inForce') {
    return (
      <>
        <b>{rule}</b> <Mark tone="plain">{words.inForce}</Mark>
      </>
    );
  }
  return (
    <span className="small">
      {rule}, {state === 'coming' ? words.coming : words.replaced}
    </span>
  );
}

function delegationText(
  policy: CarryOverPolicyAnswer,
  { overforingspolicy: words }: Texts,
): string {
  const { delegationPercent: percent, delegationAmount: most } = policy;
  const limits = [
    ...(percent === null ? [] : [words.delegationShare(percent.replace('.', ','))]),
    ...(most === null ? [] : [words.delegationMost(formatSwedish(tkr(most)))]),
  ];
  return limits.length === 0 ? words.noDelegation : limits.join(', ');
}

function slutredovisningText(
  policy: CarryOverPolicyAnswer,
  { overforingspolicy: words }: Texts,
): string {
  const { slutredovisningAmount: above, slutredovisningMonths: months } = policy;
  if (above === null || months === null) return words.noSlutredovisning;
  return words.slutredovisningRule(formatSwedish(tkr(above)), months);
}
