import { useOrganisation } from '../../lib/organisation.tsx';
import { useTexts } from '../../texts/language.tsx';
import { PageTabs } from './page-tabs.tsx';

/** The pages of the menu item Borgensutrymme. */
export function BorgenTabs() {
  const { borgenTabs: words, nav, tankOm, motTrycket } = useTexts();
  const { slug } = useOrganisation();
  const root = `/${slug}/borgensutrymme`;
  return (
    <PageTabs
      label={nav.borgensutrymme}
      tabs={[
        { to: root, label: words.prognos, isExact: true },
        { to: `${root}/tank-om`, label: tankOm.title },
        { to: `${root}/borgen`, label: words.borgen },
        { to: `${root}/mot-trycket`, label: motTrycket.tab },
      ]}
    />
  );
}
