import type { FastifyInstance } from 'fastify';
import { listAnchors, listLog } from '#contract/audit.ts';
import type { Dependencies } from '../plugins/context.ts';
import { registerRead } from '../plugins/operations.ts';
import { openAnchors, openLog } from './service.ts';

/** The log of an organisation, and its anchors. */
export function registerAudit(app: FastifyInstance, dependencies: Dependencies): void {
  registerRead(app, dependencies, listLog, openLog);
  registerRead(app, dependencies, listAnchors, openAnchors);
}
