import type { FastifyInstance } from 'fastify';
import * as files from '#contract/loan-files.ts';
import * as contract from '#contract/loans.ts';
import type { Dependencies } from '../plugins/context.ts';
import { registerExport, registerRead, registerWrite } from '../plugins/operations.ts';
import { receiveTable } from '../plugins/receive-table.ts';
import { registerFileReading, registerFileWrite } from '../plugins/uploads.ts';
import { addCurve, dropCurve, enterPoints, openCurves, renameCurve } from './curves.ts';
import { writeLoansCsv, writeScheduleCsv } from './exports.ts';
import { importLoans, tellOfLoans } from './loan-file.ts';
import { importRates, tellOfRates } from './rate-file.ts';
import { changeLoan, dropLoan, enterLoan, openLoans } from './service.ts';

/** Loans, the reference rates that they follow, and the files that both come from. */
export function registerLoans(app: FastifyInstance, dependencies: Dependencies): void {
  registerRead(app, dependencies, contract.listLoans, openLoans(dependencies.uploads));
  registerWrite(app, dependencies, contract.createLoan, enterLoan);
  registerWrite(app, dependencies, contract.updateLoan, changeLoan);
  registerWrite(app, dependencies, contract.deleteLoan, dropLoan);
  registerExport(app, dependencies, contract.exportLoansCsv, writeLoansCsv);
  registerExport(app, dependencies, contract.exportLoanScheduleCsv, writeScheduleCsv);
  registerFileReading(app, dependencies, files.readLoansFile, receiveTable, tellOfLoans);
  registerFileWrite(app, dependencies, files.importLoansFile, receiveTable, importLoans);
  registerRead(app, dependencies, contract.listRateCurves, openCurves);
  registerWrite(app, dependencies, contract.createRateCurve, addCurve);
  registerWrite(app, dependencies, contract.updateRateCurve, renameCurve);
  registerWrite(app, dependencies, contract.deleteRateCurve, dropCurve);
  registerWrite(app, dependencies, contract.setRatePoints, enterPoints);
  registerFileReading(app, dependencies, files.readRateCurveFile, receiveTable, tellOfRates);
  registerFileWrite(app, dependencies, files.importRateCurve, receiveTable, importRates);
}
