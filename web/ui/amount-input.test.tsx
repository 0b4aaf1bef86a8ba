import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type AmountProblem, toPlain } from '#domain/tkr.ts';
import { AmountInput } from './amount-input.tsx';

afterEach(cleanup);

const heard = vi.fn();

function Page({ isRequired = false, error }: { isRequired?: boolean; error?: string }) {
  const [text, setText] = useState('');
  return (
    <AmountInput
      label="Belopp"
      value={text}
      isRequired={isRequired}
      error={error}
      onChange={(next, amount) => {
        heard(next, amount.ok ? toPlain(amount.value) : amount.refusal);
        setText(next);
      }}
      problemText={(problem: AmountProblem) => `Fel: ${problem}`}
    />
  );
}

function field(): HTMLInputElement {
  return screen.getByRole('textbox', { name: 'Belopp' });
}

function type(text: string) {
  fireEvent.change(field(), { target: { value: text } });
}

function reason(): string | null {
  return (
    document.getElementById(field().getAttribute('aria-describedby') ?? '')?.textContent ?? null
  );
}

describe('an amount field', () => {
  test('reformats when left, not while typing', () => {
    render(<Page />);
    type('1234567,5');
    expect(field().value).toBe('1234567,5');
    fireEvent.blur(field());
    expect(field().value).toBe('1\u00a0234\u00a0567,5');
  });

  test.each([
    ['-22967', '-22967'],
    ['\u221222 967,4', '-22967.4'],
    ['1.234', 'amount_ambiguous'],
    ['elva', 'amount_not_a_number'],
  ])('tells the page what %s means', (text, meaning) => {
    render(<Page />);
    type(text);
    expect(heard).toHaveBeenLastCalledWith(text, meaning);
  });

  test('keeps what is wrong and says why, after it was left', () => {
    render(<Page />);
    type('1.234');
    expect(field().getAttribute('aria-invalid')).toBeNull();
    fireEvent.blur(field());
    expect(field().value).toBe('1.234');
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(reason()).toBe('Fel: amount_ambiguous');
    type('1234');
    expect(field().getAttribute('aria-invalid')).toBeNull();
  });

  test('may be empty unless it must not', () => {
    const { rerender } = render(<Page />);
    fireEvent.blur(field());
    expect(field().getAttribute('aria-invalid')).toBeNull();
    rerender(<Page isRequired />);
    expect(reason()).toBe('Fel: amount_empty');
  });

  test('shows what the page knows before its own reason', () => {
    render(<Page error="Taket är 80 000." />);
    type('1.234');
    fireEvent.blur(field());
    expect(reason()).toBe('Taket är 80 000.');
  });
});
