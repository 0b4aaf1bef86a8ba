import { Link } from 'react-router';
import type { Answer } from '#contract/endpoint.ts';
import type { getUtfallSource } from '#contract/utfall.ts';
import { tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { type UtfallTarget, utfallTargets } from '#domain/utfall-terms.ts';
import { shown, shownMoment } from '../../../lib/format.ts';
import { useOrganisation } from '../../../lib/organisation.tsx';
import { useRight } from '../../../lib/session.tsx';
import { useTexts } from '../../../texts/language.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Loading } from '../../../ui/page/loading.tsx';
import { groupItems, itemsOf } from './file-groups.ts';
import { FileFacts, Warnings } from './file-section.tsx';
import { useImport, useLines } from './import-queries.ts';
import { groupName, namesOf } from './rule-words.ts';

/** An import as a whole: the file, its warnings, where its amounts went, and what went nowhere. */
export function ImportDialog({
  sourceId,
  onClose,
}: {
  readonly sourceId: string;
  readonly onClose: () => void;
}) {
  const { common, imports: words } = useTexts();
  const query = useImport(sourceId);
  return (
    <Dialog
      isOpen
      size="wide"
      closesOnPressOutside
      title={query.data?.source.fileName ?? words.title}
      closeLabel={common.close}
      onClose={onClose}
    >
      {query.data === undefined ? <Loading query={query} /> : <Told answer={query.data} />}
    </Dialog>
  );
}

function Told({ answer }: { readonly answer: Answer<typeof getUtfallSource> }) {
  const { imports: words, mapping, utfall } = useTexts();
  const { slug } = useOrganisation();
  const mayEdit = useRight('editUtfall');
  const lines = useLines();
  const { source, facts, warnings, places, unmapped } = answer;
  const nameOf = ({ target, lineId, driftrad }: (typeof places)[number]): string => {
    if (target !== 'line') return [utfall.targets[target], driftrad].filter(Boolean).join(': ');
    return lines.data?.find((line) => line.lineId === lineId)?.name ?? mapping.goneLine;
  };
  const names = namesOf(facts, mapping);
  const groups = groupItems(itemsOf(unmapped, source.years), { by: 'both' });
  return (
    <div className="stack">
      <p className="small">
        {source.createdBy}, {shownMoment(source.createdAt)}
        {source.undoneAt === null
          ? ''
          : `. ${words.undoneBy(source.undoneBy ?? '', shownMoment(source.undoneAt))}`}
      </p>
      {facts === null ? null : <FileFacts {...source} facts={facts} />}
      <Warnings warnings={warnings} count={source.warningCount} />
      {places.length === 0 ? null : (
        <DataTable
          label={words.placesLabel}
          columns={[
            { id: 'place', title: words.placesLabel },
            { id: 'year', title: words.year },
            { id: 'amount', title: mapping.amount, isFigure: true },
          ]}
          rows={inOrder(places).map((place) => ({
            id: `${place.year} ${place.target} ${place.lineId ?? place.driftrad ?? ''}`,
            cells: {
              place: nameOf(place),
              year: place.year,
              amount: shown(tkr(place.amount)),
            },
          }))}
        />
      )}
      {groups.length === 0 ? null : (
        <DataTable
          label={utfall.targets.unmapped}
          columns={[
            { id: 'what', title: utfall.targets.unmapped },
            { id: 'amount', title: mapping.amount, isFigure: true },
          ]}
          rows={groups.map((group) => ({
            id: group.key,
            cells: {
              what: groupName(group.condition, names, mapping),
              amount: formatSwedish(group.amount, 0),
            },
          }))}
        />
      )}
      {mayEdit && source.undoneAt === null ? (
        <p>
          <Link
            className="button button-standard"
            to={`/${slug}/investeringsbudget/importer/kontokoppling?import=${source.sourceId}`}
          >
            {mapping.remap}
          </Link>
        </p>
      ) : null}
    </div>
  );
}

// What went to lines first, and what went nowhere last.
function inOrder<Place extends { readonly target: UtfallTarget; readonly year: number }>(
  places: readonly Place[],
): Place[] {
  const order = (place: Place): number => utfallTargets.indexOf(place.target);
  return places.toSorted((left, right) => left.year - right.year || order(left) - order(right));
}
