import { defineConfig } from 'vitest/config';

// What the embedded database is made of has nothing to do with the other one.
const embeddedOnly = [
  'server/db/data-directory-lock.test.ts',
  'server/db/embedded.test.ts',
  'server/main.test.ts',
];

// The embedded database has no connection to lose, and one user whom nobody logs in as.
const postgresOnly = ['server/db/lost-connection.test.ts', 'server/db/login-role.test.ts'];

// What never asks a database is tested once.
const withoutDatabase = [
  'server/accounts/{kommun-names,password-hash,password-rules,recovery-codes,secrets,totp}.test.ts',
  'server/arende/tjansteskrivelse-docx.test.ts',
  'server/audit/anchors.test.ts',
  'server/cli/{print,sie}.test.ts',
  'server/config.test.ts',
  'server/files/**',
  'server/mail.test.ts',
  'server/oidc/{claims,config,return-path}.test.ts',
  'server/plugins/answers.test.ts',
  'server/sie/**',
];

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
      {
        test: {
          name: 'server-pglite',
          env: { TKR_TEST_DATABASE: 'pglite' },
          globalSetup: 'server/testing/embedded-template.ts',
          exclude: postgresOnly,
          ...server,
        },
      },
      {
        test: {
          name: 'server-postgres',
          env: { TKR_TEST_DATABASE: 'postgres' },
          exclude: [...embeddedOnly, ...withoutDatabase],
          ...server,
        },
      },
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
