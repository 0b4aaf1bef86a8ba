import { type ReactNode, type RefObject, useEffect } from 'react';
import { useLocation } from 'react-router';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useRight } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Mark } from '../mark.tsx';
import { SaveIndicator } from './save-indicator.tsx';
import { pageOf, useTitleFocus } from './title-focus.ts';

/** What every page has: where one is, a title, one conclusion, and then the work. */
export type PageProps = {
  readonly title: string;
  /** What the page shows, at the top: "Prognos 2025–2026". */
  readonly place: string;
  readonly say?: ReactNode;
  /** A page that says why there is no page: nothing of its own above the title. */
  readonly isBare?: boolean;
  /** The links between this page and the others of its menu item. */
  readonly tabs?: ReactNode;
  readonly children?: ReactNode;
};

/** Names the document, and takes the focus to the title of a new page, so that it is read out. */
export function usePageHeading(documentTitle: string): RefObject<HTMLHeadingElement | null> {
  const { pathname } = useLocation();
  const heading = useTitleFocus(pageOf(pathname));
  useEffect(() => {
    document.title = `${documentTitle} · Tkr`;
  }, [documentTitle]);
  return heading;
}

/** The frame of a page. What is about figures is said to those who see them. */
export function Page({ title, place, say, tabs, isBare = false, children }: PageProps) {
  const texts = useTexts();
  const { name, isDemo } = useOrganisation();
  const heading = usePageHeading(`${title} · ${name}`);
  const readsFigures = useRight('readFigures');
  const edits = useRight('editBudget');
  return (
    <>
      {isBare ? null : (
        <div className="page-bar">
          <span className="page-bar-place">{place}</span>
          {isDemo ? <Mark isPill>{texts.common.demo}</Mark> : null}
          {readsFigures ? <span>{texts.common.amountsInTkr}</span> : null}
          {edits ? (
            <span className="page-bar-end">
              <SaveIndicator />
            </span>
          ) : null}
        </div>
      )}
      {tabs}
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
