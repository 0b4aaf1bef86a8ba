/** An error whose message is a whole sentence for the person who gave a command. */
export class Told extends Error {}

/** What an error says, as a part of another sentence. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\.$/u, '');
}
