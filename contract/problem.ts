import { z } from 'zod';

/** The body of every answer that is not a success, `application/problem+json` (RFC 9457). */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string().meta({ description: 'Stabil kod, se docs/refusals.md.' }),
  detail: z
    .string()
    .meta({ description: 'En svensk mening: vad som hände, vad som är kvar, vad man gör.' }),
  fields: z
    .array(
      z.object({
        path: z.string(),
        code: z.string(),
        message: z.string(),
        en: z.string().optional().meta({ description: 'Meningen på engelska, där den finns.' }),
      }),
    )
    .optional()
    .meta({ description: 'Fälten som är fel, med JSON-pekare.' }),
  conflict: z
    .object({ yours: z.unknown(), current: z.unknown() })
    .optional()
    .meta({ description: 'Vid en inaktuell version: det som skickades och det som gäller.' }),
  requestId: z.string(),
});

/** See `problem`. */
export type Problem = z.output<typeof problem>;
