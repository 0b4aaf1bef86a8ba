import { once } from 'node:events';
import { runCommand } from './run.ts';

const parameters = process.argv.slice(2);

// Whoever reads an answer may have seen enough, as `head` has. A server goes on, and sees to itself.
if (parameters[0] !== 'start') {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

process.exitCode = await runCommand(parameters, {
  environment: process.env,
  out: async (text) => {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  },
  error: (text) => process.stderr.write(text),
});
