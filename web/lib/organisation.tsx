import { createContext, useContext } from 'react';
import type { Belonging } from '#contract/organisations.ts';

const OrganisationContext = createContext<Belonging | null>(null);

/** Gives everything below it the organisation that the address names. */
export const OrganisationProvider = OrganisationContext.Provider;

/** The organisation that the address names, and the person's role in it. */
export function useOrganisation(): Belonging {
  const organisation = useContext(OrganisationContext);
  if (organisation === null) throw new Error('Nothing here is outside an organisation');
  return organisation;
}
