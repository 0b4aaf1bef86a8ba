import { hasOperator } from './accounts/administrator-link.ts';
import { makeAdministratorLink } from './accounts/link-queries.ts';
import { type Config, isLoopback, StartRefused } from './config.ts';
import type { Database } from './db/database.ts';
import { seedDemo } from './demo/seed.ts';

/** What a start has to offer besides itself: addresses below the one that it answers at. */
export type Offers = {
  /** Where one goes into the demo; null where there is none. */
  readonly demoPath: string | null;
  /** Where the first administrator is made, once, within an hour; null where there is one. */
  readonly administratorPath: string | null;
};

/**
 * Makes the demo where there is to be one, and the link to the first administrator where there is
 * none. No password exists before somebody has chosen one. Source: DESIGN §8, ASVS 5.0 6.3.2.
 */
export async function prepareStart(
  database: Database,
  { config, now }: { readonly config: Config; readonly now: Date },
): Promise<Offers> {
  const isEmbedded = config.databaseUrl === null;
  const found = await database.inAccounts(async (trx) => ({
    isEmpty: (await trx.selectFrom('organisation').select('slug').executeTakeFirst()) === undefined,
    hasOperator: await hasOperator(trx),
  }));
  if (!found.hasOperator && !isLoopback(config.host)) {
    throw new StartRefused(
      `HOST är ${config.host}, men det finns ingen administratör än, och vem som helst på nätet kunde bli det. ` +
        'Inget är startat. Starta först utan HOST och skapa administratören med länken som skrivs ut, ' +
        'eller skapa den här: npx tkr administrator anna.ek@kommunen.se "Anna Ek" "Förbundets namn".',
    );
  }
  const wantsDemo = config.demo ?? (found.isEmpty && isEmbedded);
  if (wantsDemo) await seedDemo(database, now, 'everything');
  const demo = await database.inAccounts((trx) =>
    trx.selectFrom('organisation').select('slug').where('is_demo', '=', true).executeTakeFirst(),
  );
  const demoPath = demo === undefined ? null : '/demo';
  if (found.hasOperator) return { demoPath, administratorPath: null };
  const { secret } = await database.inAccounts((trx) => makeAdministratorLink(trx, now));
  return { demoPath, administratorPath: `/forsta-administrator#${secret}` };
}

/** A sentence about a start that is open to eavesdropping; null where it is not. */
export function warningOf({ host, publicUrl, proxies }: Config): string | null {
  const isOpen = !isLoopback(host) && publicUrl?.protocol !== 'https:';
  if (!isOpen) return null;
  return (
    `Varning: Tkr svarar på ${host} utan kryptering, så att lösenord och siffror går att avlyssna. ` +
    'Ställ en proxy med https framför, och ange TKR_URL=https://…' +
    `${proxies.length === 0 ? ' och TKR_PROXY' : ''}.`
  );
}
