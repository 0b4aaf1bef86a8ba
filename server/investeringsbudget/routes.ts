import type { FastifyInstance } from 'fastify';
import {
  correctBudgetpost,
  createBudgetpost,
  createInvestmentLine,
  exportInvesteringsbudgetCsv,
  getInvesteringsbudget,
  updateInvestmentLine,
} from '#contract/investeringsbudget.ts';
import type { Dependencies } from '../plugins/context.ts';
import { registerExport, registerRead, registerWrite } from '../plugins/operations.ts';
import { addLine, changeLine } from './lines.ts';
import {
  correctEntry,
  enterBudgetpost,
  readInvesteringsbudget,
  writeInvesteringsbudgetCsv,
} from './service.ts';

/** Lines, entries and the budget that they come to. */
export function registerInvesteringsbudget(app: FastifyInstance, dependencies: Dependencies): void {
  registerRead(app, dependencies, getInvesteringsbudget, readInvesteringsbudget);
  registerExport(app, dependencies, exportInvesteringsbudgetCsv, writeInvesteringsbudgetCsv);
  registerWrite(app, dependencies, createBudgetpost, enterBudgetpost);
  registerWrite(app, dependencies, correctBudgetpost, correctEntry);
  registerWrite(app, dependencies, createInvestmentLine, addLine);
  registerWrite(app, dependencies, updateInvestmentLine, changeLine);
}
