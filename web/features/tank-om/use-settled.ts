import { startTransition, useEffect, useState } from 'react';

/** A value once it has been the same for a while, in milliseconds; until then the one before. */
export function useSettled<Value>(value: Value, pause: number): Value {
  const [settled, settle] = useState(value);
  useEffect(() => {
    // What follows may take long: a lever that moves again goes first.
    const timer = setTimeout(() => startTransition(() => settle(value)), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return settled;
}
