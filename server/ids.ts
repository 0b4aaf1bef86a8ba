import { randomUUIDv7 } from 'node:crypto';

/** A new identifier: UUIDv7, so that keys grow with time. Source: DESIGN §4. */
export function newId(): string {
  return randomUUIDv7();
}
