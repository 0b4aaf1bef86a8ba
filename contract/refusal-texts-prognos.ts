import type { Sentence } from './field-texts.ts';

/** What is said when assumptions, sources of figures, and what a scenario inherits are refused. */
export const prognosRefusalTexts = {
  assumption_for_no_line: {
    sv: 'Det antagandet gäller alla rader och kan inte skrivas på en rad. Inget är ändrat. Skriv det för alla rader.',
    en: 'That assumption holds for all lines and cannot be made for one. Nothing was changed. Make it for all lines.',
  },
  assumption_holds_always: {
    sv: 'Det antagandet gäller hela prognosen och börjar inte någon viss dag. Inget är ändrat. Ta bort dagen.',
    en: 'That assumption holds for the whole forecast and begins on no certain day. Nothing was changed. Remove the day.',
  },
  assumption_interval_unknown: {
    sv: 'Betalningar görs varje, var tredje, var sjätte eller var tolfte månad. Inget är ändrat. Skriv 1, 3, 6 eller 12.',
    en: 'Payments are made every 1, 3, 6 or 12 months. Nothing was changed. Write one of those.',
  },
  assumption_needs_day: {
    sv: 'Antagandet gäller från en viss dag, och ingen dag är angiven. Inget är ändrat. Välj dagen.',
    en: 'The assumption holds from a certain day, and no day is given. Nothing was changed. Choose the day.',
  },
  assumption_needs_line: {
    sv: 'En ytterligare investering görs på en rad. Inget är ändrat. Välj rad.',
    en: 'A further investment is made on a line. Nothing was changed. Choose a line.',
  },
  assumption_not_found: {
    sv: 'Antagandet finns inte här. Inget är ändrat. Ladda om sidan.',
    en: 'There is no such assumption here. Nothing was changed. Reload the page.',
  },
  assumption_only_in_scenario: {
    sv: 'Det antagandet hör till en fråga om ett scenario och inte till organisationen. Inget är ändrat. Skriv det i ett scenario.',
    en: 'That assumption belongs to a question about a scenario and not to the organisation. Nothing was changed. Make it in a scenario.',
  },
  assumption_range_out_of_order: {
    sv: 'Det lägsta ska inte vara större än det troliga, och det troliga inte större än det högsta; första månaden inte efter den sista. Inget är ändrat. Byt ordning.',
    en: 'The lowest must not be more than the likely, nor the likely more than the highest; nor the first month after the last. Nothing was changed. Put them in order.',
  },
  assumption_value_of_other_shape: {
    sv: 'Värdet är inte av det slag som antagandet har: procent, månader, belopp eller ett spann. Inget är ändrat. Skriv alla delar av värdet och inga andra.',
    en: 'The value is not what the assumption is made of: percent, months, an amount or a range. Nothing was changed. Give all parts of the value and no others.',
  },
  assumption_value_out_of_range: {
    sv: 'Värdet är större eller mindre än antagandet kan vara. Inget är ändrat. Skriv ett annat värde.',
    en: 'The value is more or less than the assumption can be. Nothing was changed. Write another value.',
  },
  assumption_year_begins_in_january: {
    sv: 'Antagandet följer budgetåret och börjar gälla den 1 januari. Inget är ändrat. Välj den 1 januari det år som det ska gälla från.',
    en: 'The assumption follows the budget year and begins on 1 January. Nothing was changed. Choose 1 January of the year from which it holds.',
  },
  computed_figure_needs_comment: {
    sv: 'Siffran räknas fram. Inget är ändrat. Skriv först en kommentar om varför den ska vara en annan, och ändra den sedan.',
    en: 'The figure is computed. Nothing was changed. First write a comment about why it should be another one, and then change it.',
  },
  figure_given_twice: {
    sv: 'Samma siffra är angiven två gånger. Inget är ändrat. Ange den en gång.',
    en: 'The same figure is given twice. Nothing was changed. Give it once.',
  },
  figure_source_unfit: {
    sv: 'Den siffran kan inte komma till så: amortering och ingående skuld skrivs eller räknas, planerad upplåning skrivs eller följer budgeten, tilläggsbudgeten skrivs, räknas eller följer ett ärende, och nyttjande av eget kapital skrivs. Inget är ändrat. Välj ett av sätten.',
    en: 'That figure cannot come about so: amortisation and opening debt are typed or computed, planned borrowing is typed or follows the budget, the supplementary budget is typed, computed or follows a case, and the use of equity is typed. Nothing was changed. Choose one of the ways.',
  },
  scenario_basis_moved: {
    sv: 'Budgeten, lånen eller antagandena har ändrats sedan du såg scenariot. Inget är ändrat. Läs siffrorna igen och fastställ sedan.',
    en: 'The budget, the loans or the assumptions have changed since you saw the scenario. Nothing was changed. Read the figures again, and then make it final.',
  },
  scenario_inherited: {
    sv: 'Andra scenarier ärver antaganden från det här, så det kan inte tas bort. Inget är ändrat. Låt dem ärva från något annat först.',
    en: 'Other scenarios inherit assumptions from this one, so that it cannot be deleted. Nothing was changed. Let them inherit from something else first.',
  },
  scenario_parent_cycle: {
    sv: 'Scenariot skulle ärva antaganden från sig självt. Inget är ändrat. Välj ett scenario som inte ärver från det här.',
    en: 'The scenario would inherit assumptions from itself. Nothing was changed. Choose a scenario that does not inherit from this one.',
  },
  scenario_parent_not_found: {
    sv: 'Scenariot som antaganden skulle ärvas från finns inte här. Inget är ändrat. Ladda om sidan och välj ett annat.',
    en: 'The scenario to inherit assumptions from is not here. Nothing was changed. Reload the page and choose another.',
  },
  scenario_parent_private: {
    sv: 'Ett scenario som direktionen ser kan inte ärva antaganden från ett utkast som den inte ser. Inget är ändrat. Visa eller dölj båda, eller låt det ärva från något annat.',
    en: 'A scenario that the direktion sees cannot inherit assumptions from a draft that it does not see. Nothing was changed. Show or hide both, or let it inherit from something else.',
  },
} as const satisfies { readonly [code: string]: Sentence };
