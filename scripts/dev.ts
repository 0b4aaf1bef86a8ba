import path from 'node:path';
import { createServer } from 'vite';
import { exitOnSignals, repository, run } from './run.ts';

// `npm run dev`: the server starts anew when its code changes, and the web changes in place.
exitOnSignals();
const web = await createServer({ configFile: path.join(repository, 'vite.config.ts') });
await web.listen();
web.printUrls();
process.exitCode = await run('node', ['--watch', path.join('server', 'main.ts')]);
await web.close();
