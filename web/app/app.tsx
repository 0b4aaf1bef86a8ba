import { useQuery } from '@tanstack/react-query';
import { Navigate, Route, Routes, useParams } from 'react-router';
import { listOrganisations } from '#contract/organisations.ts';
import { BorgensutrymmePage } from '../features/borgensutrymme/borgensutrymme-page.tsx';
import { InvesteringsbudgetPage } from '../features/investeringsbudget/investeringsbudget-page.tsx';
import { OversiktPage } from '../features/oversikt/oversikt-page.tsx';
import { callApi } from '../lib/api.ts';
import { ForecastEditingProvider } from '../lib/forecast-editing.tsx';
import { OrganisationProvider } from '../lib/organisation.tsx';
import { useTexts } from '../texts/language.tsx';
import { Loading } from '../ui/page/loading.tsx';
import { Page } from '../ui/page/page.tsx';
import { Shell } from './shell.tsx';

/** Finds the organisation of the address, and shows its page. */
export function App() {
  const query = useQuery({
    queryKey: ['organisations'],
    queryFn: () => callApi(listOrganisations, { params: {} }),
  });
  if (query.data === undefined) return <Loading query={query} />;
  const [first] = query.data.organisations;
  return (
    <Routes>
      <Route path="/:slug/*" element={<Organisation organisations={query.data.organisations} />} />
      <Route path="*" element={<Navigate to={`/${first?.slug ?? ''}/oversikt`} replace />} />
    </Routes>
  );
}

type Organisations = Awaited<ReturnType<typeof callApi<typeof listOrganisations>>>['organisations'];

function Organisation({ organisations }: { readonly organisations: Organisations }) {
  const { slug } = useParams();
  const organisation = organisations.find((candidate) => candidate.slug === slug);
  if (organisation === undefined) return <Navigate to="/" replace />;
  return (
    <OrganisationProvider value={organisation}>
      <ForecastEditingProvider key={organisation.organisationId}>
        <Shell>
          <Routes>
            <Route index element={<Navigate to="oversikt" replace />} />
            <Route path="oversikt" element={<OversiktPage />} />
            <Route path="investeringsbudget/:year?" element={<InvesteringsbudgetPage />} />
            <Route path="borgensutrymme" element={<BorgensutrymmePage />} />
            <Route path="*" element={<NotFound />} />
          </Routes>
        </Shell>
      </ForecastEditingProvider>
    </OrganisationProvider>
  );
}

function NotFound() {
  const texts = useTexts();
  return (
    <Page title={texts.nav.notFoundTitle} place="" say={texts.nav.notFoundBody}>
      {null}
    </Page>
  );
}
