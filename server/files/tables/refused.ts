import type { Details, TableRefusal, TableRefusalCode } from '#contract/table-texts.ts';

/** Thrown where reading a table ends: from deep inside a parser there is no other way out. */
export class TableRefused extends Error {
  readonly refusal: TableRefusal;

  constructor(code: TableRefusalCode, details: Details = {}) {
    super(`Table refused: ${code}`);
    this.refusal = { code, details };
  }
}
