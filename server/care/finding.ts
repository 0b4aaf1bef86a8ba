/** Something that does not hold, in a Swedish sentence, and where it is where that can be said. */
export type Finding = {
  readonly check:
    | 'migrations'
    | 'schema'
    | 'stopped'
    | 'log'
    | 'moves'
    | 'corrections'
    | 'orphans'
    | 'amounts'
    | 'scenarios'
    | 'memberships'
    | 'arenden'
    | 'borgen'
    | 'loans'
    | 'forecast'
    | 'files';
  readonly message: string;
  readonly where?: string;
};

/** How many rows of one kind are named one by one; what follows them is a number. */
export const namedRows = 20;
