import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';

/** Describes every operation at `/api/openapi.json`. Register before the operations. */
export async function registerOpenApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tkr',
        version: '0.1.0',
        description:
          'Budget- och investeringsplanering. Varje belopp är en text i decimalform, i Tkr (tusental kronor).',
        license: { name: 'EUPL-1.2' },
      },
    },
    transform: jsonSchemaTransform,
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
}
