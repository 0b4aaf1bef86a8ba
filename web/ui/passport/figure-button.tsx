import { type ReactNode, useState } from 'react';
import { useTexts } from '../../texts/language.tsx';
import { Dialog } from '../dialog.tsx';
import { VisuallyHidden } from '../visually-hidden.tsx';
import { FigurePassport } from './figure-passport.tsx';
import { PassportTrail } from './trail.tsx';

/** What a figure that opens its passport takes. */
export type FigureButtonProps = {
  /** The figure as it is shown. */
  readonly children: ReactNode;
  /** What the figure is, read out: "Klienter, budget 2025". */
  readonly name: string;
  /** Its reference, as `formatFigureReference` writes it. */
  readonly figure: string;
};

/** A figure that opens its passport in a window, where there is no room for one beside it. */
export function FigureButton({ children, name, figure }: FigureButtonProps) {
  const texts = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="figure-button"
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
      >
        {children}
        <VisuallyHidden>. {texts.figurePassport.open(name)}</VisuallyHidden>
      </button>
      {isOpen ? (
        <Dialog
          isOpen
          onClose={() => setIsOpen(false)}
          title={name}
          closeLabel={texts.common.close}
          closesOnPressOutside
        >
          <PassportTrail start={figure}>
            <FigurePassport figure={figure} />
          </PassportTrail>
        </Dialog>
      ) : null}
    </>
  );
}
