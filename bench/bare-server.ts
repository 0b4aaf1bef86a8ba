import { readFileSync } from 'node:fs';
import fastify from 'fastify';

// The least that a Fastify can do: the bytes in a file, with the settings that server/app.ts has.
const bytes = readFileSync(process.env['BARE_BODY'] ?? '');
const app = fastify({ logger: { level: 'error' }, bodyLimit: 1024 * 1024, requestTimeout: 30_000 });
app.get('/', (_request, reply) => reply.type('application/json; charset=utf-8').send(bytes));
process.stdout.write(`Tkr: ${await app.listen({ host: '127.0.0.1', port: 0 })}\n`);
