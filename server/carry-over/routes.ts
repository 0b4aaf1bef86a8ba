import type { FastifyInstance } from 'fastify';
import { createCarryOverPolicy, createTotalutgift, getCarryOver } from '#contract/carry-over.ts';
import type { Dependencies } from '../plugins/context.ts';
import { registerRead, registerWrite } from '../plugins/operations.ts';
import { enterPolicy, enterTotal, readCarryOver } from './service.ts';

/** What may be carried over, and what projects come to in all. */
export function registerCarryOver(app: FastifyInstance, dependencies: Dependencies): void {
  registerRead(app, dependencies, getCarryOver, readCarryOver);
  registerWrite(app, dependencies, createCarryOverPolicy, enterPolicy);
  registerWrite(app, dependencies, createTotalutgift, enterTotal);
}
