import type { FastifyInstance } from 'fastify';
import { exportCapitalCostCsv } from '#contract/capital-cost.ts';
import type { Dependencies } from '../plugins/context.ts';
import { registerRead } from '../plugins/operations.ts';
import { writeCapitalCostCsv } from './service.ts';

/** What the investments cost the driftbudget, as a file. */
export function registerCapitalCost(app: FastifyInstance, dependencies: Dependencies): void {
  registerRead(app, dependencies, exportCapitalCostCsv, writeCapitalCostCsv);
}
