#!/usr/bin/env node
// Plain JavaScript, so that any Node can read it; the program itself needs the Node that Tkr ships.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.join(
  import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname),
  '..',
);
const node = path.join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);
const program = path.join(root, 'server', 'cli', 'main.ts');
const { status, error } = spawnSync(node, [program, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
if (error) process.stderr.write(`Tkr är inte installerat färdigt: kör npm ci i ${root}.\n`);
process.exitCode = status ?? 1;
