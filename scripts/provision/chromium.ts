import { execFileSync } from 'node:child_process';
import { canInstallPackages, executableIn, installPackage, pathFolders } from './executables.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const folders = [
  '/usr/bin',
  '/Applications/Chromium.app/Contents/MacOS',
  '/Applications/Google Chrome.app/Contents/MacOS',
  ...['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const root = process.env[variable];
    return root === undefined ? [] : [`${root}\\Google\\Chrome\\Application`];
  }),
];

const macNames = ['Chromium', 'Google Chrome'];

/**
 * The path of a Chromium or Chrome that starts, for the browser tests.
 *
 * Takes `CHROMIUM_PATH`, else one that is installed, else installs Debian's as root. Throws where
 * none of that gives one, with a sentence that says what to install.
 */
export function provideChromium(): string {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen !== undefined && chosen !== '') {
    if (starts(chosen)) return chosen;
    throw new Error(
      `CHROMIUM_PATH är ${chosen}, som inte startar. / CHROMIUM_PATH is ${chosen}, which does not start.`,
    );
  }
  const found = installed();
  if (found !== undefined) return found;
  if (canInstallPackages()) installPackage('chromium');
  const path = installed();
  if (path !== undefined) return path;
  throw new Error(
    'Webbläsartesterna behöver Chromium eller Chrome, som inte finns här. Installera en av dem ' +
      '(Debian: apt-get install chromium), eller ange sökvägen i CHROMIUM_PATH. / ' +
      'The browser tests need Chromium or Chrome, and there is none. Install one of them ' +
      '(Debian: apt-get install chromium), or give its path in CHROMIUM_PATH.',
  );
}

function installed(): string | undefined {
  return [...folders, ...pathFolders()]
    .flatMap((folder) => [...names, ...macNames].map((name) => executableIn(folder, name)))
    .find((path) => path !== undefined && starts(path));
}

// Ubuntu has a chromium-browser that is only a note about where to find the real one.
function starts(path: string): boolean {
  // On Windows the question opens a window and is never answered.
  if (process.platform === 'win32') return true;
  try {
    const answer = execFileSync(path, ['--version', '--no-sandbox'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 30_000,
    });
    return /chrom/i.test(answer);
  } catch {
    return false;
  }
}
