import { buildWebIfStale } from './build-web.ts';

// `npm run build`: the web, where it is not built from these files already.
await buildWebIfStale();
