import { useEffect } from 'react';
import { useLocation, useParams } from 'react-router';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useTexts } from '../../texts/language.tsx';
import { PageTabs } from '../../ui/page/page-tabs.tsx';

// The year that was looked at last: pages without a year lead back to it.
let yearBefore: string | null = null;

/** The pages of the investeringsbudget; those of one year keep the year that was looked at. */
export function BudgetTabs() {
  const { budgetTabs: words, nav, villkor, kapitalkostnad } = useTexts();
  const { slug } = useOrganisation();
  const { pathname } = useLocation();
  const { year: given } = useParams();
  const year = given !== undefined && /^\d{4}$/u.test(given) ? given : null;
  useEffect(() => {
    if (year !== null) yearBefore = year;
  }, [year]);
  const root = `/${slug}/investeringsbudget`;
  // The newest year has an address without a year too.
  const isNewest = year === null && [root, `${root}/utfall`].includes(pathname);
  const shown = isNewest ? null : (year ?? yearBefore);
  const ofYear = shown === null ? root : `${root}/${shown}`;
  return (
    <PageTabs
      label={nav.investeringsbudget}
      tabs={[
        { to: ofYear, label: words.budget, isExact: true },
        { to: `${ofYear}/utfall`, label: words.utfall },
        { to: `${root}/flera-ar`, label: words.severalYears },
        { to: `${root}/villkor`, label: villkor.tab },
        { to: `${root}/kapitalkostnad`, label: kapitalkostnad.tab },
        { to: `${root}/importer`, label: words.imports },
      ]}
    />
  );
}
