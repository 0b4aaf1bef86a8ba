import { z } from 'zod';
import { amount } from './fields.ts';

const month = z.int().min(1).max(12);

/** One amount of a file; aggregated, so that there is one for each account, objects and month. */
export const utfallFileAmount = z.object({
  year: z.int(),
  month: month.nullable(),
  account: z.string().nullable(),
  objects: z.string().meta({ description: 'Objekten, "6:P1;1:100"; tom utan objekt.' }),
  name: z.string().nullable().meta({ description: 'Radens namn i en tabell.' }),
  fileRow: z.int().nullable().meta({ description: 'Raden i en tabell.' }),
  amount,
});

/** See `utfallFileAmount`. */
export type UtfallFileAmount = z.output<typeof utfallFileAmount>;

/** What a file says of itself, and the names of the accounts and objects that its amounts use. */
export const utfallFacts = z.object({
  sieType: z.string().nullable().meta({ description: '"1"–"3", "4E", "4I" eller "5".' }),
  program: z.string().nullable(),
  companyName: z.string().nullable(),
  orgnr: z.string().nullable(),
  vouchers: z.int().nullable(),
  fiscalYears: z.array(z.object({ index: z.int(), start: z.string(), end: z.string() })),
  years: z.array(
    z.object({
      year: z.int(),
      firstMonth: month.nullable(),
      lastMonth: month.nullable(),
      hasWholeYear: z.boolean().meta({ description: 'Har belopp utan månad.' }),
      amounts: z.int(),
      total: amount,
      isProposed: z.boolean().meta({
        description: 'Tas med om inget annat sägs: år med månader, inte förra årets slutsummor.',
      }),
    }),
  ),
  accounts: z.array(
    z.object({
      number: z.string(),
      name: z.string(),
      type: z.enum(['T', 'S', 'K', 'I']).nullable(),
    }),
  ),
  objects: z.array(
    z.object({
      dimension: z.string(),
      dimensionName: z.string(),
      code: z.string(),
      name: z.string(),
    }),
  ),
});

/** See `utfallFacts`. */
export type UtfallFacts = z.output<typeof utfallFacts>;

/** Something that was found in a file, with its sentence; the line is null for the whole file. */
export const utfallWarning = z.object({
  line: z.int().nullable(),
  code: z.string(),
  sv: z.string(),
  en: z.string(),
});

/** See `utfallWarning`. */
export type UtfallWarning = z.output<typeof utfallWarning>;

/** One row of a voucher (verifikation). */
export const voucherRow = z.object({
  line: z.int().meta({ description: 'Raden i filen.' }),
  series: z.string(),
  number: z.string(),
  date: z.string(),
  text: z.string(),
  rowText: z.string(),
  account: z.string(),
  objects: z.string(),
  amount,
});

/** See `voucherRow`. */
export type VoucherRowAnswer = z.output<typeof voucherRow>;
