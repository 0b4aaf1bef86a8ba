import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Dialog } from './dialog.tsx';

afterEach(cleanup);

test('a dialog has its title as name, and closes by button and by Esc', () => {
  const onClose = vi.fn();
  render(
    <Dialog isOpen title="Nytt scenario" closeLabel="Stäng" onClose={onClose}>
      <p>Namn</p>
    </Dialog>,
  );
  const dialog = screen.getByRole('dialog', { name: 'Nytt scenario' });
  fireEvent.click(screen.getByRole('button', { name: 'Stäng' }));
  fireEvent.keyDown(dialog, { key: 'Escape' });
  expect(onClose).toHaveBeenCalledTimes(2);
});

test('a question puts the focus on the way out', () => {
  const onConfirm = vi.fn();
  const onCancel = vi.fn();
  render(
    <ConfirmDialog
      isOpen
      title="Ta bort scenariot?"
      confirmLabel="Ta bort"
      cancelLabel="Avbryt"
      look="danger"
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <p>Ärendet finns kvar.</p>
    </ConfirmDialog>,
  );
  expect(screen.getByRole('alertdialog', { name: 'Ta bort scenariot?' })).toBeDefined();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Avbryt' }));
  fireEvent.click(screen.getByRole('button', { name: 'Ta bort' }));
  expect([onConfirm.mock.calls.length, onCancel.mock.calls.length]).toEqual([1, 0]);
});
