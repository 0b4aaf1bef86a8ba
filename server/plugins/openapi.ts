import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { openSession } from '../db/database.ts';
import type { Dependencies } from './context.ts';
import { requireSignedIn } from './entrance.ts';
import { ProblemError } from './problems.ts';
import { visitorOf } from './visitor.ts';

// The page that describes the API has scripts and styles in files of its own, and nothing else.
const docsPolicy = [
  "default-src 'none'",
  ...["script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'"],
  ...["base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'", "object-src 'none'"],
].join('; ');

type Needs = Pick<Dependencies, 'database' | 'clock' | 'publicUrl'>;

/**
 * Describes every operation at `/api/openapi.json`, and as a page to browse at `/api/docs` for those
 * who are signed in. Register before the operations.
 */
export async function registerOpenApi(app: FastifyInstance, needs: Needs): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tkr',
        version: '0.1.0',
        description:
          'Budget- och investeringsplanering. Varje belopp är en text i decimalform, i Tkr (tusental kronor). ' +
          'x-access är rätten som anropet kräver, se docs/security.md.',
        license: { name: 'EUPL-1.2' },
      },
      components: {
        securitySchemes: {
          token: {
            type: 'http',
            scheme: 'bearer',
            description: 'En nyckel för program (tkr_…), gjord under Mitt konto.',
          },
        },
      },
      security: [{ token: [] }],
    },
    transform: jsonSchemaTransform,
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: docsPolicy,
    // Its badge would tell another site where this installation is.
    uiConfig: { validatorUrl: null },
    uiHooks: {
      onRequest: (request, _reply, done) => {
        requireBrowser(request, needs).then(() => done(), done);
      },
    },
  });
}

async function requireBrowser(
  request: FastifyRequest,
  { database, clock, publicUrl }: Needs,
): Promise<void> {
  const { credential } = visitorOf(request, publicUrl);
  if (credential?.kind !== 'session') throw new ProblemError('not_signed_in');
  const caller = await database.inAccounts((trx) => openSession(trx, credential.hash, clock()));
  requireSignedIn(caller);
}
