import { formatSwedish } from '#domain/tkr-swedish.ts';
import { useFailureText } from '../../lib/failure-text.ts';
import { useRight } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { BehovView } from './behov.ts';
import { useItemAction } from './behov-actions.ts';
import { itemName } from './use-behov-edits.ts';

/** Tells which needs are calculated with another price than the year's, and offers to recalculate. */
export function NewerPrices({ view }: { readonly view: BehovView }) {
  const { behov: words } = useTexts();
  const mayEdit = useRight('editArende');
  const action = useItemAction(view.year);
  const failure = useFailureText(action.error);
  const newer = view.items.flatMap((item) =>
    item.newer === null ? [] : [{ item, next: item.newer }],
  );
  if (newer.length === 0) return null;
  const prices = newer.map(({ item, next }) => ({ behovId: item.id, priceId: next.id }));
  const button = (
    <Button isPending={action.isPending} onPress={() => action.mutate({ kind: 'reprice', prices })}>
      {words.repriceAll}
    </Button>
  );
  return (
    <Notice
      heading={words.newerTitle(newer.length)}
      live="status"
      {...(mayEdit ? { actions: button } : {})}
    >
      <p>{words.newerBody}</p>
      <ul className="behov-newer">
        {newer.map(({ item, next }) => (
          <li key={item.id}>
            {words.newerItem(
              itemName(item, view),
              formatSwedish(item.price.amount),
              formatSwedish(next.amount),
              next.validFrom,
            )}
          </li>
        ))}
      </ul>
      {failure === undefined ? null : <p role="alert">{failure}</p>}
    </Notice>
  );
}
