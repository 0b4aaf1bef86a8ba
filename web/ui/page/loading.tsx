import { useTexts } from '../../texts/language.tsx';
import { Button } from '../button.tsx';
import { Notice } from '../notice.tsx';

/** What a fetch tells about itself. */
export type Fetching = { readonly isError: boolean; readonly refetch: () => unknown };

/** Stands where a page will be: still on its way, or not to be had. */
export function Loading({ query }: { readonly query: Fetching }) {
  const texts = useTexts();
  if (!query.isError) return <p className="loading">{texts.common.loading}</p>;
  return (
    <Notice
      tone="warn"
      heading={texts.common.loadFailed}
      actions={<Button onPress={() => void query.refetch()}>{texts.common.tryAgain}</Button>}
    >
      {texts.common.loadFailedBody}
    </Notice>
  );
}
