import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from './button.tsx';
import './dialog.css';

/** What a question before a weighty step takes. */
export type ConfirmDialogProps = {
  readonly isOpen: boolean;
  readonly title: ReactNode;
  /** What happens, and what is kept. */
  readonly children: ReactNode;
  /** The verb itself ("Ta bort scenariot"), never "OK". */
  readonly confirmLabel: string;
  readonly cancelLabel: string;
  readonly look?: 'primary' | 'danger';
  readonly isPending?: boolean;
  /** Wide where a table says what happens. */
  readonly size?: 'narrow' | 'wide';
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
};

/** Asks before a step that cannot be taken back. The way out has the focus, so Enter is safe. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, title, children, onConfirm, onCancel, isPending = false } = props;
  const { size = 'narrow' } = props;
  return (
    <ModalOverlay
      className="dialog-veil"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onCancel();
      }}
    >
      <Modal className={`dialog-modal dialog-${size}`}>
        <Dialog role="alertdialog" className="dialog">
          <header className="dialog-head">
            <Heading slot="title" level={2} className="dialog-title">
              {title}
            </Heading>
          </header>
          <div className="dialog-body">{children}</div>
          <footer className="dialog-actions">
            <Button autoFocus onPress={onCancel}>
              {props.cancelLabel}
            </Button>
            <Button look={props.look ?? 'primary'} isPending={isPending} onPress={onConfirm}>
              {props.confirmLabel}
            </Button>
          </footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
