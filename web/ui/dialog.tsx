import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from './button.tsx';
import './dialog.css';

/** What a dialog takes. */
export type DialogProps = {
  readonly isOpen: boolean;
  /** Called by the close button and by Esc; by a press outside only where nothing can be lost. */
  readonly onClose: () => void;
  readonly title: ReactNode;
  /** The words on the close button: "Stäng". */
  readonly closeLabel: string;
  readonly children: ReactNode;
  /** The buttons at the foot, the one to press last. */
  readonly actions?: ReactNode;
  readonly size?: 'narrow' | 'wide';
  readonly closesOnPressOutside?: boolean;
};

/** A window above the page. Takes the focus, keeps it, and gives it back where it came from. */
export function Dialog(props: DialogProps) {
  const { isOpen, onClose, title, closeLabel, children, actions, size = 'narrow' } = props;
  return (
    <ModalOverlay
      className="dialog-veil"
      isOpen={isOpen}
      isDismissable={props.closesOnPressOutside ?? false}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={`dialog-modal dialog-${size}`}>
        <AriaDialog className="dialog">
          <header className="dialog-head">
            <Heading slot="title" level={2} className="dialog-title">
              {title}
            </Heading>
            <Button look="quiet" onPress={onClose}>
              {closeLabel}
            </Button>
          </header>
          <div className="dialog-body">{children}</div>
          {actions === undefined ? null : <footer className="dialog-actions">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
