import { maxCellCharacters, maxColumns } from './limits.ts';
import { TableRefused } from './refused.ts';

/** What stands between the fields of a record. */
export type Delimiter = ';' | ',' | '\t';

/** Takes one record: its fields, and how many there were with the empty ones beyond the limit. */
export type TakeRecord = (fields: readonly string[], width: number) => void;

/**
 * Splits text into records and fields as RFC 4180 says, with any line ending.
 *
 * A quote counts only where a field begins with one; elsewhere it is a character like others
 * (`5" skärm`). Throws, with the line, for a quote that is never closed, for text after a closing
 * quote, and for a field or a record beyond the limits.
 */
export class RecordReader {
  readonly #delimiter: Delimiter;
  readonly #take: TakeRecord;
  #fields: string[] = [];
  #width = 0;
  #field = '';
  #state: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  #line = 1;
  #recordLine = 1;
  #quoteLine = 1;
  #afterReturn = false;

  constructor(delimiter: Delimiter, take: TakeRecord) {
    this.#delimiter = delimiter;
    this.#take = take;
  }

  /** Takes more text; it may be cut anywhere. */
  write(text: string): void {
    for (const part of text.split(/([";,\t\r\n])/u)) {
      if (part === '') continue;
      // CR LF is one line ending, also where a piece of text ends between the two.
      const isSecondHalf = this.#afterReturn && part === '\n';
      this.#afterReturn = part === '\r';
      if (isSecondHalf) continue;
      if (part === '\n' || part === '\r') this.#endLine();
      else if (part === '"') this.#quote();
      else if (part === this.#delimiter && this.#state !== 'quoted') this.#endField();
      else this.#plain(part);
    }
  }

  /** The text has ended. Throws where a quote is still open. */
  end(): void {
    if (this.#state === 'quoted') {
      throw new TableRefused('quote_open', { line: `${this.#quoteLine}` });
    }
    if (this.#state !== 'start' || this.#width > 0) this.#endRecord();
  }

  #endLine(): void {
    this.#line += 1;
    if (this.#state === 'quoted') this.#append('\n');
    else this.#endRecord();
  }

  #quote(): void {
    if (this.#state === 'start') {
      this.#state = 'quoted';
      this.#quoteLine = this.#line;
    } else if (this.#state === 'quoted') this.#state = 'closed';
    else {
      this.#append('"');
      // Two quotes inside a quoted field are one, and the field goes on.
      if (this.#state === 'closed') this.#state = 'quoted';
    }
  }

  #plain(text: string): void {
    if (this.#state === 'closed') {
      if (text.trim() === '') return;
      throw new TableRefused('quote_misplaced', { line: `${this.#line}` });
    }
    if (this.#state === 'start') this.#state = 'plain';
    this.#append(text);
  }

  #append(text: string): void {
    this.#field += text;
    if (this.#field.length <= maxCellCharacters) return;
    if (this.#state === 'plain') {
      throw new TableRefused('cell_too_long', { row: `${this.#recordLine}` });
    }
    throw new TableRefused('quote_too_long', { line: `${this.#quoteLine}` });
  }

  #endField(): void {
    if (this.#width < maxColumns) this.#fields.push(this.#field);
    else if (this.#field.trim() !== '') {
      throw new TableRefused('too_many_columns', { row: `${this.#recordLine}` });
    }
    this.#width += 1;
    this.#field = '';
    this.#state = 'start';
  }

  #endRecord(): void {
    this.#endField();
    this.#take(this.#fields, this.#width);
    this.#fields = [];
    this.#width = 0;
    this.#recordLine = this.#line;
  }
}
