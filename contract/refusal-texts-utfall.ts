import type { Sentence } from './field-texts.ts';

/** What is said when outcome, its files or its mapping are refused. */
export const utfallRefusalTexts = {
  mapping_not_found: {
    sv: 'Den versionen av kontokopplingen finns inte här. Inget är ändrat. Ladda om sidan och välj en som finns.',
    en: 'There is no such version of the mapping here. Nothing was changed. Reload the page and choose one that exists.',
  },
  mapping_range_backwards: {
    sv: 'Ett intervall i kontokopplingen slutar före sin början. Inget är sparat. Byt plats på första och sista.',
    en: 'A range of the mapping ends before it begins. Nothing was saved. Swap the first and the last.',
  },
  mapping_rule_incomplete: {
    sv: 'En regel i kontokopplingen är ofullständig: ett intervall behöver både början och slut, och en rad måste väljas där regeln leder till en rad. Inget är sparat. Fyll i regeln.',
    en: 'A rule of the mapping is incomplete: a range needs both ends, and a rule that leads to a line needs the line. Nothing was saved. Complete the rule.',
  },
  media_type_not_file: {
    sv: 'Hit skickas en fil som den är (application/octet-stream). Inget är sparat.',
    en: 'A file is sent here as it is (application/octet-stream). Nothing was saved.',
  },
  readings_busy: {
    sv: 'Två filer läses redan just nu. Inget är sparat. Försök igen om en stund.',
    en: 'Two files are being read already. Nothing was saved. Try again in a while.',
  },
  upload_aborted: {
    sv: 'Överföringen av filen avbröts. Inget är sparat. Skicka filen igen.',
    en: 'The upload of the file was stopped. Nothing was saved. Send the file again.',
  },
  upload_too_large: {
    sv: 'Filen är större än Tkr tar emot. Inget är sparat. Exportera en kortare period, eller be driftansvarig höja gränsen (TKR_MAX_UPLOAD).',
    en: 'The file is larger than Tkr takes. Nothing was saved. Export a shorter period, or ask the operator to raise the limit (TKR_MAX_UPLOAD).',
  },
  utfall_amount_too_large: {
    sv: 'Filen har ett belopp som är större än en biljon kronor. Inget är sparat. Kontrollera filen och enheten.',
    en: 'The file has an amount of more than a trillion kronor. Nothing was saved. Check the file and the unit.',
  },
  utfall_cell_imported: {
    sv: 'Beloppet kommer från en import och tas inte bort i cellen. Inget är ändrat. Skriv ett annat belopp, eller ångra importen.',
    en: 'The amount comes from an import and is not removed in the cell. Nothing was changed. Type another amount, or undo the import.',
  },
  utfall_file_differs: {
    sv: 'Filen är inte den som lästes: innehållet har ändrats sedan förhandsvisningen. Inget är sparat. Läs in filen på nytt och kontrollera den igen.',
    en: 'The file is not the one that was read: its content has changed since the preview. Nothing was saved. Read the file anew and check it again.',
  },
  utfall_file_missing: {
    sv: 'Filen bakom det här beloppet finns inte kvar. Inget är ändrat. Läs in den igen för att se verifikationerna.',
    en: 'The file behind this amount is no longer here. Nothing was changed. Import it again to see its vouchers.',
  },
  utfall_file_unreadable: {
    sv: 'Filen går inte att läsa. Inget är sparat. Kontrollera att det är en SIE-fil, en CSV-fil eller en Excel-arbetsbok, och försök igen.',
    en: 'The file cannot be read. Nothing was saved. Check that it is a SIE file, a CSV file or an Excel workbook, and try again.',
  },
  utfall_nothing_to_import: {
    sv: 'Det finns inga belopp att ta in för de valda åren. Inget är sparat. Välj år som filen har belopp för.',
    en: 'There are no amounts to import for the chosen years. Nothing was saved. Choose years that the file has amounts for.',
  },
  utfall_problems_differ: {
    sv: 'Tabellen har rader som inte går att läsa, och de är inte de som visades. Inget är sparat. Läs in filen på nytt, se efter vad som lämnas, och ta sedan in den.',
    en: 'The table has rows that cannot be read, and they are not those that were shown. Nothing was saved. Read the file anew, look at what is left out, and then import it.',
  },
  utfall_source_is_typed: {
    sv: 'Beloppet är skrivet för hand och har varken fil eller koppling. Inget är ändrat.',
    en: 'The amount was typed by hand and has neither file nor mapping. Nothing was changed.',
  },
  utfall_source_not_found: {
    sv: 'Importen eller beloppet finns inte här. Inget är ändrat. Ladda om sidan.',
    en: 'There is no such import or amount here. Nothing was changed. Reload the page.',
  },
  utfall_source_undone: {
    sv: 'Det här är redan ångrat. Inget är ändrat. Ladda om sidan.',
    en: 'This is undone already. Nothing was changed. Reload the page.',
  },
  utfall_too_many_amounts: {
    sv: 'Filen har fler än 300 000 olika belopp per konto, objekt och månad. Inget är sparat. Exportera ett år i taget, eller med färre objekt.',
    en: 'The file has more than 300,000 different amounts by account, objects and month. Nothing was saved. Export one year at a time, or with fewer objects.',
  },
  utfall_unit_missing: {
    sv: 'Tabellen säger inte om beloppen är i kronor, tkr eller mnkr. Inget är sparat. Välj enheten.',
    en: 'The table does not say whether amounts are in kronor, tkr or mnkr. Nothing was saved. Choose the unit.',
  },
} as const satisfies { readonly [code: string]: Sentence };
