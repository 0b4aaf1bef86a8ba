import { useEffect } from 'react';
import { tellOtherTabs } from '../../lib/tabs.ts';
import { useTexts } from '../../texts/language.tsx';
import { FrontPage } from '../../ui/page/front-page.tsx';

/** Where a login in a tab of its own ends: the page that waits for it hears, and goes on. */
export function DonePage() {
  const words = useTexts().links;
  useEffect(() => tellOtherTabs('changed'), []);
  return <FrontPage title={words.doneTitle} say={words.doneBody} />;
}
