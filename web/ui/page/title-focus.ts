import { type RefObject, useEffect, useRef } from 'react';

// Which page was shown last: the first one leaves the focus where the browser put it, and another
// year or column of the same page leaves it where the person is. The same page of another
// organisation is another page.
let pageBefore: string | null = null;

/** Puts the focus on the title, where what had it is gone. */
export function focusTitle(): void {
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
}

/**
 * What makes an address another page: all of it but the year. `/itsam/investeringsbudget/2025/utfall`
 * is `itsam investeringsbudget utfall`.
 */
export function pageOf(pathname: string): string {
  const parts = pathname.split('/').filter((part) => part !== '' && !/^\d{4}$/u.test(part));
  return parts.join(' ');
}

/** Takes the focus to the title of a new page, so that it is read out; a field may have it before. */
export function useTitleFocus(page: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const isNew = pageBefore !== null && pageBefore !== page;
    pageBefore = page;
    const { activeElement } = document;
    const isInField = activeElement instanceof HTMLInputElement;
    if (isNew && !isInField) heading.current?.focus({ preventScroll: true });
  }, [page]);
  return heading;
}
