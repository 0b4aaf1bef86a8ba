import { useOrganisation } from '../../lib/organisation.tsx';
import { useTexts } from '../../texts/language.tsx';
import { PageTabs } from '../../ui/page/page-tabs.tsx';

/** The pages of the menu item Lån. */
export function LoansTabs() {
  const { rateCurves, nav } = useTexts();
  const { slug } = useOrganisation();
  const root = `/${slug}/lan`;
  const words = rateCurves.tabs;
  return (
    <PageTabs
      label={nav.lan}
      tabs={[
        { to: root, label: words.loans, isExact: true },
        { to: `${root}/betalplan`, label: words.schedule },
        { to: `${root}/rantor`, label: words.rates },
        { to: `${root}/importera`, label: words.imports },
      ]}
    />
  );
}
