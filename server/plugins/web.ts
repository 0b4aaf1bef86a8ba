import { existsSync } from 'node:fs';
import path from 'node:path';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sendProblem } from './problems.ts';

/** The built web, from the same port as the API; every page address gives the one page. */
export async function registerWeb(app: FastifyInstance, webDirectory: string): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // The server speaks plain http on loopback only.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  const isBuilt = existsSync(path.join(webDirectory, 'index.html'));
  app.setNotFoundHandler((request, reply) =>
    isBuilt && wantsPage(request)
      ? reply.sendFile('index.html')
      : sendProblem(request, reply, { code: 'not_found' }),
  );
  if (!isBuilt) return;
  await app.register(fastifyStatic, {
    root: webDirectory,
    wildcard: false,
    cacheControl: false,
    setHeaders: (response, file) => {
      const isNamedByContent = path.dirname(file).endsWith('assets');
      response.header(
        'cache-control',
        isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
}

function wantsPage({ method, url }: FastifyRequest): boolean {
  const [address = ''] = url.split('?');
  return method === 'GET' && !address.startsWith('/api/') && !/\.\w+$/u.test(address);
}
