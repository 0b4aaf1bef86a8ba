import { createHash } from 'node:crypto';
import type { Call } from '#contract/endpoint.ts';
import { readLoansFile, readRateCurveFile } from '#contract/loan-files.ts';
import { createLoan, createRateCurve } from '#contract/loans.ts';
import { call, type TestApp } from './app.ts';
import type { Sample } from './sample-calls.ts';

let count = 0;
const unique = (): string => `Lån ${(count += 1)}`;

/** A loan that can be: five million kronor for five years, at a fixed rate. */
export function loanBody(reference: string): NonNullable<Call<typeof createLoan>['body']> {
  return {
    lender: 'Kommuninvest',
    reference,
    principal: '5000',
    drawnOn: '2025-01-15',
    form: 'straight',
    paymentsAYear: 4,
    firstPaymentOn: '2025-04-15',
    maturesOn: '2030-01-15',
    ratePeriods: [{ type: 'fixed', from: '2025-01-15', rate: '3.25' }],
  };
}

async function loan(test: TestApp) {
  const { loanId, version } = await call(test, createLoan, { body: loanBody(unique()) });
  return { params: { loanId }, version };
}

async function curve(test: TestApp) {
  const { curveId, version } = await call(test, createRateCurve, { body: { name: unique() } });
  return { params: { curveId }, version };
}

/** A file that is to be read, and what its import asks for besides the mark of what was shown. */
function csv(rows: readonly string[]) {
  const file = Buffer.from(`${rows.join('\r\n')}\r\n`);
  const sha256 = createHash('sha256').update(file).digest('hex');
  return { file, query: { fileName: 'prov.csv', sha256 } };
}

function loansFile() {
  return csv([
    'Långivare;Referens;Belopp (Tkr);Lyftdag;Amorteringsform;Betalningar per år;Första betalning;Förfall;Ränta',
    `Kommuninvest;${unique()};5000;2025-01-15;Rak;4;2025-04-15;2030-01-15;3,25`,
  ]);
}

const ratesFile = () => csv(['Datum;Ränta', '2025-01-01;2,55']);

const asked = (query: { readonly [name: string]: string }): string =>
  new URLSearchParams(query).toString();

/** A sample of every operation about loans and the rates that they follow. */
export const loanSamples: { readonly [operationId: string]: Sample } = {
  listLoans: () => ({}),
  createLoan: () => ({ body: loanBody(unique()) }),
  updateLoan: async (test) => ({ ...(await loan(test)), body: { principal: '4000' } }),
  deleteLoan: loan,
  exportLoansCsv: () => ({}),
  exportLoanScheduleCsv: () => ({}),
  readLoansFile: () => ({ body: loansFile().file, query: 'fileName=prov.csv' }),
  importLoansFile: async (test) => {
    const { file, query } = loansFile();
    const { fileName } = query;
    const { preview } = await call(test, readLoansFile, { query: { fileName }, file });
    return { body: file, query: asked({ ...query, preview }) };
  },
  listRateCurves: () => ({}),
  createRateCurve: () => ({ body: { name: unique() } }),
  updateRateCurve: async (test) => ({ ...(await curve(test)), body: { name: unique() } }),
  deleteRateCurve: curve,
  setRatePoints: async (test) => ({
    ...(await curve(test)),
    body: { points: [{ from: '2025-01-01', rate: '2.55' }] },
  }),
  readRateCurveFile: async (test) => ({
    params: (await curve(test)).params,
    body: ratesFile().file,
    query: 'fileName=prov.csv',
  }),
  importRateCurve: async (test) => {
    const { params } = await curve(test);
    const { file, query } = ratesFile();
    const { fileName } = query;
    const { preview } = await call(test, readRateCurveFile, { params, query: { fileName }, file });
    return { params, body: file, query: asked({ ...query, preview }) };
  },
};
