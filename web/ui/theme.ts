/** What the reader can choose; `system` follows the machine. */
export type Theme = 'light' | 'dark' | 'system';

/** The reader's choice, as `public/theme.js` read it before the first paint. */
export function readTheme(): Theme {
  const chosen = document.documentElement.dataset['theme'];
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

/** Shows the choice at once and remembers it on this machine. */
export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem('tkr.theme', theme);
  } catch {
    // Storage can be closed by policy; the choice then lasts as long as the page.
  }
}
