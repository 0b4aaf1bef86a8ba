import type { FastifyInstance } from 'fastify';
import { listOrganisations } from '#contract/organisations.ts';
import type { Dependencies } from '../plugins/context.ts';
import { routeOf } from '../plugins/operations.ts';
import { openOrganisations } from './service.ts';

/** Which organisations the person may open: the one operation outside any of them. */
export function registerOrganisations(app: FastifyInstance, dependencies: Dependencies): void {
  app.route({
    ...routeOf(listOrganisations),
    handler: () => openOrganisations(dependencies),
  });
}
