import { useEffect } from 'react';
import type { Tjansteskrivelse } from '#domain/tjansteskrivelse.ts';

/** A text as a string of a style sheet: whatever it holds, it does not get out of it. */
export function cssString(text: string): string {
  const escaped = text.replaceAll(/[^\p{L}\p{N} .,·–/-]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\${code === 0 ? 'fffd' : code.toString(16)} `;
  });
  return `"${escaped}"`;
}

/** What stands at the edges of the printed pages: whose and which from the second, its state, its number. */
export function runningTexts({ runningHead, draft }: Tjansteskrivelse): string {
  return `@page skrivelse {
    @top-left { content: ${cssString(runningHead)}; }
    @bottom-left { content: ${cssString(draft ?? '')}; }
    @bottom-right { content: "Sida " counter(page) " av " counter(pages); }
  }
  @page skrivelse:first { @top-left { content: none; } }`;
}

/** Puts the running texts on the printed pages while the document is shown. */
export function useRunningTexts(skrivelse: Tjansteskrivelse): void {
  const rules = runningTexts(skrivelse);
  useEffect(() => {
    // A sheet made in code: the policy of the page lets no style element in.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets.push(sheet);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [rules]);
}
