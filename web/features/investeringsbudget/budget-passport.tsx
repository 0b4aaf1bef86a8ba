import { kindTerms } from '#contract/terms.ts';
import { formatFigureReference } from '#domain/figure-reference.ts';
import { isZero, sum } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { shown, shownMoment } from '../../lib/format.ts';
import { useLanguage } from '../../texts/language.tsx';
import { BeslutFacts } from '../../ui/beslut-facts.tsx';
import type { CellId } from '../../ui/grid/grid-types.ts';
import { Parts } from '../../ui/parts.tsx';
import { FollowFigure } from '../../ui/passport/follow-figure.tsx';
import { FigureSheet } from '../../ui/sheet.tsx';
import { type BudgetView, historyOf, type PostView } from './budget.ts';
import { beslutColumn, postsBehind, totalColumn } from './budget-rows.tsx';

/** What the passport is of. */
export type BudgetPassportProps = {
  readonly view: BudgetView;
  readonly cell: CellId | undefined;
};

/** Where a figure of the budget comes from: its entries, their decisions, and what they replaced. */
export function BudgetPassport({ view, cell }: BudgetPassportProps) {
  const { texts, language } = useLanguage();
  const { title, hint, empty } = texts.passport;
  if (cell === undefined) {
    return (
      <FigureSheet title={title} detail={hint}>
        {null}
      </FigureSheet>
    );
  }
  const columnId = cell.columnId === beslutColumn ? totalColumn : cell.columnId;
  const posts = postsBehind(view, { rowId: cell.rowId, columnId });
  const total = sum(posts.map(({ amount }) => amount));
  const nameOf = ({ lineId, kind }: PostView): string => {
    const line = view.lines.find(({ id }) => id === lineId)?.name ?? '';
    return kind === 'ursprunglig' ? line : `${line}, ${kindTerms[kind][language]}`;
  };
  const [first] = posts;
  const beslutIds = [...new Set(posts.map(({ beslutId }) => beslutId))];
  const detail =
    posts.length === 1 && first !== undefined ? nameOf(first) : texts.budget.place(view.year);
  return (
    <FigureSheet title={title} detail={detail}>
      {posts.length === 0 ? (
        <p className="small">{empty}</p>
      ) : (
        <p className="big-figure">{shown(total)}</p>
      )}
      {posts.length > 1 ? (
        <Parts
          parts={posts.map((post) => ({
            id: post.id,
            name: nameOf(post),
            amount: post.amount,
            figure: formatFigureReference({ kind: 'budgetpost', budgetpostId: post.id }),
          }))}
          total={total}
        />
      ) : null}
      {posts.length === 1 && first !== undefined ? (
        <>
          <PostFacts view={view} post={first} />
          <FollowFigure
            figure={formatFigureReference({ kind: 'budgetpost', budgetpostId: first.id })}
          />
        </>
      ) : null}
      {beslutIds.map((id) => {
        const beslut = view.beslut.find(({ beslutId }) => beslutId === id);
        return beslut === undefined ? null : <BeslutFacts key={id} beslut={beslut} />;
      })}
    </FigureSheet>
  );
}

function PostFacts({ view, post }: { readonly view: BudgetView; readonly post: PostView }) {
  const words = useLanguage().texts.passport;
  const [, ...replaced] = historyOf(view.posts, post);
  return (
    <dl className="facts">
      <dt>{words.exact}</dt>
      <dd>{formatSwedish(post.amount)} Tkr</dd>
      <dt>{words.typed}</dt>
      <dd>
        {post.createdBy}, {shownMoment(post.createdAt)}
        {post.comment === null ? '' : `. ${post.comment}`}
      </dd>
      {replaced.map((old) => (
        <div className="facts-row" key={old.id}>
          <dt>{shownMoment(old.createdAt)}</dt>
          <dd>
            {isZero(old.amount) && old.replacesId !== null
              ? words.voided
              : words.replaced(formatSwedish(old.amount))}
            , {old.createdBy}
          </dd>
        </div>
      ))}
    </dl>
  );
}
