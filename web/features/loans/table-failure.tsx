import { ApiProblem } from '../../lib/api.ts';
import { useFailureText } from '../../lib/failure-text.ts';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

/** What is said where a file was refused takes. */
export type TableFailureProps = {
  readonly fileName: string;
  readonly error: Error;
  readonly onRetry: () => void;
  readonly onOther: () => void;
};

/** Says why a file was refused, keeps its name, and says what to do. */
export function TableFailure({ fileName, error, onRetry, onOther }: TableFailureProps) {
  const { imports: words } = useTexts();
  const failure = useFailureText(error);
  return (
    <Notice
      tone="warn"
      heading={words.failed(fileName)}
      actions={
        <>
          <Button look="primary" onPress={onRetry}>
            {words.retry}
          </Button>
          <Button onPress={onOther}>{words.otherFile}</Button>
        </>
      }
    >
      {error instanceof ApiProblem ? failure : words.lost}
    </Notice>
  );
}
