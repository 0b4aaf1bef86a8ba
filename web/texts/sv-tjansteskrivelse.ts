/** What the web says around a tjänsteskrivelse, in Swedish; the document itself always is. */
export const svTjansteskrivelse = {
  tjansteskrivelse: {
    name: 'Tjänsteskrivelse',
    back: 'Till ärendet',
    docx: 'Hämta som DOCX',
  },
};
