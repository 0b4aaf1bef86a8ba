import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'tkr-main-'));
let child: ChildProcess | undefined;
afterAll(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

it('a server goes on when whoever read its output is gone', async () => {
  child = spawn(process.execPath, [path.join(import.meta.dirname, 'main.ts')], {
    env: { ...process.env, TKR_DATA: path.join(folder, 'data'), PORT: '0', DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { stdout } = child;
  if (stdout === null) throw new Error('The server has no output');
  let said = '';
  while (!/^Tkr: /mu.test(said)) said += String((await once(stdout, 'data'))[0]);
  const address = /^Tkr: (\S+)$/mu.exec(said)?.[1] ?? '';
  stdout.destroy();
  // Each one is a security event, and so a line that nobody reads.
  for (let time = 0; time < 3; time += 1) {
    const entered = await fetch(`${address}/api/session/demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: '{"role":"ekonom"}',
    });
    expect(entered.status).toBe(200);
  }
  expect((await fetch(`${address}/api/ready`)).status).toBe(200);
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  expect((await ended)[0]).toBe(0);
});
