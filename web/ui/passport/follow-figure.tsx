import { useTexts } from '../../texts/language.tsx';
import { Button } from '../button.tsx';
import { useOpenFigure } from './trail-context.ts';

/** The way from a figure that has no parts to what it rests on. */
export function FollowFigure({ figure }: { readonly figure: string }) {
  const words = useTexts().figurePassport;
  const openFigure = useOpenFigure();
  if (openFigure === null) return null;
  return (
    <p className="figure-tools">
      <Button look="quiet" onPress={() => openFigure(figure)}>
        {words.follow}
      </Button>
    </p>
  );
}
