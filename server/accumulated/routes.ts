import type { FastifyInstance } from 'fastify';
import { exportAccumulatedCsv, getAccumulated } from '#contract/accumulated.ts';
import type { Dependencies } from '../plugins/context.ts';
import { registerExport, registerRead } from '../plugins/operations.ts';
import { readAccumulated, writeAccumulatedCsv } from './service.ts';

/** Budget and outcome over several years. */
export function registerAccumulated(app: FastifyInstance, dependencies: Dependencies): void {
  registerRead(app, dependencies, getAccumulated, readAccumulated);
  registerExport(app, dependencies, exportAccumulatedCsv, writeAccumulatedCsv);
}
