import { useTexts } from '../../texts/language.tsx';
import { Button } from '../button.tsx';
import './file.css';

/** What the progress of a file takes. */
export type SendingProps = {
  readonly fileName: string;
  readonly is: 'reading' | 'importing';
  /** How much has been sent, 0 to 1. */
  readonly share: number;
  readonly onStop: () => void;
};

/** How far a file has come, and the way to stop it. The server reads it as it comes. */
export function Sending({ fileName, is, share, onStop }: SendingProps) {
  const { common, imports: words } = useTexts();
  const percent = Math.floor(share * 100);
  const label = is === 'reading' ? words.reading(fileName) : words.importing(fileName);
  return (
    <div className="sending">
      <p className="sending-name" role="status">
        {label}
      </p>
      <progress className="sending-bar" max={100} value={percent} aria-label={label} />
      <p className="small">{percent === 100 ? words.soonDone : words.percent(percent)}</p>
      <Button onPress={onStop}>{common.cancel}</Button>
    </div>
  );
}
