import { useState } from 'react';
import { createLoan, type LoanAnswer, loan as loanSchema, updateLoan } from '#contract/loans.ts';
import { type FormRules, useForm } from '../../lib/form.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useWrite } from '../../lib/write.ts';
import { useTexts } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';
import { EditDialog } from '../../ui/edit-dialog.tsx';
import { currentIn, StaleChoice } from '../../ui/stale-choice.tsx';
import { bodyOf, draftOf, type LoanDraft } from './loan-draft.ts';
import { LoanFields } from './loan-fields.tsx';
import { LoanPreview } from './loan-preview.tsx';
import { type LoansView, loanName } from './loans.ts';
import { RateFields } from './rate-fields.tsx';
import { useTermRows } from './term-rows.ts';

/** What the window takes. */
export type LoanDialogProps = {
  readonly view: LoansView;
  /** Null for a new one. */
  readonly loan: LoanAnswer | null;
  readonly onClose: () => void;
};

/** Asks for a new loan, or for what has changed about one, and shows what is to be paid meanwhile. */
export function LoanDialog({ view, loan, onClose }: LoanDialogProps) {
  const { loans: words, common } = useTexts();
  const { organisationId } = useOrganisation();
  const create = useWrite(createLoan);
  const update = useWrite(updateLoan);
  const { error, isPending } = loan === null ? create : update;
  // What was seen when the window was opened, also where the page behind has been fetched anew.
  const [seen] = useState(loan);
  const [draft, setDraft] = useState(() => draftOf(loan));
  const form = useForm(rulesOf(words, draft), error);
  const current = currentIn(loanSchema, error);
  const rowsOf = useTermRows(view.curves);
  const save = (version: number): void => {
    const body = bodyOf(draft);
    if (!form.check(body)) return;
    const done = { onSuccess: onClose };
    if (seen === null) {
      create.mutate({ params: { organisationId }, body: createLoan.body.parse(body) }, done);
      return;
    }
    const params = { organisationId, loanId: seen.loanId };
    update.mutate({ params, body: updateLoan.body.parse(body), version }, done);
  };
  const change = (part: Partial<LoanDraft>): void => setDraft((old) => ({ ...old, ...part }));
  return (
    <EditDialog
      form={form}
      size="wide"
      title={seen === null ? words.add : words.changeTitle(loanName(seen))}
      submitLabel={seen === null ? words.create : common.save}
      error={error}
      isPending={isPending}
      onSubmit={() => save(seen?.version ?? 0)}
      onClose={onClose}
      instead={
        current === null ? undefined : (
          <StaleChoice
            rows={rowsOf(draft, current)}
            onKeepMine={() => save(current.version)}
            onTakeTheirs={onClose}
          />
        )
      }
    >
      <div className="loan-form">
        <LoanFields draft={draft} onChange={change} errorAt={form.errorAt} />
        <div className="loan-form-side">
          <RateFields draft={draft} curves={view.curves} onChange={change} errorAt={form.errorAt} />
          <LoanPreview draft={draft} curves={view.curves} />
        </div>
      </div>
    </EditDialog>
  );
}

function rulesOf(words: Texts['loans'], { rates }: LoanDraft): FormRules {
  const days = rates.map(({ from }) => from);
  const repeated = days.findIndex((day, at) => days.indexOf(day) < at);
  return {
    schema: createLoan.body,
    labels: {
      lender: words.lender,
      reference: words.reference,
      principal: words.principal,
      drawnOn: words.drawnOn,
      form: words.form,
      paymentsAYear: words.paymentsAYear,
      firstPaymentOn: words.firstPaymentOn,
      maturesOn: words.maturesOn,
      comment: words.comment,
      ...Object.fromEntries(rates.flatMap((_, at) => labelsOfRate(words, at))),
    },
    required: {
      lender: words.missingLender,
      reference: words.missingReference,
      principal: words.missingPrincipal,
      drawnOn: words.missingDay,
      firstPaymentOn: words.missingDay,
      maturesOn: words.missingDay,
      ...Object.fromEntries(
        rates.flatMap(({ type }, at): [string, string][] => [
          [`ratePeriods.${at}.from`, words.missingDay],
          ...(type === 'fixed'
            ? [[`ratePeriods.${at}.rate`, words.missingRate] as [string, string]]
            : ([
                [`ratePeriods.${at}.curveId`, words.missingCurve],
                [`ratePeriods.${at}.margin`, words.missingMargin],
              ] as [string, string][])),
        ]),
      ),
    },
    refusals: {
      loan_reference_taken: 'reference',
      loan_principal_not_positive: 'principal',
      loan_matures_before_drawn: 'maturesOn',
      loan_first_payment_outside: 'firstPaymentOn',
      loan_payments_do_not_meet_maturity: 'maturesOn',
      loan_needs_rate: 'ratePeriods.0.from',
      loan_rate_periods_same_day: `ratePeriods.${Math.max(repeated, 0)}.from`,
      rate_curve_not_found: `ratePeriods.${rates.findIndex(({ type }) => type === 'reference')}.curveId`,
    },
  };
}

function labelsOfRate(words: Texts['loans'], at: number): [string, string][] {
  return [
    [`ratePeriods.${at}.from`, words.rateFromOf(at + 1)],
    [`ratePeriods.${at}.rate`, words.rateOf(at + 1)],
    [`ratePeriods.${at}.curveId`, words.curveOf(at + 1)],
    [`ratePeriods.${at}.margin`, words.marginOf(at + 1)],
  ];
}
