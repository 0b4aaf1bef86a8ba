import { z } from 'zod';
import { day, id, optionalText, text } from './fields.ts';

/** A decision (beslut) that amounts come from. A date or § that the source lacks is null. */
export const beslut = z.object({
  beslutId: id,
  title: z.string(),
  organ: z.string(),
  date: z.string().nullable(),
  paragraph: z.string().nullable(),
  dnr: z.string().nullable(),
  note: z.string().nullable(),
});

/** See `beslut`. */
export type Beslut = z.output<typeof beslut>;

/** A new decision, entered together with the first amount that it decides. */
export const beslutInput = z.strictObject({
  title: text(200),
  organ: text(100),
  date: day,
  paragraph: optionalText(50),
  dnr: optionalText(50),
  note: optionalText(1000),
});
