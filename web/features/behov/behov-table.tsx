import { useState } from 'react';
import { formatFigureReference } from '#domain/figure-reference.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { useSaveQueue } from '../../lib/saving.ts';
import { useRight } from '../../lib/session.tsx';
import { useLanguage } from '../../texts/language.tsx';
import { Grid } from '../../ui/grid/grid.tsx';
import { gridLabelsEn, gridLabelsSv } from '../../ui/grid/grid-labels.ts';
import type { CellId } from '../../ui/grid/grid-types.ts';
import { Menu } from '../../ui/menu.tsx';
import { FigurePassport } from '../../ui/passport/figure-passport.tsx';
import { PassportTrail } from '../../ui/passport/trail.tsx';
import { FigureSheet, Sheet } from '../../ui/sheet.tsx';
import type { BehovView, ItemView, LineView } from './behov.ts';
import { behovColumns, behovRows, budgetColumn, gapColumn, sumRow } from './behov-rows.tsx';
import type { BehovEdits } from './use-behov-edits.ts';

/** What can be asked of the page from a row. */
export type RowWish =
  | { readonly kind: 'new'; readonly lineId: string | null }
  | { readonly kind: 'remove' | 'comment' | 'reprice'; readonly item: ItemView };

/** What the table takes. */
export type BehovTableProps = {
  readonly view: BehovView;
  readonly edits: BehovEdits;
  readonly onWish: (wish: RowWish) => void;
};

/** Items line by line, their volumes edited in place, and where the figure one stands in comes from. */
export function BehovTable({ view, edits, onWish }: BehovTableProps) {
  const { texts, language } = useLanguage();
  const queue = useSaveQueue();
  const mayEdit = useRight('editArende');
  const [active, setActive] = useState<CellId>();
  const lineControl = (line: LineView) => <LineMenu line={line} onWish={onWish} />;
  const itemControl = (item: ItemView) => <ItemMenu item={item} onWish={onWish} />;
  const rows = behovRows({ view, mayEdit, texts, lineControl, itemControl });
  const figure = active === undefined ? null : figureAt(view, active);
  return (
    <div className="behov-columns">
      <Sheet>
        <Grid
          label={texts.behov.tableLabel(view.year)}
          corner={texts.common.unit}
          columns={behovColumns(texts)}
          rows={rows}
          labels={language === 'en' ? gridLabelsEn : gridLabelsSv}
          {...(mayEdit ? { onCommit: edits.commit, onUndo: edits.undo, onRedo: edits.redo } : {})}
          status={edits.status}
          onProblemsChange={(count) => queue.hold('behov table', count > 0)}
          onActiveCellChange={(cell) => {
            if (cell !== undefined) setActive(cell);
          }}
        />
      </Sheet>
      {figure === null ? (
        <FigureSheet title={texts.passport.title}>
          <p className="small">{texts.passport.hint}</p>
        </FigureSheet>
      ) : (
        <PassportTrail start={figure}>
          <FigurePassport figure={figure} />
        </PassportTrail>
      )}
    </div>
  );
}

/** The reference of the figure in a cell; every cell of an item leads to the item. */
function figureAt({ year, items }: BehovView, { rowId, columnId }: CellId): string {
  const item = items.find(({ id }) => id === rowId);
  if (item !== undefined) return formatFigureReference({ kind: 'behovItem', behovId: item.id });
  const lineId = rowId === sumRow ? null : rowId;
  if (columnId === budgetColumn) {
    return formatFigureReference({ kind: 'budget', year, lineId, postKind: null });
  }
  return formatFigureReference({ kind: columnId === gapColumn ? 'gap' : 'behov', year, lineId });
}

type LineMenuProps = {
  readonly line: LineView;
  readonly onWish: (wish: RowWish) => void;
};

function LineMenu({ line, onWish }: LineMenuProps) {
  const { behov: words } = useLanguage().texts;
  return (
    <Menu
      look="heading"
      name={words.itemMenu(line.name)}
      trigger={line.name}
      actions={[
        {
          id: 'new',
          label: words.newItemHere,
          onAction: () => onWish({ kind: 'new', lineId: line.lineId }),
        },
      ]}
    />
  );
}

type ItemMenuProps = {
  readonly item: ItemView;
  readonly onWish: (wish: RowWish) => void;
};

function ItemMenu({ item, onWish }: ItemMenuProps) {
  const { behov: words } = useLanguage().texts;
  const { article, newer } = item;
  const reprice = {
    id: 'reprice',
    label: words.reprice(newer === null ? '' : formatSwedish(newer.amount)),
    onAction: () => onWish({ kind: 'reprice', item }),
  };
  return (
    <Menu
      look="heading"
      name={words.itemMenu(article.name)}
      trigger={article.name}
      actions={[
        ...(newer === null ? [] : [reprice]),
        { id: 'comment', label: words.comment, onAction: () => onWish({ kind: 'comment', item }) },
        {
          id: 'remove',
          label: words.remove,
          tone: 'danger',
          onAction: () => onWish({ kind: 'remove', item }),
        },
      ]}
    />
  );
}
