import { Navigate, Route, Routes } from 'react-router';
import { DemoPage } from '../features/inloggning/demo-page.tsx';
import { DonePage } from '../features/inloggning/done-page.tsx';
import { LoginPage } from '../features/inloggning/login-page.tsx';
import { loginPage } from '../lib/return-path.ts';
import { useSession } from '../lib/session.tsx';
import { OnItsWay } from '../ui/page/loading.tsx';
import { AccountShell } from './account-shell.tsx';
import { ClosedPage } from './closed-page.tsx';
import { AdministratorPage, InvitationPage, KontoPage, PasswordPage } from './lazy-pages.tsx';
import { OrganisationPages } from './organisation-pages.tsx';
import { SignedIn } from './signed-in.tsx';

/** Every address of the web: those for everybody, and those behind the login. */
export function App() {
  return (
    <OnItsWay>
      <Routes>
        <Route path={loginPage} element={<LoginPage />} />
        <Route path="/forsta-administrator" element={<AdministratorPage />} />
        <Route path="/inbjudan" element={<InvitationPage />} />
        <Route path="/nytt-losenord" element={<PasswordPage />} />
        <Route path="/demo" element={<DemoPage />} />
        <Route path="/inloggad" element={<DonePage />} />
        <Route element={<SignedIn />}>
          <Route
            path="/konto"
            element={
              <AccountShell>
                <OnItsWay>
                  <KontoPage />
                </OnItsWay>
              </AccountShell>
            }
          />
          <Route path="/:slug/*" element={<OrganisationPages />} />
          <Route path="*" element={<Start />} />
        </Route>
      </Routes>
    </OnItsWay>
  );
}

function Start() {
  const [first] = useSession().session.organisations;
  return first === undefined ? <ClosedPage /> : <Navigate to={`/${first.slug}`} replace />;
}
