import { type ReactNode, Suspense } from 'react';
import { isRefusal, isSignedOut, refusalCode } from '../../lib/api.ts';
import { useFailureText } from '../../lib/failure-text.ts';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../button.tsx';
import { Notice } from '../notice.tsx';

/** What a fetch tells about itself. */
export type Fetching = {
  readonly isError: boolean;
  readonly error: Error | null;
  readonly refetch: () => unknown;
};

/** Stands where a page will be: still on its way, or not to be had. */
export function Loading({ query }: { readonly query: Fetching }) {
  const texts = useTexts();
  const { isError, error, refetch } = query;
  const failure = useFailureText(error);
  // Somebody who has been logged out is asked to log in, above this.
  if (!isError || isSignedOut(refusalCode(error))) {
    return <p className="loading">{texts.common.loading}</p>;
  }
  return (
    <Notice
      tone="warn"
      heading={texts.common.loadFailed}
      actions={<Button onPress={() => void refetch()}>{texts.common.tryAgain}</Button>}
    >
      {isRefusal(error) ? failure : texts.common.loadFailedBody}
    </Notice>
  );
}

/** Around pages that are fetched when somebody opens them. */
export function OnItsWay({ children }: { readonly children: ReactNode }) {
  const texts = useTexts();
  return (
    <Suspense fallback={<p className="loading">{texts.common.loading}</p>}>{children}</Suspense>
  );
}
