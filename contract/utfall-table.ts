import { z } from 'zod';

const column = z.discriminatedUnion('is', [
  z.strictObject({ is: z.enum(['name', 'account', 'year', 'period', 'other']) }),
  z.strictObject({
    is: z.literal('amount'),
    year: z.int().min(2000).max(2100).nullable(),
    month: z.int().min(1).max(12).nullable(),
  }),
]);

/** How a table (CSV or XLSX) is read: `ColumnChoice` of `#domain/utfall-table-columns.ts` and the sheet. */
export const tableChoice = z.strictObject({
  sheet: z.int().min(0).max(199).meta({ description: 'Bladets plats i arbetsboken, från 0.' }),
  headerRow: z.int().min(1).max(200_000).nullable(),
  columns: z
    .array(column)
    .max(200)
    .meta({ description: 'Tom: rubrikrad och kolumner föreslås för bladet.' }),
  unit: z.enum(['kr', 'tkr', 'mnkr']).nullable().meta({ description: 'Utan enhet läses inget.' }),
  year: z.int().min(2000).max(2100).nullable(),
  sign: z.enum(['as_written', 'reversed']),
});

/** See `tableChoice`. */
export type TableChoice = z.output<typeof tableChoice>;

/** What a table looks like to a person who chooses how it is read. Null for SIE. */
export const tableReading = z.object({
  sheets: z.array(z.object({ name: z.string(), isHidden: z.boolean(), rowCount: z.int() })),
  choice: tableChoice.meta({ description: 'Det som lästes efter; utan eget val ett förslag.' }),
  firstRows: z
    .array(z.object({ row: z.int(), cells: z.array(z.string()) }))
    .meta({ description: 'Bladets första trettio rader, högst hundra tecken per cell.' }),
  problems: z
    .array(
      z.object({
        row: z.int(),
        column: z.int().nullable().meta({ description: 'Kolumnen, från 1.' }),
        code: z.string(),
        text: z.string(),
        sv: z.string(),
        en: z.string(),
      }),
    )
    .meta({ description: 'Rader och celler som inte gav något belopp, högst tusen.' }),
  problemCount: z.int(),
  skipped: z
    .array(z.object({ row: z.int(), reason: z.string(), sv: z.string(), en: z.string() }))
    .meta({ description: 'Rader som lämnas med avsikt, högst tusen, utom tomma.' }),
});

/** See `tableReading`. */
export type TableReadingAnswer = z.output<typeof tableReading>;
