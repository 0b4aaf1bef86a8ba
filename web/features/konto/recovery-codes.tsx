import { useEffect, useRef } from 'react';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';

/** What the codes take. */
export type RecoveryCodesProps = {
  readonly codes: readonly string[];
  readonly email: string;
  readonly onSaved: () => void;
};

/** The recovery codes, shown once: to print, to copy, and to put away. */
export function RecoveryCodes({ codes, email, onSaved }: RecoveryCodesProps) {
  const { konto: words, common } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="konto-step recovery-codes">
      <h3 ref={heading} tabIndex={-1}>
        {words.codesTitle}
      </h3>
      <p className="no-print">{words.codesBody}</p>
      <p className="print-only">{words.codesFor(email)}</p>
      <ol className="recovery-list">
        {codes.map((code) => (
          <li key={code}>
            <code className="secret-text">{code}</code>
          </li>
        ))}
      </ol>
      <div className="front-actions">
        <Button onPress={() => print()}>{common.print}</Button>
        <CopyButton
          text={`${words.codesFor(email)}\n${codes.join('\n')}`}
          label={words.copyCodes}
        />
        <Button look="primary" onPress={onSaved}>
          {words.saved}
        </Button>
      </div>
    </div>
  );
}
