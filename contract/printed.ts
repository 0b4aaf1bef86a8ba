import { z } from 'zod';
import { amount } from './fields.ts';

/** A printed figure beside the computed one (avstämning). */
export const reconciliation = z.object({
  printed: amount,
  printedIn: z.enum(['table', 'text']),
  source: z.string(),
  verdict: z.enum(['agrees', 'rounding', 'error']),
  difference: amount
    .nullable()
    .meta({ description: 'Tryckt minus räknat så som det visas, i Tkr.' }),
});
