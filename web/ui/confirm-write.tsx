import type { ReactNode } from 'react';
import type { Endpoint } from '#contract/endpoint.ts';
import { useFailureText } from '../lib/failure-text.ts';
import { useWrite, type Wish } from '../lib/write.ts';
import { useTexts } from '../texts/language.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Notice } from './notice.tsx';
import { keepFocusAt } from './page/section.tsx';

/** What a question before a write takes. */
export type ConfirmWriteProps<E extends Endpoint> = {
  readonly endpoint: E;
  /** What is sent once the person has said yes. */
  readonly wish: Wish<E>;
  readonly title: string;
  readonly confirmLabel: string;
  /** A removal where nothing is said. */
  readonly look?: 'primary' | 'danger';
  /** The section that has the focus afterwards, where what opened the question is gone then. */
  readonly section?: string;
  readonly onClose: () => void;
  /** What happens, and what is kept. */
  readonly children: ReactNode;
};

/** Asks before something weighty is written, writes it, and says so where it was refused. */
export function ConfirmWrite<E extends Endpoint>(props: ConfirmWriteProps<E>) {
  const { endpoint, wish, title, confirmLabel, section, onClose, children } = props;
  const { common } = useTexts();
  const write = useWrite(endpoint);
  const failure = useFailureText(write.error);
  const done = (): void => {
    onClose();
    if (section !== undefined) keepFocusAt(section);
  };
  return (
    <ConfirmDialog
      isOpen
      title={title}
      confirmLabel={confirmLabel}
      cancelLabel={common.cancel}
      look={props.look ?? 'danger'}
      isPending={write.isPending}
      onConfirm={() => write.mutate(wish, { onSuccess: done })}
      onCancel={onClose}
    >
      {children}
      {failure === undefined ? null : (
        <Notice tone="warn" heading={common.refusedTitle}>
          {failure}
        </Notice>
      )}
    </ConfirmDialog>
  );
}
