import { describe, expect, it } from 'vitest';
import { tableRefusalTexts } from '#contract/table-texts.ts';
import * as limits from './limits.ts';

describe('the limits', () => {
  it.each([
    ['cell_too_long', limits.maxCellCharacters],
    ['file_too_large', limits.maxFileBytes / 1e6],
    ['quote_too_long', limits.maxCellCharacters],
    ['shared_text_too_long', limits.maxCellCharacters],
    ['too_many_cells', limits.maxCells],
    ['too_many_columns', limits.maxColumns],
    ['too_many_parts', limits.maxZipEntries],
    ['too_many_rows', limits.maxRows],
    ['too_many_sheets', limits.maxSheets],
    ['too_much_text', limits.maxCharacters],
    ['unpacked_too_large', limits.maxUnpackedBytes / 1e6],
  ] as const)('are what the sentence says: %s', (code, limit) => {
    const { sv, en } = tableRefusalTexts[code];
    expect(sv.replaceAll('\u00a0', ' ')).toContain(
      limit.toLocaleString('sv-SE').replaceAll('\u00a0', ' '),
    );
    expect(en).toContain(limit.toLocaleString('en-GB'));
  });
});
