import { z } from 'zod';
import { id } from './fields.ts';

const sentence = z.object({ sv: z.string(), en: z.string() });

/** How many inhabitants a file says that the members have, by the days that it has columns for. */
export const populationFile = z.object({
  sha256: z.string(),
  periods: z
    .array(
      z.object({
        period: z.string().meta({
          description: 'Som filen skriver den, "2024" eller "2024M11"; tom där den inte säger.',
        }),
        matched: z.array(
          z.object({
            memberId: id,
            region: z.string().meta({ description: 'Som filen skriver den, "0560 Boxholm".' }),
            by: z.enum(['kommunkod', 'name']),
            population: z.string(),
          }),
        ),
        missing: z.array(id).meta({ description: 'Medlemmar som filen inte har.' }),
      }),
    )
    .meta({ description: 'Den senaste sist.' }),
  ignored: z.array(z.string()).meta({ description: 'Regioner som ingen medlem heter, de första.' }),
  ignoredCount: z.int(),
  problems: z.array(sentence.extend({ row: z.int() })).meta({
    description: 'Rader för medlemmar som inte gick att läsa, de första.',
  }),
  notes: z.array(sentence),
});

/** See `populationFile`. */
export type PopulationFile = z.output<typeof populationFile>;
