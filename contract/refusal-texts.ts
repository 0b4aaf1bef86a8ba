import type { Sentence } from './field-texts.ts';
import type { ProblemCode } from './refusals.ts';

/** What is said when something is refused: what happened, what was kept, what to do. */
export const refusalTexts: { readonly [code in ProblemCode]: Sentence } = {
  amortisation_positive: {
    sv: 'Amorteringar skrivs med minus, eftersom de minskar skulden. Inget är ändrat. Menade du samma belopp med minus?',
    en: 'Amortisation is written with a minus, since it reduces the debt. Nothing was changed. Did you mean the same amount with a minus?',
  },
  aterbudgetering_needs_from_year: {
    sv: 'En återbudgetering behöver det år som pengarna tas från. Inget är sparat. Välj år.',
    en: 'A carry-over needs the year that the money comes from. Nothing was saved. Choose a year.',
  },
  aterbudgetering_not_from_earlier_year: {
    sv: 'En återbudgetering tas från ett tidigare år än det som får pengarna. Inget är sparat. Välj ett tidigare år.',
    en: 'A carry-over comes from an earlier year than the one that receives it. Nothing was saved. Choose an earlier year.',
  },
  aterbudgetering_not_positive: {
    sv: 'En återbudgetering är större än noll: beloppet läggs till här och dras från det tidigare året. Inget är sparat.',
    en: 'A carry-over is more than zero: it is added here and taken from the earlier year. Nothing was saved.',
  },
  beslut_given_twice: {
    sv: 'Både ett befintligt och ett nytt beslut är angivet. Inget är sparat. Välj ett av dem.',
    en: 'Both an existing and a new decision are given. Nothing was saved. Choose one of them.',
  },
  beslut_missing: {
    sv: 'Varje belopp hör till ett beslut. Inget är sparat. Välj ett beslut eller skriv in ett nytt.',
    en: 'Every amount belongs to a decision. Nothing was saved. Choose one or enter a new one.',
  },
  beslut_not_found: {
    sv: 'Beslutet finns inte här. Inget är sparat. Välj ett annat.',
    en: 'There is no such decision here. Nothing was saved. Choose another one.',
  },
  body_too_large: {
    sv: 'Det som skickades är för stort. Inget är sparat. Skicka mindre åt gången.',
    en: 'What was sent is too large. Nothing was saved. Send less at a time.',
  },
  budgetpost_already_corrected: {
    sv: 'Posten har redan rättats av någon annan. Din rättelse är inte sparad. Se den nya posten och rätta den om det behövs.',
    en: 'Somebody else has corrected this entry. Your correction was not saved. Look at the new entry and correct it if needed.',
  },
  budgetpost_amount_zero: {
    sv: 'Ett tilläggsäskande på noll ändrar inget. Inget är sparat. Skriv ett belopp.',
    en: 'A supplementary request of zero changes nothing. Nothing was saved. Enter an amount.',
  },
  budgetpost_not_found: {
    sv: 'Posten finns inte här. Inget är ändrat. Ladda om sidan.',
    en: 'There is no such entry here. Nothing was changed. Reload the page.',
  },
  correction_changes_nothing: {
    sv: 'Posten har redan det beloppet. Inget är ändrat.',
    en: 'The entry has that amount already. Nothing was changed.',
  },
  correction_flips_move: {
    sv: 'Rättelsen skulle vända flytten åt andra hållet. Inget är ändrat. Sätt posten till noll och skriv in en ny.',
    en: 'The correction would turn the move round. Nothing was changed. Set the entry to zero and enter a new one.',
  },
  foreign_origin: {
    sv: 'Anropet kom från en annan webbplats och släpptes inte in. Inget är ändrat. Öppna Tkr direkt i webbläsaren.',
    en: 'The call came from another site and was not let in. Nothing was changed. Open Tkr directly in the browser.',
  },
  forecast_too_long: {
    sv: 'En prognos har minst ett och högst tjugo år efter det år som skulden är given för. Inget är sparat.',
    en: 'A forecast has one to twenty years after the year of the given debt. Nothing was saved.',
  },
  forecast_year_outside_scenario: {
    sv: 'Året ligger utanför scenariots prognos. Inget är sparat. Förläng prognosen först.',
    en: 'The year lies outside the forecast of this scenario. Nothing was saved. Extend the forecast first.',
  },
  from_line_not_used: {
    sv: 'Bara en omdisponering tas från en annan rad. Inget är sparat.',
    en: 'Only a transfer is taken from another line. Nothing was saved.',
  },
  from_year_not_used: {
    sv: 'Bara en återbudgetering tas från ett annat år. Inget är sparat.',
    en: 'Only a carry-over is taken from another year. Nothing was saved.',
  },
  idempotency_key_invalid: {
    sv: 'Idempotency-Key ska vara 8 till 200 tecken ur A–Z, a–z, 0–9, _ och -. Inget är sparat.',
    en: 'Idempotency-Key must be 8 to 200 characters out of A–Z, a–z, 0–9, _ and -. Nothing was saved.',
  },
  idempotency_key_reused: {
    sv: 'Samma Idempotency-Key har redan använts till något annat. Inget är sparat. Ta en ny nyckel.',
    en: 'The same Idempotency-Key was used for something else. Nothing was saved. Use a new key.',
  },
  input_invalid: {
    sv: 'Något i det som skickades går inte att använda. Inget är sparat. Rätta fälten nedan.',
    en: 'Something in what was sent cannot be used. Nothing was saved. Correct the fields below.',
  },
  internal_error: {
    sv: 'Något gick fel i Tkr. Inget är sparat. Försök igen; ange ärendenumret om felet kommer tillbaka.',
    en: 'Something went wrong in Tkr. Nothing was saved. Try again; quote the request number if it comes back.',
  },
  line_name_taken: {
    sv: 'Det finns redan en rad med det namnet. Inget är sparat. Välj ett annat namn.',
    en: 'There is a line with that name already. Nothing was saved. Choose another name.',
  },
  line_not_found: {
    sv: 'Raden finns inte här. Inget är ändrat. Ladda om sidan.',
    en: 'There is no such line here. Nothing was changed. Reload the page.',
  },
  media_type_not_json: {
    sv: 'Tkr tar bara emot JSON (application/json). Inget är sparat.',
    en: 'Tkr takes JSON only (application/json). Nothing was saved.',
  },
  not_found: {
    sv: 'Det finns inget på den adressen.',
    en: 'There is nothing at that address.',
  },
  not_ready: {
    sv: 'Tkr är inte redo: databasen svarar inte eller är inte uppdaterad. Försök igen om en stund.',
    en: 'Tkr is not ready: the database does not answer or is not up to date. Try again in a while.',
  },
  omdisponering_needs_from_line: {
    sv: 'En omdisponering behöver den rad som pengarna tas från. Inget är sparat. Välj rad.',
    en: 'A transfer needs the line that the money comes from. Nothing was saved. Choose a line.',
  },
  omdisponering_not_positive: {
    sv: 'En omdisponering är större än noll: beloppet läggs till här och dras från den andra raden. Inget är sparat.',
    en: 'A transfer is more than zero: it is added here and taken from the other line. Nothing was saved.',
  },
  omdisponering_same_line: {
    sv: 'En omdisponering går mellan två olika rader. Inget är sparat. Välj en annan rad.',
    en: 'A transfer goes between two different lines. Nothing was saved. Choose another line.',
  },
  organisation_not_found: {
    sv: 'Organisationen finns inte, eller så har du inte tillgång till den.',
    en: 'There is no such organisation, or you have no access to it.',
  },
  request_malformed: {
    sv: 'Det som skickades går inte att läsa. Inget är sparat.',
    en: 'What was sent cannot be read. Nothing was saved.',
  },
  scenario_frozen: {
    sv: 'Scenariot är fastställt och kan inte ändras. Inget är ändrat. Kopiera det och ändra i kopian.',
    en: 'The scenario is frozen and cannot be changed. Nothing was changed. Copy it and edit the copy.',
  },
  scenario_has_rows_after_last_year: {
    sv: 'Det finns belopp efter det nya slutåret. Inget är ändrat. Töm dem först.',
    en: 'There are amounts after the new last year. Nothing was changed. Empty them first.',
  },
  scenario_name_taken: {
    sv: 'Det finns redan ett scenario med det namnet. Inget är sparat. Välj ett annat namn.',
    en: 'There is a scenario with that name already. Nothing was saved. Choose another name.',
  },
  scenario_needs_years_or_copy: {
    sv: 'Ett nytt scenario behöver första och sista år, eller ett scenario att kopiera. Inget är sparat.',
    en: 'A new scenario needs a first and a last year, or a scenario to copy. Nothing was saved.',
  },
  scenario_not_found: {
    sv: 'Scenariot finns inte här. Inget är ändrat. Ladda om sidan.',
    en: 'There is no such scenario here. Nothing was changed. Reload the page.',
  },
  scenario_years_come_from_copy: {
    sv: 'En kopia har samma år som det den kopieras från. Inget är sparat. Ange antingen år eller kopia.',
    en: 'A copy has the years of what it is copied from. Nothing was saved. Give either years or a copy.',
  },
  version_invalid: {
    sv: 'If-Match ska vara versionens nummer inom citattecken, till exempel "3". Inget är ändrat.',
    en: 'If-Match must be the number of the version in quotes, such as "3". Nothing was changed.',
  },
  version_missing: {
    sv: 'Anropet säger inte vilken version det utgår från. Inget är ändrat. Skicka den i If-Match.',
    en: 'The call does not say which version it starts from. Nothing was changed. Send it in If-Match.',
  },
  version_stale: {
    sv: 'Någon annan har ändrat sedan du såg värdet. Inget är ändrat. Jämför båda värdena och välj.',
    en: 'Somebody else has made a change since you saw the value. Nothing was changed. Compare both and choose.',
  },
};
