import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type ApiToken, listTokens, revokeToken } from '#contract/account.ts';
import type { Belonging } from '#contract/organisations.ts';
import { callApi } from '../../lib/api.ts';
import { useFailureText } from '../../lib/failure-text.ts';
import { shownDay, shownMoment } from '../../lib/format.ts';
import { useSession } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageSection } from '../../ui/page/section.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TokenDialog } from './token-dialog.tsx';
import { tokensKey, useTokenCall } from './tokens.ts';

/** Tokens for programs, organisation by organisation. */
export function TokensSection() {
  const words = useTexts().konto;
  const { organisations } = useSession().session;
  return (
    <PageSection id="nycklar" title={words.tokensTitle} detail={words.tokensHelp}>
      {organisations.map((organisation) => (
        <OrganisationTokens key={organisation.organisationId} organisation={organisation} />
      ))}
    </PageSection>
  );
}

function OrganisationTokens({ organisation }: { readonly organisation: Belonging }) {
  const { konto: words, common } = useTexts();
  const { organisationId, name } = organisation;
  const [isMaking, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<ApiToken | null>(null);
  const query = useQuery({
    queryKey: tokensKey(organisationId),
    queryFn: () => callApi(listTokens, { params: { organisationId } }),
  });
  const failure = useFailureText(query.error);
  const tokens = query.data?.tokens ?? [];
  return (
    <div className="konto-tokens">
      <div className="page-section-head">
        <h3>{name}</h3>
        {query.data === undefined ? null : (
          <Button name={words.newTokenFor(name)} onPress={() => setMaking(true)}>
            {words.newToken}
          </Button>
        )}
      </div>
      {query.data === undefined ? (
        <p className="small">{failure ?? common.loading}</p>
      ) : (
        <Sheet>
          {tokens.length === 0 ? (
            <p className="sheet-empty">{words.noTokens}</p>
          ) : (
            <Tokens label={name} tokens={tokens} onRevoke={setRevoking} />
          )}
        </Sheet>
      )}
      {isMaking ? (
        <TokenDialog organisation={organisation} onClose={() => setMaking(false)} />
      ) : null}
      {revoking === null ? null : (
        <Revoke
          token={revoking}
          organisationId={organisationId}
          onClose={() => setRevoking(null)}
        />
      )}
    </div>
  );
}

type TokensProps = {
  readonly label: string;
  readonly tokens: readonly ApiToken[];
  readonly onRevoke: (token: ApiToken) => void;
};

function Tokens({ label, tokens, onRevoke }: TokensProps) {
  const words = useTexts().konto;
  const [now] = useState(() => new Date().toISOString());
  return (
    <DataTable
      label={`${words.tokensTitle}, ${label}`}
      columns={[
        { id: 'name', title: words.tokenColumn },
        { id: 'scope', title: words.tokenScope },
        { id: 'until', title: words.tokenUntil },
        { id: 'used', title: words.tokenUsed },
        { id: 'tools', title: words.revoke, isTools: true },
      ]}
      rows={tokens.map((token) => ({
        id: token.tokenId,
        cells: {
          name: token.name,
          scope: token.scope === 'read' ? words.tokenScopeRead : words.tokenScopeWrite,
          until:
            token.expiresAt < now
              ? words.tokenExpired(shownDay(token.expiresAt))
              : shownDay(token.expiresAt),
          used: token.lastUsedAt === null ? words.tokenUnused : shownMoment(token.lastUsedAt),
          tools: (
            <Button name={words.revokeOf(token.name)} onPress={() => onRevoke(token)}>
              {words.revoke}
            </Button>
          ),
        },
      }))}
    />
  );
}

type RevokeProps = {
  readonly token: ApiToken;
  readonly organisationId: string;
  readonly onClose: () => void;
};

function Revoke({ token, organisationId, onClose }: RevokeProps) {
  const { konto: words, common, front } = useTexts();
  const revoke = useTokenCall(revokeToken, organisationId);
  const failure = useFailureText(revoke.error);
  const params = { organisationId, tokenId: token.tokenId };
  return (
    <ConfirmDialog
      isOpen
      title={words.revokeTitle(token.name)}
      confirmLabel={words.revokeConfirm}
      cancelLabel={common.cancel}
      look="danger"
      isPending={revoke.isPending}
      onConfirm={() => revoke.mutate({ params }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <p>{words.revokeBody}</p>
      {failure === undefined ? null : (
        <Notice tone="warn" heading={front.refused}>
          {failure}
        </Notice>
      )}
    </ConfirmDialog>
  );
}
