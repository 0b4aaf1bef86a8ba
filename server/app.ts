import fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { registerBorgensprognos } from './borgensprognos/routes.ts';
import { newId } from './ids.ts';
import { registerInvesteringsbudget } from './investeringsbudget/routes.ts';
import { registerOrganisations } from './organisations/routes.ts';
import { keepAnswers } from './plugins/answers.ts';
import type { Dependencies } from './plugins/context.ts';
import { registerHealth } from './plugins/health.ts';
import { registerOpenApi } from './plugins/openapi.ts';
import { registerProblems } from './plugins/problems.ts';
import { registerSameSite } from './plugins/same-site.ts';
import { registerWeb } from './plugins/web.ts';
import { registerScenarios } from './scenarios/routes.ts';

/** What an app is built from. */
export type AppOptions = Omit<Dependencies, 'answers'> & {
  readonly webDirectory: string;
  readonly logger: FastifyServerOptions['logger'];
};

/** Builds the app, ready to listen or to be asked directly by a test. */
export async function buildApp({ webDirectory, logger, ...given }: AppOptions) {
  const dependencies: Dependencies = { ...given, answers: keepAnswers() };
  const app: FastifyInstance = fastify({
    ...(logger === undefined ? {} : { logger }),
    genReqId: newId,
    bodyLimit: 1024 * 1024,
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 200 },
  });
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  registerStop(app);
  registerProblems(app);
  registerSameSite(app);
  await registerWeb(app, webDirectory);
  await registerOpenApi(app);
  registerHealth(app, dependencies.database);
  registerOrganisations(app, dependencies);
  registerInvesteringsbudget(app, dependencies);
  registerScenarios(app, dependencies);
  registerBorgensprognos(app, dependencies);
  return app;
}

// A stop lets requests under way finish. Node closes the connections that wait; one that is in use
// is told to close behind its answer, or an open page would hold up the stop.
function registerStop(app: FastifyInstance): void {
  let isStopping = false;
  app.addHook('preClose', async () => {
    isStopping = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    if (isStopping) reply.header('connection', 'close');
  });
}
