import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataDirectoryInUse, lockDataDirectory } from './data-directory-lock.ts';

let directory: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), 'tkr-lock-')), 'data');
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(join(directory, '..'), { recursive: true, force: true });
});

function refusal(): DataDirectoryInUse {
  try {
    lockDataDirectory(directory).release();
  } catch (error) {
    if (error instanceof DataDirectoryInUse) return error;
    throw error;
  }
  throw new Error('The lock was given to two holders');
}

/**
 * A process of its own that takes the lock, says what came of it, and then sits there.
 *
 * It drops all that it does not refer to first: a lock was once lost to the garbage collector.
 */
async function lockInAnotherProcess(): Promise<{ child: ChildProcess; said: string }> {
  const program = `
    const { lockDataDirectory } = await import(process.argv[1]);
    try { lockDataDirectory(process.argv[2]); gc(); console.log('locked'); }
    catch (error) { console.log(error.name + ': ' + error.message); }
    setInterval(() => {}, 1000);`;
  const lockModule = new URL('data-directory-lock.ts', import.meta.url).href;
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--input-type=module', '-e', program, lockModule, directory],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  children.push(child);
  const said = String(await once(child.stdout, 'data'));
  return { child, said };
}

describe('lock on the data directory', () => {
  it('makes the directory for its owner alone', () => {
    const lock = lockDataDirectory(directory);
    expect(statSync(directory).mode & 0o777).toBe(0o700);
    lock.release();
  });

  it('refuses a second holder in the same process', () => {
    const lock = lockDataDirectory(directory);
    expect(refusal().holder?.pid).toBe(process.pid);
    // A refused attempt must not have loosened the first one.
    expect(refusal().holder?.pid).toBe(process.pid);
    lock.release();
  });

  it('refuses another process, and says which directory, who has it and what to do', async () => {
    const lock = lockDataDirectory(directory);
    // A refusal inside this process must not have dropped the lock that other processes see.
    refusal();
    const { said } = await lockInAnotherProcess();
    expect(said).toContain('DataDirectoryInUse');
    expect(said).toContain(directory);
    expect(said).toContain(`process ${process.pid} på datorn ${hostname()} sedan 20`);
    expect(said).toContain('Ingen databasfil har öppnats');
    expect(said).toContain('TKR_DATA');
    lock.release();
  });

  it('is refused while another process has it, and free the moment that process is killed', async () => {
    const { child, said } = await lockInAnotherProcess();
    expect(said).toBe('locked\n');
    expect(refusal().holder?.pid).toBe(child.pid);

    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(existsSync(join(directory, 'tkr.pid'))).toBe(true);
    lockDataDirectory(directory).release();
  });

  it('can be taken again after release, and a second release does not take it from the next', () => {
    const first = lockDataDirectory(directory);
    first.release();
    expect(existsSync(join(directory, 'tkr.pid'))).toBe(false);
    const second = lockDataDirectory(directory);
    first.release();
    expect(refusal().holder?.pid).toBe(process.pid);
    second.release();
  });

  it.each(['', '{', 'null', '{"pid":"x"}'])('refuses also where tkr.pid holds %j', (content) => {
    const lock = lockDataDirectory(directory);
    writeFileSync(join(directory, 'tkr.pid'), content);
    expect(refusal().message).toContain('används redan av en annan process');
    lock.release();
  });

  it('says what is wrong where the lock file is something else', () => {
    const lock = lockDataDirectory(directory);
    lock.release();
    writeFileSync(join(directory, 'tkr.lock'), 'x'.repeat(2000));
    expect(() => lockDataDirectory(directory)).toThrow('kan inte låsas');
  });
});
