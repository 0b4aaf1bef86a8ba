import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { temporaryFiles } from './temporary.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tkr-temporary-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('temporary files', () => {
  it('have names of their own in a folder that only this user reads', async () => {
    const inside = path.join(folder, 'uploads');
    const files = temporaryFiles(inside);
    const [one, other] = [await files.make(), await files.make()];
    expect(one.path).not.toBe(other.path);
    expect(statSync(inside).mode & 0o777).toBe(0o700);
    writeFileSync(one.path, 'x');
    await one.remove();
    await other.remove();
    expect(existsSync(one.path)).toBe(false);
  });

  it('of processes that are gone are removed, and nobody else’s', async () => {
    const uuid = '019a5b7c-0000-4000-8000-000000000001';
    // Process 1 is always there, and no process has a number this large.
    const names = {
      gone: `upload-4194304999-${uuid}`,
      own: `upload-${process.pid}-${uuid}`,
      alive: `upload-1-${uuid}`,
      foreign: 'anteckning.txt',
    };
    for (const name of Object.values(names)) writeFileSync(path.join(folder, name), 'x');
    await temporaryFiles(folder).clear();
    const isThere = (name: string): boolean => existsSync(path.join(folder, name));
    expect(Object.values(names).map(isThere)).toEqual([false, false, true, true]);
  });

  it('of a folder that is not there are none', async () => {
    await temporaryFiles(path.join(folder, 'ingen')).clear();
    expect(existsSync(path.join(folder, 'ingen'))).toBe(false);
  });
});
