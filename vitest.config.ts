import { defineConfig } from 'vitest/config';

const server = { include: ['server/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 60_000 };

/**
 * Every kind of test is a project of its own: `vitest run --project domain`.
 *
 * The server's tests run twice, on the embedded database and on a real PostgreSQL.
 */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'domain', include: ['domain/**/*.test.ts'] } },
      { test: { name: 'contract', include: ['contract/**/*.test.ts'] } },
      { test: { name: 'tidy', include: ['tidy.test.ts'] } },
      { test: { name: 'server-pglite', env: { TKR_TEST_DATABASE: 'pglite' }, ...server } },
      { test: { name: 'server-postgres', env: { TKR_TEST_DATABASE: 'postgres' }, ...server } },
      { test: { name: 'web', environment: 'jsdom', include: ['web/**/*.test.{ts,tsx}'] } },
      {
        test: {
          name: 'browser',
          include: ['e2e/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
