import { refuseMisnamed } from './content.ts';
import type { RowsOut } from './rows-out.ts';
import { readSheet } from './sheet.ts';
import type { CellContext } from './sheet-cell.ts';
import { readSharedStrings, readStyles } from './strings-and-styles.ts';
import { readWorkbook } from './workbook.ts';
import { openZip } from './zip.ts';

/** Reads a workbook whose bytes are all here, sheet by sheet and row by row. */
export async function readXlsx(bytes: Buffer, fileName: string, out: RowsOut): Promise<void> {
  const zip = await openZip(bytes);
  const workbook = await readWorkbook(zip);
  // Only now is it known to be a workbook; another zip has a refusal that says more.
  refuseMisnamed('xlsx', fileName);
  if (workbook.hasMacros) out.note('macros_ignored');
  const { stringsPart, stylesPart, from1904 } = workbook;
  const context: CellContext = {
    strings: stringsPart === null ? [] : await readSharedStrings(zip, stringsPart),
    styles: stylesPart === null ? [] : await readStyles(zip, stylesPart),
    from1904,
  };
  for (const { name, hidden, part } of workbook.sheets) {
    if (part === null) {
      out.note('sheet_without_cells', { sheet: name });
      continue;
    }
    if (hidden) out.note('hidden_sheet', { sheet: name });
    await out.sheet(name, hidden);
    await readSheet(zip, part, name, context, out);
  }
}
