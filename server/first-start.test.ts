import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTkrDatabase } from '../scripts/provision/tkr-database.ts';
import { killAllServers, runServer, startServer } from './faults/server-process.ts';
import { embeddedStore, postgresStore } from './faults/store.ts';
import { goodPassword } from './testing/people.ts';

let surroundings: { readonly [name: string]: string };
let remove: () => Promise<void>;

beforeAll(async () => {
  if (process.env['TKR_TEST_DATABASE'] === 'postgres') {
    const database = await makeTkrDatabase(process.env['TKR_TEST_POSTGRES_URL'] ?? '');
    remove = database.drop;
    surroundings = { ...(await postgresStore(database)).surroundings, TKR_DEMO: '0' };
    return;
  }
  const directory = mkdtempSync(join(tmpdir(), 'tkr-start-'));
  remove = async () => rmSync(directory, { recursive: true, force: true });
  surroundings = { ...embeddedStore(join(directory, 'data')).surroundings, TKR_DEMO: '0' };
});
afterAll(async () => {
  killAllServers();
  await remove();
});

// One after the other on the same data, as an operator does it.
describe('a server that the network reaches', () => {
  const open = { HOST: '0.0.0.0' };

  it('does not start before there is an administrator, and says how to make one', async () => {
    const { code, output, errors } = await runServer({ ...surroundings, ...open });
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(errors.trim().split('\n')).toHaveLength(1);
    expect(errors).toContain('HOST är 0.0.0.0');
    expect(errors).toContain('Inget är startat');
    expect(errors).toContain('npx tkr administrator');
  });

  it('is made ready from the machine itself, with the link that a start prints', async () => {
    const server = await startServer(surroundings);
    const link = /^Första administratör: (\S+)#(\S+)$/mu.exec(server.output());
    expect(link?.[1]).toBe(`${server.url}/forsta-administrator`);
    const answer = await fetch(`${server.url}/api/links/administrator`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({
        link: link?.[2],
        name: 'Anna Ek',
        email: 'anna.ek@test.se',
        password: goodPassword,
        organisation: { name: 'Norra förbundet' },
      }),
    });
    expect(answer.status).toBe(201);
    expect(await server.stop()).toMatchObject({ code: 0, errors: '' });
  });

  it('starts then, offers nobody to be administrator, and warns where there is no https', async () => {
    const server = await startServer({ ...surroundings, ...open });
    expect((await fetch(`${server.url}/api/ready`)).status).toBe(200);
    const { code, output, errors } = await server.stop();
    expect(code).toBe(0);
    expect(output).not.toContain('#');
    expect(errors).toMatch(/^Varning: Tkr svarar på 0\.0\.0\.0 utan kryptering.*TKR_URL.*\n$/u);
  });

  it('starts without a warning where people come by https', async () => {
    const behind = { TKR_URL: 'https://tkr.kommunen.se', TKR_PROXY: '10.0.0.5' };
    const server = await startServer({ ...surroundings, ...open, ...behind });
    expect(await server.stop()).toMatchObject({ code: 0, errors: '' });
  });
});
