import { main } from '../server/main.ts';
import { buildWebIfStale } from './build-web.ts';

// `npm start`: what a newcomer types. The web is built where it is not, or not from these files.
await buildWebIfStale();
await main();
