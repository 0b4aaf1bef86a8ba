import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { registerAccounts } from './accounts/routes.ts';
import { registerAccumulated } from './accumulated/routes.ts';
import { registerArende } from './arende/routes.ts';
import { registerAssumptions } from './assumptions/routes.ts';
import { registerAudit } from './audit/routes.ts';
import { registerBehov } from './behov/routes.ts';
import { registerBorgen } from './borgen/routes.ts';
import { registerBorgensprognos } from './borgensprognos/routes.ts';
import { registerCapitalCost } from './capital-cost/routes.ts';
import { registerCarryOver } from './carry-over/routes.ts';
import { newId } from './ids.ts';
import { registerInvesteringsbudget } from './investeringsbudget/routes.ts';
import { registerLoans } from './loans/routes.ts';
import { registerOidc } from './oidc/routes.ts';
import { registerOrganisations } from './organisations/routes.ts';
import { registerPassport } from './passport/routes.ts';
import { keepAnswers } from './plugins/answers.ts';
import {
  bodyTimeout,
  connectionLimits,
  cutSlowBodies,
  httpLimits,
  mostConnections,
  refuseAddress,
  refuseConnection,
} from './plugins/connections.ts';
import type { Dependencies } from './plugins/context.ts';
import { registerHeaders } from './plugins/headers.ts';
import { registerHealth } from './plugins/health.ts';
import { registerLimits } from './plugins/limits.ts';
import { registerOpenApi } from './plugins/openapi.ts';
import { registerOrigin } from './plugins/origin.ts';
import { registerProblems, sendProblem } from './plugins/problems.ts';
import { rememberRecognised } from './plugins/recognised.ts';
import { openUploads, type UploadSettings } from './plugins/uploads.ts';
import { registerWeb } from './plugins/web.ts';
import { registerScenarios } from './scenarios/routes.ts';
import { registerUtfall } from './utfall/routes.ts';

/** What an app is built from. */
export type AppOptions = Omit<Dependencies, 'answers' | 'recognised' | 'uploads'> & {
  readonly webDirectory: string;
  readonly logger: FastifyServerOptions['logger'];
  /** The proxies whose word about the visitor's address is taken. */
  readonly proxies: readonly string[];
  /** True where others than this machine reach the server. */
  readonly isOnNetwork: boolean;
  readonly callsAMinute: number;
  readonly uploads: UploadSettings;
  /** How long a body may take, in milliseconds, where it is not what holds for everybody. */
  readonly bodyTimeout?: number;
};

/** Builds the app, ready to listen or to be asked directly by a test. */
export async function buildApp(options: AppOptions) {
  const { webDirectory, logger, proxies, isOnNetwork, callsAMinute, ...given } = options;
  const uploads = openUploads(options.uploads);
  const recognised = rememberRecognised();
  const dependencies: Dependencies = { ...given, answers: keepAnswers(), recognised, uploads };
  const { publicUrl, database } = dependencies;
  const app: FastifyInstance = fastify({
    ...(logger === undefined ? {} : { logger }),
    genReqId: newId,
    http: httpLimits,
    ...connectionLimits,
    clientErrorHandler: refuseConnection,
    frameworkErrors: refuseAddress,
    trustProxy: proxies.length === 0 ? false : [...proxies],
    // What a stop refuses gets its sentence below.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
  });
  app.server.maxConnections = mostConnections;
  cutSlowBodies(app.server, options.bodyTimeout ?? bodyTimeout);
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  // First, so that what the others refuse has them too.
  await registerHeaders(app, { publicUrl });
  registerStop(app);
  registerProblems(app);
  registerOrigin(app, { publicUrl, isOnNetwork });
  await app.register(cookie);
  await registerLimits(app, { callsAMinute, publicUrl, recognised });
  await registerWeb(app, { webDirectory });
  await registerOpenApi(app, dependencies);
  registerHealth(app, database);
  registerAccounts(app, dependencies);
  registerOidc(app, dependencies);
  registerOrganisations(app, dependencies);
  registerInvesteringsbudget(app, dependencies);
  registerUtfall(app, dependencies);
  registerAccumulated(app, dependencies);
  registerBehov(app, dependencies);
  registerCarryOver(app, dependencies);
  registerArende(app, dependencies);
  registerLoans(app, dependencies);
  registerScenarios(app, dependencies);
  registerAssumptions(app, dependencies);
  registerBorgensprognos(app, dependencies);
  registerBorgen(app, dependencies);
  registerCapitalCost(app, dependencies);
  registerPassport(app, dependencies);
  registerAudit(app, dependencies);
  return app;
}

// A stop lets requests under way finish, and takes no new ones. Node closes the connections that
// wait; one that is in use is told to close behind its answer, or an open page would hold up the stop.
function registerStop(app: FastifyInstance): void {
  let isStopping = false;
  app.addHook('preClose', async () => {
    isStopping = true;
  });
  app.addHook('onRequest', async (request, reply) => {
    if (isStopping) return sendProblem(request, reply, { code: 'stopping' });
    return undefined;
  });
  app.addHook('onSend', async (_request, reply) => {
    if (isStopping) reply.header('connection', 'close');
  });
}
