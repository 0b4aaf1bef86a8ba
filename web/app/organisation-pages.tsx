import { type ReactNode, useEffect, useState } from 'react';
import { Navigate, Route, Routes, useParams } from 'react-router';
import { ArendeEditingProvider } from '../features/arenden/arende-editing.tsx';
import { BorgensutrymmePage } from '../features/borgensutrymme/borgensutrymme-page.tsx';
import { BudgetTabs } from '../features/investeringsbudget/budget-tabs.tsx';
import { InvesteringsbudgetPage } from '../features/investeringsbudget/investeringsbudget-page.tsx';
import { OversiktPage } from '../features/oversikt/oversikt-page.tsx';
import { hearProblems } from '../lib/api.ts';
import { ForecastEditingProvider } from '../lib/forecast-editing.tsx';
import { OrganisationProvider } from '../lib/organisation.tsx';
import { firstPageOf, type PageName, pagesOf } from '../lib/pages.ts';
import { useRole, useSession } from '../lib/session.tsx';
import { useTexts } from '../texts/language.tsx';
import { OnItsWay } from '../ui/page/loading.tsx';
import { Page } from '../ui/page/page.tsx';
import { type Bar, BarredPage, isBar } from './barred-page.tsx';
import { ClosedPage } from './closed-page.tsx';
import {
  ArendenPage,
  ArendePage,
  BehovPage,
  BorgenPage,
  CurvesPage,
  FleraArPage,
  ImportPage,
  InstallningarPage,
  KapitalkostnadPage,
  LoanImportPage,
  LoansPage,
  MappingPage,
  MotTrycketPage,
  OverforingspolicyPage,
  RevisionPage,
  SchedulePage,
  TankOmPage,
  TjansteskrivelsePage,
  UtfallPage,
  VillkorPage,
} from './lazy-pages.tsx';
import { Shell } from './shell.tsx';

/** The pages of the organisation of the address, for somebody who belongs to it. */
export function OrganisationPages() {
  const { slug } = useParams();
  const { session } = useSession();
  const organisation = session.organisations.find((one) => one.slug === slug);
  if (organisation === undefined) return <ClosedPage />;
  const { person, method, hasSecondFactor } = session;
  // Another person of the demo begins anew: nothing of the first one's is shown to the second.
  const whose = `${organisation.organisationId} ${person.personId}`;
  return (
    <OrganisationProvider value={organisation}>
      <Shell>
        <Barrier key={`${whose} ${method} ${hasSecondFactor}`}>
          <ForecastEditingProvider key={whose}>
            <ArendeEditingProvider>
              <Pages />
            </ArendeEditingProvider>
          </ForecastEditingProvider>
        </Barrier>
      </Shell>
    </OrganisationProvider>
  );
}

/** Says why where the organisation wants another login than this one. */
function Barrier({ children }: { readonly children: ReactNode }) {
  const [bar, setBar] = useState<Bar | null>(null);
  useEffect(
    () =>
      hearProblems((code) => {
        if (isBar(code)) setBar(code);
      }),
    [],
  );
  return bar === null ? children : <BarredPage bar={bar} />;
}

function Pages() {
  const role = useRole();
  const open = (page: PageName, shown: ReactNode): ReactNode =>
    pagesOf(role).includes(page) ? shown : <NotForRole />;
  return (
    <OnItsWay>
      <Routes>
        <Route index element={<Navigate to={firstPageOf(role)} replace />} />
        <Route path="oversikt" element={open('oversikt', <OversiktPage />)} />
        <Route
          path="investeringsbudget/:year?"
          element={open('investeringsbudget', <InvesteringsbudgetPage />)}
        />
        <Route
          path="investeringsbudget/:year?/utfall"
          element={open('investeringsbudget', <UtfallPage />)}
        />
        <Route
          path="investeringsbudget/flera-ar"
          element={open('investeringsbudget', <FleraArPage tabs={<BudgetTabs />} />)}
        />
        <Route
          path="investeringsbudget/villkor"
          element={open('investeringsbudget', <VillkorPage tabs={<BudgetTabs />} />)}
        />
        <Route
          path="investeringsbudget/kapitalkostnad"
          element={open('investeringsbudget', <KapitalkostnadPage tabs={<BudgetTabs />} />)}
        />
        <Route
          path="investeringsbudget/importer"
          element={open('investeringsbudget', <ImportPage />)}
        />
        <Route
          path="investeringsbudget/importer/kontokoppling"
          element={open('investeringsbudget', <MappingPage />)}
        />
        <Route path="arenden" element={open('arenden', <ArendenPage />)} />
        <Route path="arenden/behov/:year?" element={open('arenden', <BehovPage />)} />
        <Route path="arenden/policy" element={open('arenden', <OverforingspolicyPage />)} />
        <Route path="arenden/:arendeId" element={open('arenden', <ArendePage />)} />
        <Route
          path="arenden/:arendeId/tjansteskrivelse"
          element={open('arenden', <TjansteskrivelsePage />)}
        />
        <Route path="borgensutrymme" element={open('borgensutrymme', <BorgensutrymmePage />)} />
        <Route path="borgensutrymme/borgen" element={open('borgensutrymme', <BorgenPage />)} />
        <Route path="borgensutrymme/tank-om" element={open('borgensutrymme', <TankOmPage />)} />
        <Route path="lan" element={open('lan', <LoansPage />)} />
        <Route path="lan/betalplan" element={open('lan', <SchedulePage />)} />
        <Route path="lan/rantor" element={open('lan', <CurvesPage />)} />
        <Route path="lan/importera" element={open('lan', <LoanImportPage />)} />
        <Route
          path="borgensutrymme/mot-trycket"
          element={open('borgensutrymme', <MotTrycketPage />)}
        />
        <Route path="revision" element={open('revision', <RevisionPage />)} />
        <Route path="installningar" element={open('installningar', <InstallningarPage />)} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </OnItsWay>
  );
}

function NotForRole() {
  const { shell: words, administration } = useTexts();
  const role = useRole();
  const say =
    role === 'administrator'
      ? words.closedAdministrator
      : words.closedOther(administration.roleNames[role]);
  return <Page title={words.closedTitle} place="" say={say} isBare />;
}

function NotFound() {
  const { nav } = useTexts();
  return <Page title={nav.notFoundTitle} place="" say={nav.notFoundBody} isBare />;
}
