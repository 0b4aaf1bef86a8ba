import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sendProblem } from './problems.ts';

/** The built web, from the same port as the API; every page address gives the one page. */
export async function registerWeb(
  app: FastifyInstance,
  { webDirectory }: { readonly webDirectory: string },
): Promise<void> {
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
    dotfiles: 'ignore',
    // The source is open; what a build leaves beside it is nobody's business.
    globIgnore: ['**/*.map'],
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
  const isFile = /\.\w+$|\/\./u.test(address);
  return method === 'GET' && !address.startsWith('/api/') && !isFile;
}
