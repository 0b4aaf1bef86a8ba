import { Link } from 'react-router';
import { loginPage } from '../../lib/return-path.ts';
import { useTexts } from '../../texts/language.tsx';
import { FrontPage } from '../../ui/page/front-page.tsx';

/** Stands where a link was opened without its secret part, as after a reload. */
export function BrokenLink() {
  const texts = useTexts();
  return (
    <FrontPage title={texts.links.brokenTitle} say={texts.links.brokenBody}>
      <p>
        <Link to={loginPage}>{texts.front.toLogin}</Link>
      </p>
    </FrontPage>
  );
}
