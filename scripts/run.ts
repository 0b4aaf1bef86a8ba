import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

/** The folder that holds package.json. */
export const repository: string = join(import.meta.dirname, '..');

/**
 * Runs a tool in the repository with this terminal as its own, and gives its exit code; 1 where a
 * signal ended it. Throws where there is no such tool.
 *
 * This repository's own tools come first on the path, so that the same Node and the same tools run
 * whether npm started the script or a person did.
 */
export function run(
  tool: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<number> {
  const tools = join(repository, 'node_modules', '.bin');
  const path = `${tools}${delimiter}${process.env['PATH'] ?? ''}`;
  const child = spawn(tool, parameters, {
    cwd: repository,
    env: { ...process.env, ...environment, PATH: path },
    stdio: 'inherit',
    // The tools are .cmd files on Windows, which only a shell can start.
    shell: process.platform === 'win32',
  });
  const stop = (): boolean => child.kill('SIGTERM');
  process.on('exit', stop);
  return new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  }).finally(() => process.off('exit', stop));
}

/** Lets Ctrl-C and a stop from outside end this process in order, so that it tidies up after itself. */
export function exitOnSignals(): void {
  process.on('SIGINT', () => process.exit(130));
  process.on('SIGTERM', () => process.exit(143));
  process.on('SIGHUP', () => process.exit(129));
}
