import { useParams } from 'react-router';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useTexts } from '../../texts/language.tsx';
import { PageTabs } from './page-tabs.tsx';

/** The pages of the menu item Behov och ärenden. */
export function ArendeTabs() {
  const { arendeTabs: words, nav } = useTexts();
  const { slug } = useOrganisation();
  const isWithin = useParams()['arendeId'] !== undefined;
  const root = `/${slug}/arenden`;
  return (
    <PageTabs
      label={nav.arenden}
      tabs={[
        { to: root, label: words.arenden, isExact: true, isWithin },
        { to: `${root}/behov`, label: words.behov },
        { to: `${root}/policy`, label: words.policy },
      ]}
    />
  );
}
