import type { ReactNode } from 'react';
import type { PassportAnswer } from '#contract/passport.ts';
import { tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { shown, shownMoment } from '../../lib/format.ts';
import { usePassport } from '../../lib/passport.ts';
import { useLanguage } from '../../texts/language.tsx';
import { Loading } from '../page/loading.tsx';
import { FigureSheet } from '../sheet.tsx';
import { PassportDecisions } from './passport-decisions.tsx';
import { PassportParts } from './passport-parts.tsx';
import { PassportPosts } from './passport-posts.tsx';
import { PassportSources } from './passport-sources.tsx';
import './passport.css';

/** What the passport of a figure takes. */
export type FigurePassportProps = {
  /** The figure's reference, as `formatFigureReference` writes it. */
  readonly figure: string;
  /** The way back to the passport that led here. */
  readonly back?: ReactNode;
};

/** Where a figure comes from, as deep as there is. */
export function FigurePassport({ figure, back }: FigurePassportProps) {
  const { texts, language } = useLanguage();
  const query = usePassport(figure);
  const passport = query.data;
  return (
    <FigureSheet title={texts.passport.title} detail={passport?.title[language]}>
      {back === undefined ? null : <div className="passport-back">{back}</div>}
      {passport === undefined ? <Loading query={query} /> : <Facts passport={passport} />}
    </FigureSheet>
  );
}

function Facts({ passport }: { readonly passport: PassportAnswer }) {
  const { texts, language } = useLanguage();
  const words = texts.figurePassport;
  const { amount, formula, facts, people, printed } = passport;
  return (
    <>
      {amount === null ? (
        <p className="small">{texts.passport.empty}</p>
      ) : (
        <p className="big-figure">{shown(tkr(amount))}</p>
      )}
      <PassportParts parts={passport.parts} total={amount} />
      <dl className="facts">
        {amount === null ? null : (
          <>
            <dt>{texts.passport.exact}</dt>
            <dd>{formatSwedish(tkr(amount))} Tkr</dd>
          </>
        )}
        {formula === null ? null : (
          <>
            <dt>{words.formula}</dt>
            <dd>{formula[language]}</dd>
          </>
        )}
        {facts.map(({ label, text }) => (
          <div className="facts-row" key={label.sv}>
            <dt>{label[language]}</dt>
            <dd>{text[language]}</dd>
          </div>
        ))}
        {people.map(({ did, by, at, comment }) => (
          <div className="facts-row" key={`${at} ${did.sv}`}>
            <dt>{did[language]}</dt>
            <dd>
              {by}, {shownMoment(at)}
              {comment === null ? '' : `. ${comment}`}
            </dd>
          </div>
        ))}
        {printed.map((one) => (
          <div className="facts-row" key={`${one.printedIn} ${one.source} ${one.printed}`}>
            <dt>{words.printed}</dt>
            <dd>
              {shown(tkr(one.printed))}, {one.source}
            </dd>
          </div>
        ))}
      </dl>
      <PassportDecisions passport={passport} />
      <PassportPosts posts={passport.posts} />
      <PassportSources sources={passport.sources} />
      {passport.basis.length === 0 ? null : (
        <section className="passport-part" aria-label={words.basis}>
          <p className="passport-heading">{words.basis}</p>
          <PassportParts parts={passport.basis} total={null} />
        </section>
      )}
    </>
  );
}
