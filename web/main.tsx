import './lib/zod-without-eval.ts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import './styles/tokens.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/page.css';
import { App } from './app/app.tsx';
import { isRefusal } from './lib/api.ts';
import { takeLinkSecrets } from './lib/link-secret.ts';
import { keepPassportsFresh } from './lib/passport.ts';
import { LanguageProvider } from './texts/language.tsx';
import './styles/print.css';

takeLinkSecrets();

// The browser can bring back a whole page as it was left, figures and all, after a logout.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload();
});

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // The server is often on the same machine or network: a browser that calls itself offline
      // can reach it all the same.
      networkMode: 'always',
      retry: (failures, error) => !isRefusal(error) && failures < 2,
      staleTime: 5_000,
    },
    mutations: { networkMode: 'always' },
  },
});

keepPassportsFresh(client);

const root = document.querySelector('#root');
if (root === null) throw new Error('index.html has lost its root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <BrowserRouter>
          <App />
        </BrowserRouter>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
