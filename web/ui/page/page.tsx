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

// Which page was shown last: the first one leaves the focus where the browser put it, and another
// year or column of the same page leaves it where the person is.
let pageBefore: string | null = null;

/** Puts the focus on the title, where what had it is gone. */
export function focusTitle(): void {
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
}

/** The frame of a page. A new page takes the focus to its title, so that it is read out. */
export function Page({ title, place, say, children }: PageProps) {
  const texts = useTexts();
  const { name, isDemo } = useOrganisation();
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    document.title = `${title} · ${name} · Tkr`;
  }, [title, name]);
  useEffect(() => {
    const [, , here = ''] = pathname.split('/');
    const isNew = pageBefore !== null && pageBefore !== here;
    pageBefore = here;
    if (isNew) heading.current?.focus({ preventScroll: true });
  }, [pathname]);
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
