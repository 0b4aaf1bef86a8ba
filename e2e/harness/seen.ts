import type { Locator } from 'playwright-core';

/** The little of the browser's own elements that is read here; the compiler has no browser in it. */
type Piece = {
  readonly textContent: string | null;
  readonly cloneNode: (deep: true) => Piece;
  readonly querySelectorAll: (selector: string) => Iterable<Piece>;
  readonly remove: () => void;
};

/** A text with plain spaces where it keeps words and figures together. */
export function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

/** What a person sees of an element: its words without those for screen readers only. */
export async function seen(locator: Locator): Promise<string> {
  return (await seenOfAll(locator))[0] ?? '';
}

/** See `seen`; of every element that a locator has, in the order of the page, without some parts. */
export async function seenOfAll(locator: Locator, without?: string): Promise<string[]> {
  const inEach = await seenInEach(locator, ':scope', without);
  return inEach.flat();
}

/** See `seen`; for every element that a locator has, its parts that a selector finds. */
export async function seenInEach(
  locator: Locator,
  parts: string,
  without = '',
): Promise<string[][]> {
  const unseen = ['.visually-hidden', '[hidden]', without].filter(Boolean).join();
  const texts = await locator.evaluateAll(
    (pieces: Piece[], { parts, unseen }) =>
      pieces.map((piece) => {
        const found = parts === ':scope' ? [piece] : [...piece.querySelectorAll(parts)];
        return found.map((part) => {
          const copy = part.cloneNode(true);
          for (const hidden of copy.querySelectorAll(unseen)) hidden.remove();
          return copy.textContent ?? '';
        });
      }),
    { parts, unseen },
  );
  return texts.map((each) => each.map((text) => plain(text).trim()));
}
