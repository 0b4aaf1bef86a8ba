/** What an ärende is about: more money, money moved within a year, or a decision put right. */
export const arendeKinds = ['tillaggsbudget', 'omdisponering', 'correction'] as const;

/** See `arendeKinds`. */
export type ArendeKind = (typeof arendeKinds)[number];

/** How far an ärende has come. One that is `beslutad` never changes again. Source: DESIGN §1. */
export const arendeStatuses = ['utkast', 'beredning', 'beslutad'] as const;

/** See `arendeStatuses`. */
export type ArendeStatus = (typeof arendeStatuses)[number];

/** What an organ can decide; after `aterremiss` the ärende goes on. */
export const arendeOutcomes = ['bifall', 'avslag', 'aterremiss'] as const;

/** See `arendeOutcomes`. */
export type ArendeOutcome = (typeof arendeOutcomes)[number];

/** What an ärende can propose; `newLine` is a tilläggsäskande on a line that is not there yet. */
export const entryKinds = [
  'aterbudgetering',
  'tillaggsaskande',
  'omdisponering',
  'newLine',
  'correction',
] as const;

/** See `entryKinds`. */
export type EntryKind = (typeof entryKinds)[number];

/** The parts of a tjänsteskrivelse, in their order. Source: DOMAIN §1. */
export const textBlocks = [
  'beslut',
  'sammanfattning',
  'arendet',
  'konsekvensbeskrivning',
  'beslutsunderlag',
  'beslutsexpediering',
] as const;

/** See `textBlocks`. */
export type TextBlock = (typeof textBlocks)[number];
