import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SaveStatus } from './save-status.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function spoken(): string | null {
  return screen.getByRole('status').textContent;
}

function settle() {
  act(() => {
    vi.advanceTimersByTime(2000);
  });
}

test('shows every state and speaks of none while all is well', () => {
  const { rerender } = render(<SaveStatus state="saved" text="Sparat 14:02" />);
  rerender(<SaveStatus state="saving" text="Sparar…" />);
  expect(screen.getByText('Sparar…')).toBeDefined();
  settle();
  rerender(<SaveStatus state="saved" text="Sparat 14:03" />);
  settle();
  expect(spoken()).toBe('');
});

test('speaks when changes wait, and when they are safe again', () => {
  const { rerender } = render(<SaveStatus state="saved" text="Sparat 14:02" />);
  rerender(<SaveStatus state="waiting" text="Väntar på nätet, 1 ändring" />);
  settle();
  expect(spoken()).toBe('Väntar på nätet, 1 ändring');
  rerender(<SaveStatus state="waiting" text="Väntar på nätet, 2 ändringar" />);
  settle();
  expect(spoken()).toBe('Väntar på nätet, 1 ändring');
  rerender(<SaveStatus state="saving" text="Sparar…" />);
  rerender(<SaveStatus state="saved" text="Sparat 14:05" />);
  settle();
  expect(spoken()).toBe('Sparat 14:05');
});

test('says nothing of a pause that ended at once', () => {
  const { rerender } = render(<SaveStatus state="waiting" text="Väntar på nätet, 1 ändring" />);
  act(() => {
    vi.advanceTimersByTime(500);
  });
  rerender(<SaveStatus state="saved" text="Sparat 14:02" />);
  settle();
  expect(spoken()).toBe('');
});
