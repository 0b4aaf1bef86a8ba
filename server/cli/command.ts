import type { Config } from '../config.ts';

/** A command that was written wrong: the sentence says how it is written. */
export class WrongUsage extends Error {}

/** What a command found out: `ok` decides the exit code, the whole is printed as JSON. */
export type CommandResult = { readonly ok: boolean };

/** One command of `tkr`. */
export type Command = {
  /** What follows the name, for the usage text. */
  readonly parameters?: string;
  /** A sentence for the usage text, without its full stop. */
  readonly about: string;
  /** Null where there is nothing to print, as where a server goes on. */
  readonly run: (parameters: readonly string[], config: Config) => Promise<CommandResult | null>;
};
