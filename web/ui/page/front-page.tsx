import { type ReactNode, useEffect } from 'react';
import { useTexts } from '../../texts/language.tsx';
import { Preferences } from './preferences.tsx';
import { useTitleFocus } from './title-focus.ts';
import './front.css';

/** What a page outside the organisations takes. */
export type FrontPageProps = {
  readonly title: string;
  /** What the page is for, in a sentence. */
  readonly say?: ReactNode;
  readonly children?: ReactNode;
  /** What else one can do, beside it. */
  readonly aside?: ReactNode;
};

/** A page without navigation: the mark to the left, and one thing to do. */
export function FrontPage({ title, say, children, aside }: FrontPageProps) {
  const texts = useTexts().front;
  const heading = useTitleFocus(`front ${title}`);
  useEffect(() => {
    document.title = `${title} · Tkr`;
  }, [title]);
  return (
    <div className="front">
      <header className="front-side">
        <p className="front-mark">
          Tkr<small>{texts.tagline}</small>
        </p>
        <section className="front-preferences" aria-label={texts.preferences}>
          <Preferences />
        </section>
      </header>
      <main className="front-main">
        <div className="front-head">
          <h1 className="page-title" ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {say === undefined ? null : <p className="say">{say}</p>}
        </div>
        <div className="front-columns">
          <div className="front-work">{children}</div>
          {aside === undefined || aside === null ? null : (
            <aside className="front-aside">{aside}</aside>
          )}
        </div>
      </main>
    </div>
  );
}
