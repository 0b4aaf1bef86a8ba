import { Link } from 'react-router';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useTexts } from '../../texts/language.tsx';

/** The way to the tjänsteskrivelse of an ärende. */
export function TjansteskrivelseLinks({ arendeId }: { readonly arendeId: string }) {
  const { arende: words } = useTexts();
  const { slug } = useOrganisation();
  return (
    <Link className="button button-standard" to={`/${slug}/arenden/${arendeId}/tjansteskrivelse`}>
      {words.tjansteskrivelse}
    </Link>
  );
}
