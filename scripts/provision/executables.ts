import { execFileSync } from 'node:child_process';
import { accessSync, constants, globSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const suffix = process.platform === 'win32' ? '.exe' : '';

/** The real path of a program in a folder, or undefined where there is none that may be run. */
export function executableIn(folder: string, name: string): string | undefined {
  const path = join(folder, `${name}${suffix}`);
  try {
    accessSync(path, constants.X_OK);
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/** The folders of the path, in order. */
export function pathFolders(): string[] {
  return (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
}

/** Folders that match patterns, with those of the highest number first: `15/bin` before `9.6/bin`. */
export function newestFolders(patterns: readonly string[]): string[] {
  const byNumber = new Intl.Collator('en', { numeric: true });
  return patterns.flatMap((pattern) =>
    globSync(pattern).toSorted((left, right) => byNumber.compare(right, left)),
  );
}

/** True where this process may install Debian packages. */
export function canInstallPackages(): boolean {
  const hasApt = pathFolders().some((folder) => executableIn(folder, 'apt-get') !== undefined);
  return hasApt && process.getuid?.() === 0;
}

/** Installs a Debian package and nothing that it only recommends. Throws where apt-get does. */
export function installPackage(name: string): void {
  console.log(`Installerar ${name} med apt-get / Installing ${name} with apt-get`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const parameters of [['update'], ['install', '-y', '--no-install-recommends', name]]) {
    execFileSync('apt-get', parameters, {
      env: environment,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  }
}
