import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { proposeCorrections } from '#contract/arende.ts';
import type { ArendeSummary } from '#contract/arende-answer.ts';
import { tkr } from '#domain/tkr.ts';
import { callApi } from '../lib/api.ts';
import { arendenKey, keepArende } from '../lib/arenden.ts';
import { useFailureText } from '../lib/failure-text.ts';
import { shown } from '../lib/format.ts';
import { useOrganisation } from '../lib/organisation.tsx';
import { useRight } from '../lib/session.tsx';
import { useTexts } from '../texts/language.tsx';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

/** What the notice is about. */
export type MovedBasisProps = {
  readonly arende: Pick<ArendeSummary, 'arendeId' | 'dnr' | 'title' | 'movedBasis'>;
  /** Where the notice stands outside the ärende's own page. */
  readonly showsLink?: boolean;
};

/** Says that less was unused than a decided ärende carried over, by how much, and what to do. */
export function MovedBasis({ arende, showsLink = false }: MovedBasisProps) {
  const { arende: words } = useTexts();
  const { slug } = useOrganisation();
  const navigate = useNavigate();
  const mayEdit = useRight('editArende');
  const propose = useProposeCorrections(arende.arendeId);
  const failure = useFailureText(propose.error);
  if (arende.movedBasis === null) return null;
  const { excess, rows } = arende.movedBasis;
  const open = (arendeId: string): void => void navigate(`/${slug}/arenden/${arendeId}`);
  return (
    <Notice
      tone="warn"
      live="status"
      heading={words.movedTitle(arende.dnr ?? arende.title, shown(tkr(excess)))}
      actions={
        <>
          {showsLink ? (
            <Button onPress={() => open(arende.arendeId)}>{words.openArende}</Button>
          ) : null}
          {mayEdit ? (
            <Button
              look="primary"
              isPending={propose.isPending}
              onPress={() =>
                propose.mutate(undefined, { onSuccess: ({ arendeId }) => open(arendeId) })
              }
            >
              {words.proposeCorrection}
            </Button>
          ) : null}
        </>
      }
    >
      {rows.map((row) => (
        <p key={`${row.lineId} ${row.fromYear} ${row.year}`}>
          {row.unused === null || row.excess === null
            ? words.movedUnknown(row.lineName, shown(tkr(row.carried)), row.fromYear)
            : words.movedRow(row.lineName, row.fromYear, {
                carried: shown(tkr(row.carried)),
                unused: shown(tkr(row.unused)),
                excess: shown(tkr(row.excess)),
              })}
        </p>
      ))}
      {failure === undefined ? null : <p>{failure}</p>}
    </Notice>
  );
}

function useProposeCorrections(arendeId: string) {
  const client = useQueryClient();
  const { organisationId } = useOrganisation();
  return useMutation({
    mutationFn: () =>
      callApi(
        proposeCorrections,
        { params: { organisationId, arendeId } },
        { idempotencyKey: crypto.randomUUID() },
      ),
    onSuccess: (answer) => keepArende(client, organisationId, answer),
    onSettled: () => client.invalidateQueries({ queryKey: arendenKey(organisationId) }),
  });
}
