import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds and serves the web client; the server hands out `dist/web`. */
export default defineConfig({
  root: 'web',
  plugins: [react()],
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
          groups: [
            // Kept apart from the pages, so that a new version of Tkr leaves them in the cache.
            { name: 'react', test: /node_modules[/\\](?:react|react-dom|scheduler)[/\\]/ },
            // Before every schema, whichever page brings it: zod is told not to make code of text.
            { name: 'zod', test: /node_modules[/\\]zod[/\\]|zod-without-eval/ },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
