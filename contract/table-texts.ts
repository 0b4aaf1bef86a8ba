import type { UtfallProblem, UtfallSkipped } from '#domain/utfall-table.ts';
import type { Sentence } from './field-texts.ts';

/** Values that a sentence has places for, such as `{row}`. */
export type Details = Readonly<Record<string, string>>;

/** Why a file is not read as a table. */
export type TableRefusal = { readonly code: TableRefusalCode; readonly details: Details };

/** What a person should know about a table that was read. */
export type TableNote = { readonly code: TableNoteCode; readonly details: Details };

export type TableRefusalCode = keyof typeof tableRefusalTexts;
export type TableNoteCode = keyof typeof tableNoteTexts;

/** Why a file is not read: what happened, what was kept, what to do. */
export const tableRefusalTexts = {
  cell_too_long: {
    sv: 'En cell på rad {row} har fler än 32 767 tecken, vilket är mer än Excel tar. Inget är sparat. Korta texten och ladda upp filen igen.',
    en: 'A cell on row {row} has more than 32,767 characters, which is more than Excel takes. Nothing was saved. Shorten the text and upload the file again.',
  },
  file_too_large: {
    sv: 'Filen är större än 50 MB. Inget är sparat. Ta bort bilder och blad som inte behövs, eller dela tabellen, och ladda upp igen.',
    en: 'The file is larger than 50 MB. Nothing was saved. Remove pictures and sheets that are not needed, or split the table, and upload it again.',
  },
  not_a_table: {
    sv: 'Filen är varken en arbetsbok eller ren text. Inget är sparat. Spara tabellen som .xlsx eller .csv och ladda upp den.',
    en: 'The file is neither a workbook nor plain text. Nothing was saved. Save the table as .xlsx or .csv and upload it.',
  },
  quote_misplaced: {
    sv: 'På rad {line} kommer det text direkt efter ett avslutande citattecken. Inget är sparat. Dubbla citattecken som hör till texten ("") och ladda upp igen.',
    en: 'On line {line} there is text right after a closing quote. Nothing was saved. Double the quotes that belong to the text ("") and upload it again.',
  },
  quote_open: {
    sv: 'Citattecknet på rad {line} har inget slut. Inget är sparat. Avsluta eller ta bort det och ladda upp igen.',
    en: 'The quote on line {line} has no end. Nothing was saved. Close or remove it and upload the file again.',
  },
  quote_too_long: {
    sv: 'Texten efter citattecknet på rad {line} är längre än 32 767 tecken; troligen saknas ett avslutande citattecken. Inget är sparat. Rätta raden och ladda upp igen.',
    en: 'The text after the quote on line {line} is longer than 32,767 characters; a closing quote is probably missing. Nothing was saved. Correct the line and upload the file again.',
  },
  reading_failed: {
    sv: 'Något gick fel när filen lästes. Inget är sparat. Försök igen, eller spara tabellen som .csv och ladda upp den.',
    en: 'Something went wrong when the file was read. Nothing was saved. Try again, or save the table as .csv and upload that.',
  },
  reading_stopped: {
    sv: 'Läsningen av filen avbröts. Inget är sparat. Ladda upp filen igen.',
    en: 'The reading of the file was stopped. Nothing was saved. Upload the file again.',
  },
  reading_too_heavy: {
    sv: 'Filen tar för mycket minne att läsa. Inget är sparat. Behåll bara bladet med tabellen och ladda upp igen.',
    en: 'The file takes too much memory to read. Nothing was saved. Keep only the sheet with the table and upload it again.',
  },
  reading_too_slow: {
    sv: 'Filen tog mer än en minut att läsa. Inget är sparat. Försök igen, eller behåll bara bladet med tabellen.',
    en: 'The file took more than a minute to read. Nothing was saved. Try again, or keep only the sheet with the table.',
  },
  shared_text_too_long: {
    sv: 'Arbetsboken har en text med fler än 32 767 tecken, vilket är mer än Excel tar. Inget är sparat. Korta texten och ladda upp filen igen.',
    en: 'The workbook has a text of more than 32,767 characters, which is more than Excel takes. Nothing was saved. Shorten the text and upload the file again.',
  },
  sie_file: {
    sv: 'Filen är en SIE-fil och ingen tabell. Inget är sparat. Läs in den som SIE i stället.',
    en: 'The file is a SIE file and not a table. Nothing was saved. Import it as SIE instead.',
  },
  table_empty: {
    sv: 'Det finns inget i filen. Inget är sparat. Kontrollera att du valde rätt fil.',
    en: 'There is nothing in the file. Nothing was saved. Check that you chose the right file.',
  },
  text_broken: {
    sv: 'Filens tecken går inte att läsa: den säger sig vara Unicode men är det inte. Inget är sparat. Spara den på nytt som CSV UTF-8 och ladda upp igen.',
    en: 'The characters of the file cannot be read: it claims to be Unicode but is not. Nothing was saved. Save it anew as CSV UTF-8 and upload it again.',
  },
  text_misnamed: {
    sv: 'Filen är ren text men heter något på .{ending}. Inget är sparat. Byt ändelsen till .csv, eller öppna den i Excel och spara som .xlsx, och ladda upp igen.',
    en: 'The file is plain text but its name ends in .{ending}. Nothing was saved. Change the ending to .csv, or open it in Excel and save it as .xlsx, and upload it again.',
  },
  too_many_cells: {
    sv: 'Filen har fler än 3 000 000 celler med innehåll. Inget är sparat. Ta bort kolumner och blad som inte behövs, eller dela tabellen per år, och ladda upp igen.',
    en: 'The file has more than 3,000,000 cells with something in them. Nothing was saved. Remove columns and sheets that are not needed, or split the table by year, and upload it again.',
  },
  too_many_columns: {
    sv: 'På rad {row} finns det innehåll efter kolumn 200. Inget är sparat. Ta bort kolumner som inte behövs och ladda upp igen.',
    en: 'On row {row} there is something after column 200. Nothing was saved. Remove columns that are not needed and upload the file again.',
  },
  too_many_parts: {
    sv: 'Arbetsboken består av fler än 10 000 delar. Inget är sparat. Kopiera tabellen till en ny arbetsbok och ladda upp den.',
    en: 'The workbook consists of more than 10,000 parts. Nothing was saved. Copy the table into a new workbook and upload that.',
  },
  too_many_rows: {
    sv: 'Tabellen har innehåll efter rad 200 000. Inget är sparat. Dela den, till exempel per år, eller låt ekonomisystemet summera per månad, och ladda upp igen.',
    en: 'The table has something after row 200,000. Nothing was saved. Split it, for example by year, or let the ledger sum by month, and upload it again.',
  },
  too_many_sheets: {
    sv: 'Arbetsboken har fler än 200 blad. Inget är sparat. Kopiera bladet med tabellen till en ny arbetsbok och ladda upp den.',
    en: 'The workbook has more than 200 sheets. Nothing was saved. Copy the sheet with the table into a new workbook and upload that.',
  },
  too_much_text: {
    sv: 'Cellerna har fler än 50 000 000 tecken tillsammans. Inget är sparat. Ta bort kolumner med text som inte behövs och ladda upp igen.',
    en: 'The cells have more than 50,000,000 characters together. Nothing was saved. Remove columns of text that are not needed and upload the file again.',
  },
  unpacked_too_large: {
    sv: 'Arbetsboken är större än 200 MB när den packas upp. Inget är sparat. Kopiera tabellen till en ny arbetsbok, eller spara den som .csv, och ladda upp den.',
    en: 'The workbook is larger than 200 MB when unpacked. Nothing was saved. Copy the table into a new workbook, or save it as .csv, and upload that.',
  },
  web_page: {
    sv: 'Filen är en webbsida eller XML, även om den har ett annat namn. Inget är sparat. Öppna den i Excel, spara som .xlsx och ladda upp den.',
    en: 'The file is a web page or XML, even if it is named otherwise. Nothing was saved. Open it in Excel, save it as .xlsx and upload that.',
  },
  workbook_binary: {
    sv: 'Filen är en binär arbetsbok (.xlsb), som Tkr inte läser. Inget är sparat. Spara den som .xlsx och ladda upp igen.',
    en: 'The file is a binary workbook (.xlsb), which Tkr does not read. Nothing was saved. Save it as .xlsx and upload it again.',
  },
  workbook_damaged: {
    sv: 'Arbetsboken är skadad eller ofullständig. Inget är sparat. Öppna den i Excel, spara den på nytt som .xlsx och ladda upp igen.',
    en: 'The workbook is damaged or incomplete. Nothing was saved. Open it in Excel, save it anew as .xlsx and upload it again.',
  },
  workbook_doctype: {
    sv: 'Arbetsboken innehåller en DOCTYPE, som ingen kalkyl behöver och som kan användas för angrepp. Inget är sparat. Öppna den i Excel, spara den på nytt som .xlsx och ladda upp igen.',
    en: 'The workbook contains a DOCTYPE, which no spreadsheet needs and which can be used for attacks. Nothing was saved. Open it in Excel, save it anew as .xlsx and upload it again.',
  },
  workbook_locked: {
    sv: 'Arbetsboken är skyddad med lösenord. Inget är sparat. Ta bort lösenordet i Excel och ladda upp igen.',
    en: 'The workbook is protected by a password. Nothing was saved. Remove the password in Excel and upload it again.',
  },
  workbook_misnamed: {
    sv: 'Filen är en arbetsbok men heter något på .{ending}. Inget är sparat. Byt ändelsen till .xlsx och ladda upp igen.',
    en: 'The file is a workbook but its name ends in .{ending}. Nothing was saved. Change the ending to .xlsx and upload it again.',
  },
  workbook_ods: {
    sv: 'Filen är en OpenDocument-kalkyl (.ods), som Tkr inte läser. Inget är sparat. Spara den som .xlsx och ladda upp igen.',
    en: 'The file is an OpenDocument spreadsheet (.ods), which Tkr does not read. Nothing was saved. Save it as .xlsx and upload it again.',
  },
  workbook_old: {
    sv: 'Filen har det gamla Office-formatet (.xls), som Tkr inte läser. Inget är sparat. Spara den som .xlsx och ladda upp igen.',
    en: 'The file has the old Office format (.xls), which Tkr does not read. Nothing was saved. Save it as .xlsx and upload it again.',
  },
  zip_without_workbook: {
    sv: 'Filen är en zip utan arbetsbok. Inget är sparat. Packa upp den och ladda upp tabellen, som .xlsx eller .csv.',
    en: 'The file is a zip without a workbook. Nothing was saved. Unpack it and upload the table, as .xlsx or .csv.',
  },
} as const satisfies Record<string, Sentence>;

