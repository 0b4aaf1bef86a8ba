import type { FastifyInstance } from 'fastify';
import { exportBorgensprognosCsv, getBorgensprognos } from '#contract/borgensprognos.ts';
import { exportPrognosJson } from '#contract/prognos.ts';
import type { Dependencies } from '../plugins/context.ts';
import { registerExport, registerRead } from '../plugins/operations.ts';
import { readBorgensprognos, writeBorgensprognosCsv, writePrognosJson } from './service.ts';

/** The forecast of debt and headroom, on screen and as a file. */
export function registerBorgensprognos(app: FastifyInstance, dependencies: Dependencies): void {
  registerRead(app, dependencies, getBorgensprognos, readBorgensprognos);
  registerExport(app, dependencies, exportBorgensprognosCsv, writeBorgensprognosCsv);
  registerExport(app, dependencies, exportPrognosJson, writePrognosJson);
}
