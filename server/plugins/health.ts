import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Database } from '../db/database.ts';
import { ProblemError } from './problems.ts';

/** Whether the process lives, and whether it can do its work. Source: DESIGN §8. */
export function registerHealth(app: FastifyInstance, database: Database): void {
  const schema = (operationId: string) => ({
    operationId,
    response: { 200: z.object({ status: z.literal('ok') }) },
  });
  app.get('/api/health', { schema: schema('getHealth') }, () => ({ status: 'ok' as const }));
  app.get('/api/ready', { schema: schema('getReady') }, async () => {
    if (!(await database.isReady())) throw new ProblemError('not_ready');
    return { status: 'ok' as const };
  });
}