/** What is said beside a table that was read: what was done, and what to check. */
export const tableNoteTexts = {
  formulas: {
    sv: 'Bladet {sheet} har {count} celler med formler. Värdena är de som stod där när filen sparades. Räkna om och spara i Excel om de kan vara gamla.',
    en: 'The sheet {sheet} has {count} cells with formulas. The values are those that stood there when the file was saved. Recalculate and save in Excel if they may be old.',
  },
  formulas_without_value: {
    sv: 'I bladet {sheet} saknar {count} formler ett sparat värde: {cells}. De räknas som saknade, inte som noll. Öppna filen i Excel och spara den, så fylls de i.',
    en: 'In the sheet {sheet} {count} formulas have no saved value: {cells}. They count as missing, not as zero. Open the file in Excel and save it to fill them in.',
  },
  hidden_columns: {
    sv: 'Bladet {sheet} har {count} dolda kolumner med innehåll. De är också lästa.',
    en: 'The sheet {sheet} has {count} hidden columns with something in them. They have been read too.',
  },
  hidden_rows: {
    sv: 'Bladet {sheet} har {count} dolda eller bortfiltrerade rader med innehåll. De är också lästa.',
    en: 'The sheet {sheet} has {count} hidden or filtered rows with something in them. They have been read too.',
  },
  hidden_sheet: {
    sv: 'Bladet {sheet} är dolt i Excel. Det är också läst.',
    en: 'The sheet {sheet} is hidden in Excel. It has been read too.',
  },
  macros_ignored: {
    sv: 'Arbetsboken har makron. De är varken körda eller sparade; bara cellerna är lästa.',
    en: 'The workbook has macros. They were neither run nor saved; only the cells have been read.',
  },
  merged_cells: {
    sv: 'Bladet {sheet} har {count} sammanslagna områden. Värdet står i områdets första cell och de andra är tomma. Kontrollera rubrikerna.',
    en: 'The sheet {sheet} has {count} merged areas. The value stands in the first cell of each and the others are empty. Check the headings.',
  },
  numbers_scaled: {
    sv: 'I bladet {sheet} visar Excel {count} tal i tusental, men de är sparade fullt ut. Det sparade är läst. Kontrollera enheten.',
    en: 'In the sheet {sheet} Excel shows {count} numbers in thousands, but they are saved in full. What is saved has been read. Check the unit.',
  },
  read_as_windows_1252: {
    sv: 'Filen är inte i UTF-8 och är läst som Windows-1252. Kontrollera att å, ä och ö ser rätt ut.',
    en: 'The file is not in UTF-8 and has been read as Windows-1252. Check that å, ä and ö look right.',
  },
  rows_unequal: {
    sv: '{rows} rader har ett annat antal kolumner än de flesta, den första är rad {row}. De är också lästa. Kontrollera att beloppen står i rätt kolumn.',
    en: '{rows} rows have another number of columns than most, the first is row {row}. They have been read too. Check that the amounts stand in the right column.',
  },
  separator_line: {
    sv: 'Filens första rad säger vilket tecken som skiljer kolumnerna åt. Den är följd och räknas inte som rad, precis som i Excel.',
    en: 'The first line of the file says what separates the columns. It was followed and does not count as a row, just as in Excel.',
  },
  sheet_without_cells: {
    sv: 'Bladet {sheet} är ett diagram eller en dialog och har inga celler. Det är inte läst.',
    en: 'The sheet {sheet} is a chart or a dialogue and has no cells. It has not been read.',
  },
} as const satisfies Record<string, Sentence>;

