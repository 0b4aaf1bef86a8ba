import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyReply } from 'fastify';

/**
 * The headers of an answer that is made before any route is known, or by the API: nothing in it may
 * run, be framed, be kept or be taken for something else.
 */
export const closedHeaders = {
  'content-security-policy': "default-src 'none';base-uri 'none';frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const;

/** Gives every answer the headers that keep a browser to Tkr's own pages. Source: ASVS 5.0 3.4. */
export async function registerHeaders(
  app: FastifyInstance,
  { publicUrl }: { readonly publicUrl: URL | null },
): Promise<void> {
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
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    // Browsers would refuse plain http at this name from then on: only where people come by https.
    strictTransportSecurity:
      publicUrl?.protocol === 'https:' ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  // What the API says is for the one who asked, now: no browser and no proxy keeps it.
  app.addHook('onSend', async ({ url }, reply) => {
    if (url.startsWith('/api/') && !reply.hasHeader('cache-control')) keepNowhere(reply);
  });
}

/** Makes an answer one that is kept nowhere. */
export function keepNowhere(reply: FastifyReply): void {
  reply.header('cache-control', closedHeaders['cache-control']);
}
