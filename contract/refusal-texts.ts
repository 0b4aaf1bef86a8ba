import type { Sentence } from './field-texts.ts';
import { arendeRefusalTexts } from './refusal-texts-arende.ts';
import { borgenRefusalTexts } from './refusal-texts-borgen.ts';
import { loanRefusalTexts } from './refusal-texts-loans.ts';
import { prognosRefusalTexts } from './refusal-texts-prognos.ts';
import { utfallRefusalTexts } from './refusal-texts-utfall.ts';
import type { ProblemCode } from './refusals.ts';

/** What is said when something is refused: what happened, what was kept, what to do. */
export const refusalTexts: { readonly [code in ProblemCode]: Sentence } = {
  ...arendeRefusalTexts,
  ...borgenRefusalTexts,
  ...loanRefusalTexts,
  ...prognosRefusalTexts,
  ...utfallRefusalTexts,
  already_in_organisation: {
    sv: 'Personen hör redan till organisationen. Inget är sparat. Byt roll i listan i stället.',
    en: 'The person belongs to the organisation already. Nothing was saved. Change the role in the list instead.',
  },
  amortisation_positive: {
    sv: 'Amorteringar skrivs med minus, eftersom de minskar skulden. Inget är ändrat. Menade du samma belopp med minus?',
    en: 'Amortisation is written with a minus, since it reduces the debt. Nothing was changed. Did you mean the same amount with a minus?',
  },
  article_has_no_price: {
    sv: 'Artikeln har inget pris som gäller det året. Inget är sparat. Skriv in ett pris som gäller från årets sista dag eller tidigare.',
    en: 'The article has no price in force that year. Nothing was saved. Enter a price that holds from the last day of the year or before.',
  },
  article_name_taken: {
    sv: 'Det finns redan en artikel med det namnet. Inget är sparat. Välj ett annat namn, eller lägg ett nytt pris på den som finns.',
    en: 'There is an article with that name already. Nothing was saved. Choose another name, or add a price to the one that is there.',
  },
  article_not_found: {
    sv: 'Artikeln finns inte här. Inget är sparat. Ladda om sidan.',
    en: 'There is no such article here. Nothing was saved. Reload the page.',
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
  behov_not_found: {
    sv: 'Behovet finns inte längre. Inget är ändrat. Ladda om sidan.',
    en: 'The need is no longer there. Nothing was changed. Reload the page.',
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
  code_wrong: {
    sv: 'Koden stämmer inte eller är redan använd. Inget är ändrat. Vänta på nästa kod i appen, eller ta en återställningskod.',
    en: 'The code is wrong or has been used. Nothing was changed. Wait for the next code in the app, or use a recovery code.',
  },
  correction_changes_nothing: {
    sv: 'Posten har redan det beloppet. Inget är ändrat.',
    en: 'The entry has that amount already. Nothing was changed.',
  },
  correction_flips_move: {
    sv: 'Rättelsen skulle vända flytten åt andra hållet. Inget är ändrat. Sätt posten till noll och skriv in en ny.',
    en: 'The correction would turn the move round. Nothing was changed. Set the entry to zero and enter a new one.',
  },
  database_lost: {
    sv: 'Förbindelsen med databasen bröts. Inget är sparat. Försök igen.',
    en: 'The connection to the database broke. Nothing was saved. Try again.',
  },
  demo_has_no_codes: {
    sv: 'Demons personer har inga lösenord och inga engångskoder, så kravet skulle stänga demon för alla. Inget är ändrat. Prova det i en egen organisation.',
    en: 'The people of the demo have no passwords and no one-time codes, so requiring them would close the demo to all. Nothing was changed. Try it in an organisation of your own.',
  },
  demo_not_here: {
    sv: 'Det finns ingen demo här. Inget är ändrat. Logga in i stället.',
    en: 'There is no demo here. Nothing was changed. Log in instead.',
  },
  email_taken: {
    sv: 'Adressen har redan ett konto. Inget är sparat. Logga in med det, och öppna sedan länken igen.',
    en: 'There is an account with that address already. Nothing was saved. Log in with it, then open the link again.',
  },
  figure_not_found: {
    sv: 'Siffran finns inte här. Inget är ändrat. Gå tillbaka till sidan den stod på och ladda om den.',
    en: 'There is no such figure here. Nothing was changed. Go back to the page it stood on, and reload it.',
  },
  forecast_too_long: {
    sv: 'En prognos har minst ett och högst tjugo år efter det år som skulden är given för. Inget är sparat.',
    en: 'A forecast has one to twenty years after the year of the given debt. Nothing was saved.',
  },
  forecast_year_outside_scenario: {
    sv: 'Året ligger utanför scenariots prognos. Inget är sparat. Förläng prognosen först.',
    en: 'The year lies outside the forecast of this scenario. Nothing was saved. Extend the forecast first.',
  },
  foreign_origin: {
    sv: 'Anropet kom från en annan webbplats och släpptes inte in. Inget är ändrat. Öppna Tkr direkt i webbläsaren.',
    en: 'The call came from another site and was not let in. Nothing was changed. Open Tkr directly in the browser.',
  },
  from_line_not_used: {
    sv: 'Bara en omdisponering tas från en annan rad. Inget är sparat.',
    en: 'Only a transfer is taken from another line. Nothing was saved.',
  },
  from_year_not_used: {
    sv: 'Bara en återbudgetering tas från ett annat år. Inget är sparat.',
    en: 'Only a carry-over is taken from another year. Nothing was saved.',
  },
  headers_too_large: {
    sv: 'Anropets huvud är för stort. Inget är ändrat. Rensa kakor för adressen och försök igen.',
    en: 'The head of the call is too large. Nothing was changed. Clear the cookies of the address and try again.',
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
  installation_has_administrator: {
    sv: 'Installationen har redan en administratör. Inget är ändrat. Logga in, eller be administratören om en inbjudan.',
    en: 'The installation has an administrator already. Nothing was changed. Log in, or ask the administrator for an invitation.',
  },
  internal_error: {
    sv: 'Något gick fel i Tkr. Inget är sparat. Försök igen; ange ärendenumret om felet kommer tillbaka.',
    en: 'Something went wrong in Tkr. Nothing was saved. Try again; quote the request number if it comes back.',
  },
  invitation_for_other_person: {
    sv: 'Inbjudan gäller en annan adress än den du är inloggad med. Inget är ändrat. Logga ut och öppna länken igen.',
    en: 'The invitation is for another address than the one you are logged in with. Nothing was changed. Log out and open the link again.',
  },
  invitation_needs_name_and_password: {
    sv: 'Ett nytt konto behöver namn och lösenord. Inget är sparat. Fyll i båda.',
    en: 'A new account needs a name and a password. Nothing was saved. Fill in both.',
  },
  invitation_not_found: {
    sv: 'Inbjudan finns inte här, eller är redan använd. Inget är ändrat. Ladda om sidan.',
    en: 'There is no such invitation here, or it has been used. Nothing was changed. Reload the page.',
  },
  last_administrator: {
    sv: 'Organisationen behöver minst en administratör. Inget är ändrat. Gör någon annan till administratör först.',
    en: 'The organisation needs at least one administrator. Nothing was changed. Make somebody else administrator first.',
  },
  line_name_taken: {
    sv: 'Det finns redan en rad med det namnet. Inget är sparat. Välj ett annat namn.',
    en: 'There is a line with that name already. Nothing was saved. Choose another name.',
  },
  line_not_found: {
    sv: 'Raden finns inte här. Inget är ändrat. Ladda om sidan.',
    en: 'There is no such line here. Nothing was changed. Reload the page.',
  },
  link_not_valid: {
    sv: 'Länken gäller inte: den är använd, för gammal eller indragen. Inget är ändrat. Be den som gav dig länken om en ny.',
    en: 'The link does not hold: it is used, too old or withdrawn. Nothing was changed. Ask for a new one where you got it.',
  },
  local_login_off: {
    sv: 'Organisationens personer loggar in hos arbetsgivaren. Inget är ändrat. Välj arbetsgivarens inloggning.',
    en: 'The people of this organisation log in with their employer. Nothing was changed. Choose that way to log in.',
  },
  login_failed: {
    sv: 'E-postadressen och lösenordet hör inte ihop. Inget är ändrat. Kontrollera båda och försök igen.',
    en: 'The e-mail address and the password do not go together. Nothing was changed. Check both and try again.',
  },
  media_type_not_json: {
    sv: 'Tkr tar bara emot JSON (application/json). Inget är sparat.',
    en: 'Tkr takes JSON only (application/json). Nothing was saved.',
  },
  member_left_before_joined: {
    sv: 'Medlemmen lämnar före dagen den går in. Inget är sparat. Rätta datumen.',
    en: 'The member leaves before it joins. Nothing was saved. Correct the days.',
  },
  member_name_taken: {
    sv: 'Det finns redan en medlem med det namnet. Inget är sparat. Ändra den i stället.',
    en: 'There is a member with that name already. Nothing was saved. Change that one instead.',
  },
  member_not_found: {
    sv: 'Medlemmen finns inte här. Inget är ändrat. Ladda om sidan.',
    en: 'There is no such member here. Nothing was changed. Reload the page.',
  },
  not_found: {
    sv: 'Det finns inget på den adressen.',
    en: 'There is nothing at that address.',
  },
  not_ready: {
    sv: 'Tkr är inte redo: databasen svarar inte eller är inte uppdaterad. Försök igen om en stund.',
    en: 'Tkr is not ready: the database does not answer or is not up to date. Try again in a while.',
  },
  not_signed_in: {
    sv: 'Du är inte inloggad, eller har blivit utloggad. Inget är ändrat. Logga in och försök igen.',
    en: 'You are not logged in, or have been logged out. Nothing was changed. Log in and try again.',
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
  operator_only: {
    sv: 'Bara den som är driftansvarig för installationen får göra det här. Inget är ändrat.',
    en: 'Only an operator of the installation may do this. Nothing was changed.',
  },
  organisation_name_taken: {
    sv: 'Det finns redan en organisation med det namnet. Inget är sparat. Välj ett annat namn.',
    en: 'There is an organisation with that name already. Nothing was saved. Choose another name.',
  },
  organisation_not_found: {
    sv: 'Organisationen finns inte, eller så har du inte tillgång till den.',
    en: 'There is no such organisation, or you have no access to it.',
  },
  outcome_unknown: {
    sv: 'Förbindelsen med databasen bröts, och det är oklart om det sparades. Ladda om sidan och se efter innan du försöker igen, så att inget sparas dubbelt.',
    en: 'The connection to the database broke, and it is not clear whether it was saved. Reload the page and look before you try again, so that nothing is saved twice.',
  },
  password_common: {
    sv: 'Lösenordet är lätt att gissa: det bygger på ett vanligt lösenord, ett namn eller en följd av tecken. Inget är sparat. Ta några ord som inte hör ihop.',
    en: 'The password is easy to guess: it is built on a common password, a name or a run of characters. Nothing was saved. Take some words that do not belong together.',
  },
  password_link_not_here: {
    sv: 'Personens lösenord kan inte bytas härifrån. Inget är ändrat. Be den som driver Tkr köra npx tkr password-link med personens adress.',
    en: 'The password of this person cannot be changed from here. Nothing was changed. Ask those who run Tkr to run npx tkr password-link with the address.',
  },
  password_too_long: {
    sv: 'Lösenordet är längre än 1000 tecken. Inget är sparat. Ta ett kortare.',
    en: 'The password is longer than 1000 characters. Nothing was saved. Take a shorter one.',
  },
  password_too_short: {
    sv: 'Lösenordet är kortare än 12 tecken. Inget är sparat. Ta några ord till.',
    en: 'The password is shorter than 12 characters. Nothing was saved. Add some words.',
  },
  password_wrong: {
    sv: 'Lösenordet stämmer inte. Inget är ändrat. Skriv det lösenord som du loggar in med.',
    en: 'The password is wrong. Nothing was changed. Write the password that you log in with.',
  },
  person_is_demo: {
    sv: 'Demons egna personer är till för att prova rollerna och kan inte ändras. Inget är ändrat. Bjud in en person och ändra den.',
    en: 'The people of the demo are there for trying the roles and cannot be changed. Nothing was changed. Invite a person and change that one.',
  },
  person_not_found: {
    sv: 'Personen finns inte här. Inget är ändrat. Ladda om sidan.',
    en: 'There is no such person here. Nothing was changed. Reload the page.',
  },
  price_not_of_article: {
    sv: 'Priset hör inte till artikeln. Inget är ändrat. Välj ett av artikelns egna priser.',
    en: 'The price does not belong to the article. Nothing was changed. Choose one of its own prices.',
  },
  provider_refused: {
    sv: 'Inloggningen hos arbetsgivaren gick inte igenom. Inget är ändrat. Försök igen; be annars arbetsgivaren ge dig en roll i Tkr.',
    en: 'The login with your employer did not go through. Nothing was changed. Try again; otherwise ask your employer to give you a role in Tkr.',
  },
  provider_required: {
    sv: 'Organisationen öppnas med inloggning hos arbetsgivaren. Inget är ändrat. Logga ut och välj den inloggningen.',
    en: 'The organisation is opened by logging in with the employer. Nothing was changed. Log out and choose that login.',
  },
  request_malformed: {
    sv: 'Det som skickades går inte att läsa. Inget är sparat.',
    en: 'What was sent cannot be read. Nothing was saved.',
  },
  request_too_slow: {
    sv: 'Anropet kom inte fram i tid. Inget är sparat. Försök igen.',
    en: 'The request did not arrive in time. Nothing was saved. Try again.',
  },
  right_missing: {
    sv: 'Din roll i organisationen får inte göra det här. Inget är ändrat. Be den som har rollen för det, eller en administratör.',
    en: 'Your role in the organisation may not do this. Nothing was changed. Ask somebody whose role may, or an administrator.',
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
  second_factor_missing: {
    sv: 'Inloggningen är inte klar: koden från appen saknas. Inget är ändrat. Skriv den och försök igen.',
    en: 'The login is not finished: the code from the app is missing. Nothing was changed. Enter it and try again.',
  },
  second_factor_required: {
    sv: 'Organisationen kräver engångskoder vid inloggning. Inget är ändrat. Slå på dem under Mitt konto.',
    en: 'The organisation requires one-time codes at login. Nothing was changed. Turn them on under My account.',
  },
  session_not_found: {
    sv: 'Sessionen finns inte längre. Inget är ändrat. Ladda om sidan.',
    en: 'There is no such session any more. Nothing was changed. Reload the page.',
  },
  stopping: {
    sv: 'Tkr håller på att stanna. Inget är ändrat. Försök igen om en stund.',
    en: 'Tkr is stopping. Nothing was changed. Try again in a while.',
  },
  token_not_enough: {
    sv: 'Det här görs av en inloggad person och inte med en nyckel. Inget är ändrat. Logga in i webbläsaren.',
    en: 'This is done by a person who is logged in, not with a token. Nothing was changed. Log in in the browser.',
  },
  token_not_found: {
    sv: 'Nyckeln finns inte här. Inget är ändrat. Ladda om sidan.',
    en: 'There is no such token here. Nothing was changed. Reload the page.',
  },
  token_read_only: {
    sv: 'Nyckeln får bara läsa. Inget är ändrat. Skapa en nyckel som också får skriva.',
    en: 'The token may only read. Nothing was changed. Make a token that may write too.',
  },
  too_many_attempts: {
    sv: 'Det har varit för många misslyckade försök. Inget är ändrat. Vänta den tid som anges och försök igen.',
    en: 'There have been too many failed attempts. Nothing was changed. Wait for the time given and try again.',
  },
  too_many_requests: {
    sv: 'Det kommer för många anrop på kort tid. Inget är ändrat. Vänta en minut och försök igen.',
    en: 'There are too many calls in a short time. Nothing was changed. Wait a minute and try again.',
  },
  totalutgift_beslut_not_used: {
    sv: 'Bara en beslutad totalutgift hör till ett beslut. Inget är sparat. Ta bort beslutet, eller ange den som beslutad.',
    en: 'Only a decided total belongs to a decision. Nothing was saved. Remove the decision, or say that the total is decided.',
  },
  totalutgift_needs_projekt: {
    sv: 'Bara en rad av typen projekt har en totalutgift. Inget är sparat. Byt radtyp först.',
    en: 'Only a line of the type project has a total. Nothing was saved. Change the type of the line first.',
  },
  totp_off: {
    sv: 'Engångskoder är inte påslagna. Inget är ändrat. Börja med att lägga till appen.',
    en: 'One-time codes are not turned on. Nothing was changed. Begin by adding the app.',
  },
  totp_on: {
    sv: 'Engångskoder är redan påslagna. Inget är ändrat. Ta bort den gamla appen först.',
    en: 'One-time codes are turned on already. Nothing was changed. Remove the old app first.',
  },
  totp_required: {
    sv: 'En organisation som du hör till kräver engångskoder. Inget är ändrat. Lägg till den nya appen i stället.',
    en: 'An organisation that you belong to requires one-time codes. Nothing was changed. Keep the app.',
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
  years_not_a_span: {
    sv: 'Det första året ska inte ligga efter det sista, och det får vara högst 30 år. Inget är ändrat. Välj andra år.',
    en: 'The first year must not be after the last one, and there can be at most 30 years. Nothing was changed. Choose other years.',
  },
};