/** What is said about a cell or a row that gives no amount: what is wrong, and what to do. */
export const tableProblemTexts: { readonly [code in UtfallProblem['code']]: Sentence } = {
  account_too_long: {
    sv: 'Kontot har fler än 50 tecken. Raden är inte läst. Kontrollera att rätt kolumn är vald.',
    en: 'The account has more than 50 characters. The row has not been read. Check that the right column is chosen.',
  },
  amount_ambiguous: {
    sv: 'Punkten i beloppet kan vara tusentalsavgränsare eller decimaltecken. Beloppet är inte läst. Skriv 1 234 eller 1,234.',
    en: 'The point in the amount can be a thousands mark or a decimal sign. The amount has not been read. Write 1 234 or 1,234.',
  },
  amount_is_a_day: {
    sv: 'Cellen är ett datum och inget belopp. Den är inte läst. Kontrollera kolumnen, eller cellens talformat i Excel.',
    en: 'The cell is a date and not an amount. It has not been read. Check the column, or the number format of the cell in Excel.',
  },
  amount_is_an_error: {
    sv: 'Cellen visar ett fel i Excel. Den är inte läst och räknas inte som noll. Rätta formeln och ladda upp igen.',
    en: 'The cell shows an error in Excel. It has not been read and does not count as zero. Correct the formula and upload the file again.',
  },
  amount_missing: {
    sv: 'Formeln i cellen har inget sparat värde. Den räknas inte som noll. Öppna filen i Excel, spara och ladda upp igen.',
    en: 'The formula in the cell has no saved value. It does not count as zero. Open the file in Excel, save it and upload it again.',
  },
  amount_not_a_number: {
    sv: 'Det här är inte ett belopp. Cellen är inte läst. Skriv siffror med decimalkomma, till exempel 1 234,5.',
    en: 'This is not an amount. The cell has not been read. Use digits and a decimal comma, for example 1 234,5.',
  },
  amount_too_large: {
    sv: 'Beloppet är för stort. Det är inte läst. Kontrollera enheten.',
    en: 'The amount is too large. It has not been read. Check the unit.',
  },
  amount_too_many_decimals: {
    sv: 'Beloppet har delar av ett öre. Det är inte läst, eftersom Tkr inte avrundar åt någon. Avrunda till hela ören (AVRUNDA i Excel) och ladda upp igen.',
    en: 'The amount has parts of an öre. It has not been read, since Tkr does not round for anybody. Round it to whole öre (ROUND in Excel) and upload it again.',
  },
  month_not_understood: {
    sv: 'Månaden går inte att förstå. Raden är inte läst. Skriv till exempel mars, 3, 2024-03 eller 202403.',
    en: 'The month cannot be understood. The row has not been read. Write for example mars, 3, 2024-03 or 202403.',
  },
  name_too_long: {
    sv: 'Namnet har fler än 200 tecken. Raden är inte läst. Kontrollera att rätt kolumn är vald.',
    en: 'The name has more than 200 characters. The row has not been read. Check that the right column is chosen.',
  },
  periods_differ: {
    sv: 'Radens kolumner säger olika år eller månader. Beloppet är inte läst. Rätta raden, eller välj bara en av kolumnerna.',
    en: 'The columns of the row say different years or months. The amount has not been read. Correct the row, or choose only one of the columns.',
  },
  row_without_name: {
    sv: 'Raden har belopp men varken namn eller konto. Den är inte läst. Fyll i ett av dem, eller välj vilken kolumn som är namnet.',
    en: 'The row has amounts but neither a name nor an account. It has not been read. Fill in one of them, or choose which column is the name.',
  },
  year_missing: {
    sv: 'Det finns inget år för beloppet. Det är inte läst. Välj ett år för hela tabellen, eller vilken kolumn som är året.',
    en: 'There is no year for the amount. It has not been read. Choose a year for the whole table, or which column is the year.',
  },
  year_not_understood: {
    sv: 'Året går inte att förstå eller ligger utanför 2000–2100. Raden är inte läst. Skriv det med fyra siffror.',
    en: 'The year cannot be understood or lies outside 2000–2100. The row has not been read. Write it with four digits.',
  },
};

/** What is said about a row that is left out on purpose. */
export const tableSkippedTexts: { readonly [reason in UtfallSkipped['reason']]: Sentence } = {
  before_header: { sv: 'Står före rubrikraden.', en: 'Stands before the header row.' },
  empty: { sv: 'Tom rad.', en: 'Empty row.' },
  header: { sv: 'Rubrikrad.', en: 'Header row.' },
  no_amount: {
    sv: 'Har text men inget belopp.',
    en: 'Has text but no amount.',
  },
  sum: {
    sv: 'Summarad, som annars hade räknats två gånger.',
    en: 'A sum, which would otherwise have counted twice.',
  },
};

/** A sentence with its places filled in; a place without a value stays as it is. */
export function tableSentence(sentence: Sentence, details: Details): Sentence {
  return { sv: filled(sentence.sv, details), en: filled(sentence.en, details) };
}

function filled(text: string, details: Details): string {
  return text.replace(/\{([a-z]+)\}/gu, (place, name: string) =>
    Object.hasOwn(details, name) ? (details[name] ?? place) : place,
  );
}
