import { type ReactNode, useState } from 'react';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../button.tsx';
import { FigurePassport } from './figure-passport.tsx';
import { TrailContext } from './trail-context.ts';

/** What a trail takes. */
export type PassportTrailProps = {
  /** The passport that the trail begins with. */
  readonly children: ReactNode;
  /** What it is of: another one begins the trail anew. */
  readonly start: string;
};

/** A passport whose parts lead on to their own, and the way back. */
export function PassportTrail({ children, start }: PassportTrailProps) {
  const words = useTexts().figurePassport;
  const [trail, setTrail] = useState<{ readonly start: string; readonly figures: string[] }>({
    start,
    figures: [],
  });
  const figures = trail.start === start ? trail.figures : [];
  const figure = figures.at(-1);
  const open = (next: string): void => setTrail({ start, figures: [...figures, next] });
  const goBack = (): void => setTrail({ start, figures: figures.slice(0, -1) });
  return (
    <TrailContext value={open}>
      {figure === undefined ? (
        children
      ) : (
        <FigurePassport
          key={figures.length}
          figure={figure}
          back={
            <Button look="quiet" onPress={goBack} autoFocus>
              {words.backToFigure}
            </Button>
          }
        />
      )}
    </TrailContext>
  );
}
