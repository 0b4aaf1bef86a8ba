import type { PopulationProblem } from '#domain/scb-population.ts';
import type { Sentence } from './field-texts.ts';

/** What is said of a row of inhabitants that cannot be read; braces hold what stands there. */
export const populationProblemTexts: { readonly [code in PopulationProblem['code']]: Sentence } = {
  population_not_whole: {
    sv: '{region}: ”{text}” är inte ett helt antal invånare. Raden lämnas.',
    en: '{region}: “{text}” is not a whole number of inhabitants. The row is left out.',
  },
  population_twice: {
    sv: '{region} står två gånger för samma tid. Den andra raden ({text}) lämnas.',
    en: '{region} stands twice for the same time. The second row ({text}) is left out.',
  },
};

/** What is said of how a table of inhabitants was read. */
export const populationNoteTexts = {
  added: {
    sv: 'Raderna för {column} är summerade till en siffra per kommun.',
    en: 'The rows for {column} are added to one figure for each municipality.',
  },
} as const satisfies { readonly [name: string]: Sentence };
