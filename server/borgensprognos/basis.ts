import type { ForecastBasis } from '#contract/borgensprognos.ts';
import type { LoanAnswer } from '#contract/loans.ts';
import { budgetParts } from '#domain/forecast/budget-parts.ts';
import { grouped } from '#domain/grouped.ts';
import { toPlain } from '#domain/tkr.ts';
import { readLedger } from '../arende/ledger.ts';
import { allArenden } from '../arende/queries.ts';
import { allShareKeys } from '../borgen/key-queries.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import { allLines } from '../investeringsbudget/queries.ts';
import { curveAnswers } from '../loans/curve-queries.ts';
import { loanAnswers } from '../loans/queries.ts';
import { allMembers } from '../organisations/queries.ts';
import { readArenden } from './arenden.ts';

/** What the basis is read for: the years of the chosen scenarios, and the ärenden that they follow. */
export type BasisOf = {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly followed: ReadonlySet<string>;
};

/** What the forecasts of all scenarios are computed from, besides their own figures. */
export async function readBasis(
  trx: OrganisationTransaction,
  { firstYear, lastYear, followed }: BasisOf,
): Promise<ForecastBasis> {
  const ledger = await readLedger(trx);
  const added = new Set(
    (await allArenden(trx))
      .filter(({ kind }) => kind === 'tillaggsbudget')
      .map(({ arendeId }) => arendeId),
  );
  const arendeOf = new Map(
    ledger.arendePosts
      .filter(({ arendeId }) => added.has(arendeId))
      .map(({ budgetpostId, arendeId }) => [budgetpostId, arendeId]),
  );
  const { rest, granted } = budgetParts(ledger.posts, arendeOf);
  const within = rest.filter(({ year }) => year >= firstYear && year <= lastYear);
  const byLine = grouped(within, ({ lineId }) => lineId);
  return {
    lines: (await allLines(trx)).map(({ lineId, name }) => ({
      lineId,
      name,
      budget: (byLine.get(lineId) ?? [])
        .toSorted((left, right) => left.year - right.year)
        .map(({ year, amount }) => ({ year, amount: toPlain(amount) })),
    })),
    arenden: await readArenden(trx, { ledger, granted, followed }),
    loans: (await loanAnswers(trx)).map(toPrognosLoan),
    curves: (await curveAnswers(trx)).map(({ curveId, name, points }) => ({
      curveId,
      name,
      points: points.map(({ from, rate }) => ({ from, rate })),
    })),
    members: (await allMembers(trx)).map(({ memberId, name }) => ({ memberId, name })),
    keys: (await allShareKeys(trx)).map(({ validFrom, type, parts }) => ({
      validFrom,
      type,
      parts: parts.map(({ memberId, weight }) => ({ memberId, weight })),
    })),
  };
}

function toPrognosLoan(loan: LoanAnswer): ForecastBasis['loans'][number] {
  return {
    loanId: loan.loanId,
    lender: loan.lender,
    reference: loan.reference,
    principal: loan.principal,
    drawnOn: loan.drawnOn,
    form: loan.form,
    paymentsAYear: loan.paymentsAYear,
    firstPaymentOn: loan.firstPaymentOn,
    maturesOn: loan.maturesOn,
    ratePeriods: loan.ratePeriods,
  };
}
