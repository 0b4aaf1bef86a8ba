import type { PassportAnswer } from '#contract/passport.ts';
import { kindTerms } from '#contract/terms.ts';
import { isZero, tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { shownMoment } from '../../lib/format.ts';
import { useLanguage } from '../../texts/language.tsx';

/** The entry behind a figure and what it replaced, the newest first; one that stands alone says nothing. */
export function PassportPosts({ posts }: { readonly posts: PassportAnswer['posts'] }) {
  const { texts, language } = useLanguage();
  const words = texts.figurePassport;
  if (posts.length < 2) return null;
  return (
    <section className="passport-part" aria-label={words.history}>
      <p className="passport-heading">{words.history}</p>
      <ul className="passport-list">
        {posts.toReversed().map((post) => (
          <li key={post.budgetpostId}>
            {kindTerms[post.kind][language]} {formatSwedish(tkr(post.amount))}, {post.createdBy},{' '}
            {shownMoment(post.createdAt)}
            {post.isInForce ? null : <span className="small"> ({words.replaced})</span>}
            {post.isInForce && post.replacesId !== null && isZero(tkr(post.amount)) ? (
              <span className="small"> ({texts.passport.voided})</span>
            ) : null}
            {post.comment === null ? null : <p className="small">{post.comment}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
