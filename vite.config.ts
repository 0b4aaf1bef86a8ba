import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** React Aria ships its own strings in some thirty languages; Tkr speaks two of them. */
const spokenLocale = /[/\\]intl[/\\](?:.+[/\\])?(?:sv-SE|en-US)\.mjs$/;
const anyLocale =
  /[/\\]react-aria(?:-components)?[/\\].*[/\\]intl[/\\].*[/\\]?[a-z]{2}-[A-Z]{2}\.mjs$/;

function withoutForeignLocales(): Plugin {
  return {
    name: 'tkr:without-foreign-locales',
    apply: 'build',
    load(id) {
      return anyLocale.test(id) && !spokenLocale.test(id) ? 'export default {};' : null;
    },
  };
}

/** Builds and serves the web client; the server hands out `dist/web`. */
export default defineConfig({
  root: 'web',
  plugins: [react(), withoutForeignLocales()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // The content security policy takes fonts and pictures from files only, never from data: URLs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // light-dark() carries both palettes in one rule and must reach the browser as written.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Kept apart from the pages, so that a new version of Tkr leaves them in the cache.
          groups: [{ name: 'react', test: /node_modules[/\\](?:react|react-dom|scheduler)[/\\]/ }],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
