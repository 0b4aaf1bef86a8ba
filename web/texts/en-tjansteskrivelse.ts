import type { svTjansteskrivelse } from './sv-tjansteskrivelse.ts';

/** What the web says around a tjänsteskrivelse, in English; the document itself is in Swedish. */
export const enTjansteskrivelse: typeof svTjansteskrivelse = {
  tjansteskrivelse: {
    name: 'Official report',
    back: 'To the case',
    docx: 'Download as DOCX',
  },
};
