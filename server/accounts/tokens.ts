import type { ApiToken, createToken, listTokens, revokeToken } from '#contract/account.ts';
import { accepted, refused } from '#domain/result.ts';
import { appendAudit } from '../audit/queries.ts';
import type { OrganisationTransaction } from '../db/database.ts';
import { newId } from '../ids.ts';
import type { ReadContext, RequestContext, WriteContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { hashSecret, newSecret } from './secrets.ts';

function selectOwn(trx: OrganisationTransaction, personId: string) {
  return trx
    .selectFrom('api_token')
    .select(['token_id', 'name', 'scope', 'created_at', 'expires_at', 'last_used_at'])
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null);
}

/** A person's own tokens in the organisation, newest first. */
export async function openTokens({ trx, scope }: ReadContext): Promise<Outcome<typeof listTokens>> {
  const rows = await selectOwn(trx, scope.personId).orderBy('created_at', 'desc').execute();
  const tokens = rows.map(
    (row): ApiToken => ({
      tokenId: row.token_id,
      name: row.name,
      scope: row.scope,
      createdAt: row.created_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
      lastUsedAt: row.last_used_at?.toISOString() ?? null,
    }),
  );
  return accepted({ tokens });
}

/** Makes a token; its secret is in the answer and nowhere else. */
export async function makeToken(
  context: RequestContext,
  { body }: Asked<typeof createToken>,
): Promise<Outcome<typeof createToken>> {
  const { trx, scope, now } = context;
  const secret = newSecret();
  const token = {
    tokenId: newId(),
    name: body.name,
    scope: body.scope,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + body.days * 24 * 60 * 60_000).toISOString(),
    lastUsedAt: null,
  };
  await trx
    .insertInto('api_token')
    .values({
      organisation_id: scope.organisationId,
      token_id: token.tokenId,
      person_id: scope.personId,
      name: token.name,
      scope: token.scope,
      token_hash: hashSecret(secret),
      created_at: now,
      expires_at: new Date(token.expiresAt),
    })
    .execute();
  await log(context, 'createToken', { tokenId: token.tokenId, scope: token.scope });
  context.tell('token.made');
  return accepted({ token, secret: `tkr_${secret}` });
}

/** Revokes one of a person's own tokens, at once. */
export async function dropToken(
  context: RequestContext,
  { params }: Asked<typeof revokeToken>,
): Promise<Outcome<typeof revokeToken>> {
  const { trx, scope, now } = context;
  const revoked = await trx
    .updateTable('api_token')
    .set({ revoked_at: now })
    .where('token_id', '=', params.tokenId)
    .where('person_id', '=', scope.personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (revoked.numUpdatedRows === 0n) return refused({ code: 'token_not_found' });
  await log(context, 'revokeToken', { tokenId: params.tokenId });
  context.tell('token.revoked');
  return accepted(null);
}

async function log(
  context: WriteContext,
  action: string,
  after: { readonly tokenId: string; readonly scope?: string },
): Promise<void> {
  await appendAudit(context, { action, entityId: after.tokenId, before: null, after });
}
