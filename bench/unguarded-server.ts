import { buildApp } from '../server/app.ts';
import { readConfig } from '../server/config.ts';
import { connect } from '../server/connect.ts';
import type { Database } from '../server/db/database.ts';
import { seedDemo } from '../server/demo/seed.ts';
import { providersOf } from '../server/oidc/providers.ts';

// Tkr with its doors off, for measuring what they cost: every request is the demo's revisor, without a
// session, an organisation, a weak role or a transaction.
const { BENCH_ADMIN_URL: adminUrl, DATABASE_URL: ownUrl } = process.env;
const database = await connect(readConfig({ ...process.env, DATABASE_URL: adminUrl ?? ownUrl }));
await seedDemo(database, new Date());
const revisor = await database.asOwner((kysely) =>
  kysely
    .selectFrom('membership')
    .selectAll()
    .where('role', '=', 'revisor')
    .executeTakeFirstOrThrow(),
);
const caller = {
  personId: revisor.person_id,
  stage: 'full',
  method: 'demo',
  oidcIssuer: null,
  hasSecondFactor: false,
  scope: 'write',
  tokenId: null,
} as const;
const standing = { role: 'revisor', head: '', slug: 'itsam', requiresSecondFactor: false } as const;
const unguarded: Database = {
  ...database,
  enter: (_entry, work) =>
    database.asOwner((kysely) =>
      // The services ask for a transaction; a plain connection answers the same questions.
      work(kysely as Parameters<typeof work>[0], { caller, standing }),
    ),
};
const app = await buildApp({
  database: unguarded,
  clock: () => new Date(),
  watch: () => undefined,
  mail: null,
  providers: providersOf([]),
  publicUrl: null,
  proxies: [],
  isOnNetwork: false,
  uploads: { folder: '', mostBytes: 1 },
  callsAMinute: 999_999_999,
  webDirectory: '',
  logger: false,
});
const address = await app.listen({ host: '127.0.0.1', port: 0 });
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
process.stdout.write(`Organisation: ${revisor.organisation_id}\nTkr: ${address}\n`);
