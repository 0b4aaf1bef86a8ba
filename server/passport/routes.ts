import type { FastifyInstance } from 'fastify';
import { getFigurePassport } from '#contract/passport.ts';
import type { Dependencies } from '../plugins/context.ts';
import { registerRead } from '../plugins/operations.ts';
import { readPassport } from './service.ts';

/** Where figures come from. */
export function registerPassport(app: FastifyInstance, dependencies: Dependencies): void {
  registerRead(app, dependencies, getFigurePassport, readPassport);
}
