import { createContext, useContext } from 'react';
import type { Organisation } from '#contract/organisations.ts';

const OrganisationContext = createContext<Organisation | null>(null);

/** Gives everything below it the organisation that the address names. */
export const OrganisationProvider = OrganisationContext.Provider;

/** The organisation that the address names. */
export function useOrganisation(): Organisation {
  const organisation = useContext(OrganisationContext);
  if (organisation === null) throw new Error('Nothing here is outside an organisation');
  return organisation;
}
