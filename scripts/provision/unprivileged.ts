import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A user and group by number; absent where this process is not root and stays who it is. */
export type Account = { readonly uid: number; readonly gid: number } | undefined;

/**
 * The account that a program which refuses to run as root runs as: postgres, else nobody.
 *
 * Throws where this process is root and the machine has neither.
 */
export function unprivilegedAccount(): Account {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf(name, '-u');
    const gid = idOf(name, '-g');
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new Error(
    'PostgreSQL kan inte köras som root, och här finns varken användaren postgres eller nobody. / ' +
      'PostgreSQL does not run as root, and there is no user postgres or nobody.',
  );
}

function idOf(name: string, option: '-u' | '-g'): number | undefined {
  try {
    const answer = execFileSync('id', [option, name], { stdio: ['ignore', 'pipe', 'ignore'] });
    return Number.parseInt(String(answer), 10);
  } catch {
    return undefined;
  }
}

/** Makes a temporary folder that the account owns and can reach, open to nobody else. */
export function temporaryFolder(prefix: string, account: Account): string {
  const parent = account === undefined || isOpenToAll(tmpdir()) ? tmpdir() : '/tmp';
  const folder = mkdtempSync(join(parent, prefix));
  if (account !== undefined) chownSync(folder, account.uid, account.gid);
  return folder;
}

// root's own TMPDIR can lie below a folder that only root may enter.
function isOpenToAll(folder: string): boolean {
  if ((statSync(folder).mode & 0o001) === 0) return false;
  return dirname(folder) === folder || isOpenToAll(dirname(folder));
}
