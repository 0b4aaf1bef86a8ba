import type { Sentence } from './field-texts.ts';
import type { ProblemCode } from './refusals.ts';

type ArendeCode = Extract<ProblemCode, `arende_${string}` | `entry_${string}` | `linked_${string}`>;

/** What is said when something about an ärende, or a figure that follows one, is refused. */
export const arendeRefusalTexts: { readonly [code in ArendeCode]: Sentence } = {
  arende_basis_holds: {
    sv: 'Allt som ärendet förde över har fortfarande täckning i utfallet. Inget är ändrat.',
    en: 'Everything that the case carried over still has cover in the outcome. Nothing was changed.',
  },
  arende_correction_exists: {
    sv: 'Det finns redan ett ärende som rättar detta och inte är beslutat. Inget är ändrat. Öppna det i stället.',
    en: 'There is already a case that corrects this and is not decided. Nothing was changed. Open that one instead.',
  },
  arende_decided: {
    sv: 'Ärendet är beslutat och ändras aldrig mer. Inget är ändrat. Gör ett nytt ärende för det som ska bli annorlunda.',
    en: 'The case is decided and never changes again. Nothing was changed. Make a new case for what should be different.',
  },
  arende_decided_amounts_not_used: {
    sv: 'Ändrade belopp hör bara till ett bifall. Inget är ändrat. Ta bort beloppen eller välj bifall.',
    en: 'Changed amounts belong to an approval only. Nothing was changed. Remove the amounts or choose approval.',
  },
  arende_document_not_found: {
    sv: 'Underlaget finns inte i ärendet. Inget är ändrat. Ladda om sidan.',
    en: 'There is no such document in the case. Nothing was changed. Reload the page.',
  },
  arende_entry_not_found: {
    sv: 'Posten finns inte i ärendet. Inget är ändrat. Ladda om sidan.',
    en: 'There is no such entry in the case. Nothing was changed. Reload the page.',
  },
  arende_followed: {
    sv: 'Ett scenario följer ärendet, så det kan inte tas bort. Inget är ändrat. Ta bort scenariot först.',
    en: 'A scenario follows the case, so that it cannot be deleted. Nothing was changed. Delete the scenario first.',
  },
  arende_has_beslut: {
    sv: 'Ett organ har redan behandlat ärendet, så det kan inte tas bort. Inget är ändrat.',
    en: 'A body has dealt with the case already, so that it cannot be deleted. Nothing was changed.',
  },
  arende_has_no_entries: {
    sv: 'Ärendet har inga poster att besluta om. Inget är ändrat. Lägg till minst en post först.',
    en: 'The case has no entries to decide on. Nothing was changed. Add at least one entry first.',
  },
  arende_needs_base_scenario: {
    sv: 'Ärendet har inget scenario att räkna från. Inget är ändrat. Välj ett scenario i ärendet först.',
    en: 'The case has no scenario to start from. Nothing was changed. Choose a scenario in the case first.',
  },
  arende_not_found: {
    sv: 'Ärendet finns inte här. Inget är ändrat. Gå till listan över ärenden.',
    en: 'There is no such case here. Nothing was changed. Go to the list of cases.',
  },
  arende_not_in_beredning: {
    sv: 'Ärendet är inte under beredning, så det kan varken beslutas eller tas tillbaka. Inget är ändrat. Skicka det till beredning först.',
    en: 'The case is not being prepared, so that it can neither be decided nor taken back. Nothing was changed. Send it to preparation first.',
  },
  arende_not_utkast: {
    sv: 'Ärendet är inte längre ett utkast. Inget är ändrat. Ta tillbaka det till utkast först.',
    en: 'The case is no longer a draft. Nothing was changed. Take it back to draft first.',
  },
  arende_outcome_missing: {
    sv: 'Det finns inget utfall för raden det år som pengarna tas från, så ingen vet vad som är outnyttjat. Inget är sparat. Skriv in eller importera utfallet först.',
    en: 'There is no outcome for the line in the year that the money comes from, so nobody knows what is unused. Nothing was saved. Enter or import the outcome first.',
  },
  arende_over_unused: {
    sv: 'Det är mer än vad som är kvar av det outnyttjade på raden det året. Inget är sparat. Minska beloppet.',
    en: 'It is more than is left of what the line did not use that year. Nothing was saved. Lower the amount.',
  },
  arende_protocol_missing: {
    sv: 'Ett beslut som registreras behöver protokollet som det står i. Inget är ändrat. Skriv till exempel ”Direktionens protokoll 2025-03-27”.',
    en: 'A decision that is registered needs the minutes that it stands in. Nothing was changed. Write for example “Direktionens protokoll 2025-03-27”.',
  },
  arende_reason_missing: {
    sv: 'En post går över behovet, delegationen eller vad policyn medger, och saknar skäl. Inget är sparat. Skriv skälet på posten.',
    en: 'An entry goes beyond the need, the delegation or what the policy allows, and has no reason. Nothing was saved. Write the reason on the entry.',
  },
  arende_years_outside_scenario: {
    sv: 'Ärendet lägger inte till något under scenariots år. Inget är ändrat. Välj ett annat scenario, eller förläng det.',
    en: 'The case adds nothing in the years of the scenario. Nothing was changed. Choose another scenario, or make it longer.',
  },
  entry_field_not_used: {
    sv: 'Posten har en uppgift som inte hör till dess slag. Inget är sparat. Ta bort uppgiften eller byt slag.',
    en: 'The entry has something that does not belong to its kind. Nothing was saved. Remove it or choose another kind.',
  },
  entry_needs_budgetpost: {
    sv: 'En rättelse behöver den post som den rättar. Inget är sparat. Välj posten.',
    en: 'A correction needs the entry that it corrects. Nothing was saved. Choose the entry.',
  },
  entry_needs_line: {
    sv: 'Posten behöver en rad. Inget är sparat. Välj rad.',
    en: 'The entry needs a line. Nothing was saved. Choose a line.',
  },
  entry_needs_name: {
    sv: 'En ny rad behöver ett namn. Inget är sparat. Skriv namnet.',
    en: 'A new line needs a name. Nothing was saved. Enter the name.',
  },
  linked_figure_needs_comment: {
    sv: 'Siffran följer ett ärende. Inget är ändrat. Skriv först en kommentar om varför den ska vara en annan, och ändra den sedan.',
    en: 'The figure follows a case. Nothing was changed. First write a comment about why it should be another one, and then change it.',
  },
};
