import type { Sentence } from './field-texts.ts';

/** What is said when ceilings, or the keys by which the members answer, are refused. */
export const borgenRefusalTexts = {
  borgenstak_already_corrected: {
    sv: 'Borgenstaket är redan rättat eller återtaget. Inget är sparat. Ladda om sidan och rätta det som gäller nu.',
    en: 'The ceiling is corrected or taken back already. Nothing was saved. Reload the page and correct the one in force.',
  },
  borgenstak_day_taken: {
    sv: 'Det finns redan ett borgenstak från den dagen. Inget är sparat. Rätta det som finns, eller välj en annan dag.',
    en: 'There is a ceiling from that day already. Nothing was saved. Correct the one that is there, or choose another day.',
  },
  borgenstak_not_found: {
    sv: 'Borgenstaket finns inte här. Inget är sparat. Ladda om sidan.',
    en: 'There is no such ceiling here. Nothing was saved. Reload the page.',
  },
  borgenstak_withdrawn: {
    sv: 'Den raden tar tillbaka ett borgenstak och går inte att rätta. Inget är sparat. Registrera ett nytt borgenstak i stället.',
    en: 'That row takes a ceiling back and cannot be corrected. Nothing was saved. Register a new ceiling instead.',
  },
  member_has_share: {
    sv: 'Medlemmen har en andel i en fördelningsnyckel och kan inte tas bort. Inget är ändrat. Skriv en första dag utanför för en medlem som lämnar, eller ta bort den ur nyckeln först.',
    en: 'The member has a share in a key and cannot be removed. Nothing was changed. Give a member that leaves a first day outside, or take it out of the key first.',
  },
  population_file_unreadable: {
    sv: 'Det går inte att läsa folkmängd ur filen. Inget är sparat. Hämta tabellen från SCB som semikolonavgränsad fil med en kolumn för region och en för antal, och försök igen.',
    en: 'No population can be read from the file. Nothing was saved. Fetch the table from SCB as a semicolon separated file with one column for the region and one for the number, and try again.',
  },
  share_key_day_taken: {
    sv: 'Det finns redan en fördelningsnyckel från den dagen. Inget är sparat. Ändra den som finns, eller välj en annan dag.',
    en: 'There is a key from that day already. Nothing was saved. Change the one that is there, or choose another day.',
  },
  share_key_empty: {
    sv: 'Fördelningsnyckeln har ingen medlem med en andel. Inget är sparat. Skriv invånare eller procent för minst en medlem.',
    en: 'The key has no member with a share. Nothing was saved. Enter inhabitants or a percentage for at least one member.',
  },
  share_key_member_outside: {
    sv: 'En medlem i nyckeln har lämnat, eller har inte gått in, den dag som nyckeln börjar gälla. Inget är sparat. Ta bort den ur nyckeln, eller rätta medlemmens dagar i inställningarna.',
    en: 'A member of the key has left, or has not joined, on the day that the key takes effect. Nothing was saved. Take it out of the key, or correct its days in the settings.',
  },
  share_key_member_twice: {
    sv: 'En medlem står två gånger i nyckeln. Inget är sparat. Låt den stå en gång.',
    en: 'A member stands twice in the key. Nothing was saved. Let it stand once.',
  },
  share_key_not_found: {
    sv: 'Fördelningsnyckeln finns inte längre. Inget är ändrat. Ladda om sidan.',
    en: 'The key is no longer there. Nothing was changed. Reload the page.',
  },
  share_key_percent_sum: {
    sv: 'Procenten i nyckeln blir inte exakt 100 tillsammans. Inget är sparat. Ändra dem så att summan blir 100.',
    en: 'The percentages of the key do not add up to exactly 100. Nothing was saved. Change them so that the sum is 100.',
  },
} as const satisfies { readonly [code: string]: Sentence };
