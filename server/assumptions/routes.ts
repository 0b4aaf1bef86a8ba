import type { FastifyInstance } from 'fastify';
import { listAssumptionHistory } from '#contract/assumption-history.ts';
import { listAssumptions, setAssumption } from '#contract/assumptions.ts';
import type { Dependencies } from '../plugins/context.ts';
import { registerRead, registerWrite } from '../plugins/operations.ts';
import { openAssumptionHistory } from './history.ts';
import { openAssumptions, putAssumption } from './service.ts';

/** What forecasts assume: the organisation's own, and each scenario's. */
export function registerAssumptions(app: FastifyInstance, dependencies: Dependencies): void {
  registerRead(app, dependencies, listAssumptions, openAssumptions);
  registerRead(app, dependencies, listAssumptionHistory, openAssumptionHistory);
  registerWrite(app, dependencies, setAssumption, putAssumption);
}
