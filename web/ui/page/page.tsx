import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Mark } from '../mark.tsx';
import { SaveIndicator } from './save-indicator.tsx';

/** What every page has: where one is, a title, one conclusion, and then the work. */
export type PageProps = {
  readonly title: string;
  /** What the page shows, at the top: "Prognos 2025–2026". */
  readonly place: string;
  readonly say?: ReactNode;
  readonly children: ReactNode;
};

/** The frame of a page. A new page takes the focus to its title, so that it is read out. */
export function Page({ title, place, say, children }: PageProps) {
  const texts = useTexts();
  const { name, isDemo } = useOrganisation();
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname, key } = useLocation();
  useEffect(() => {
    document.title = `${title} · ${name} · Tkr`;
  }, [title, name]);
  useEffect(() => {
    // The first page leaves the focus where the browser put it.
    if (key !== 'default' && pathname !== '') heading.current?.focus({ preventScroll: true });
  }, [pathname, key]);
  return (
    <>
      <div className="page-bar">
        <span className="page-bar-place">{place}</span>
        {isDemo ? <Mark isPill>{texts.common.demo}</Mark> : null}
        <span>{texts.common.amountsInTkr}</span>
        <span className="page-bar-end">
          <SaveIndicator />
        </span>
      </div>
      <p className="print-only small">
        {name} · {place} · {title}
      </p>
      <h1 className="page-title" ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {say === undefined ? null : <p className="say">{say}</p>}
      {children}
    </>
  );
}
