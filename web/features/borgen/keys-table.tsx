import { type ShareKeyAnswer, type ShareKeyList, toShareKey } from '#contract/borgen.ts';
import { totalWeight } from '#domain/forecast/share-key-rules.ts';
import { formatShare, formatWeight, percentShares } from '#domain/forecast/share-words.ts';
import { useTexts } from '../../texts/language.tsx';
import { Menu } from '../../ui/menu.tsx';

/** What the table takes; without the two ways to change it is only read. */
export type KeysTableProps = {
  readonly list: ShareKeyList;
  readonly onChange?: (key: ShareKeyAnswer) => void;
  readonly onRemove?: (key: ShareKeyAnswer) => void;
};

/** A row a member and a column a key, the newest first: what it counts by, and its share of the whole. */
export function KeysTable({ list, onChange, onRemove }: KeysTableProps) {
  const { borgen: words, common } = useTexts();
  const keys = list.keys.toReversed().map((stored) => {
    const key = toShareKey(stored);
    return { stored, key, percents: percentShares(key) };
  });
  const members = list.members.filter(({ memberId }) =>
    list.keys.some(({ parts }) => parts.some((part) => part.memberId === memberId)),
  );
  return (
    // A region that scrolls must be reached by the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="borgen-scroll" role="group" aria-label={words.keysTable} tabIndex={0}>
      <table className="borgen-table" aria-label={words.keysTable}>
        <thead>
          <tr>
            <th scope="col">{words.member}</th>
            {keys.map(({ stored }) => (
              <th key={stored.keyId} scope="col">
                {onChange === undefined || onRemove === undefined ? (
                  words.from(stored.validFrom)
                ) : (
                  <Menu
                    look="heading"
                    trigger={words.from(stored.validFrom)}
                    name={words.keyTools(stored.validFrom)}
                    actions={[
                      { id: 'change', label: words.changeKey, onAction: () => onChange(stored) },
                      {
                        id: 'remove',
                        label: words.removeKey,
                        tone: 'danger',
                        onAction: () => onRemove(stored),
                      },
                    ]}
                  />
                )}
                <small>{words.types[stored.type]}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map(({ memberId, name }) => (
            <tr key={memberId}>
              <th scope="row">{name}</th>
              {keys.map(({ stored, key, percents }) => {
                const part = key.parts.find((one) => one.memberId === memberId);
                const share = percents.find((one) => one.memberId === memberId);
                if (part === undefined || share === undefined) return <td key={stored.keyId}>–</td>;
                return (
                  <td key={stored.keyId}>
                    {formatWeight(key.type, part.weight)}
                    {key.type === 'percent' ? null : <small>{formatShare(share.percent)}</small>}
                  </td>
                );
              })}
            </tr>
          ))}
          <tr className="borgen-sum">
            <th scope="row">{common.sum}</th>
            {keys.map(({ stored, key }) => (
              <td key={stored.keyId}>{formatWeight(key.type, totalWeight(key))}</td>
            ))}
          </tr>
          <tr className="borgen-source">
            <th scope="row">{words.source}</th>
            {keys.map(({ stored }) => (
              <td key={stored.keyId}>{stored.source}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
