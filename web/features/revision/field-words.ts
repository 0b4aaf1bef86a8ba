import type { Sentence } from '#contract/field-texts.ts';
import type { Language } from '../../texts/language.tsx';

/** What is stored is called, in the order that it is shown in: what people gave it first. */
const fieldWords = new Map<string, Sentence>(
  Object.entries({
    name: { sv: 'Namn', en: 'Name' },
    title: { sv: 'Rubrik', en: 'Title' },
    description: { sv: 'Beskrivning', en: 'Description' },
    organ: { sv: 'Organ', en: 'Body' },
    date: { sv: 'Datum', en: 'Date' },
    paragraph: { sv: 'Paragraf', en: 'Paragraph' },
    dnr: { sv: 'Diarienummer', en: 'Reference number' },
    note: { sv: 'Om beslutet', en: 'About the decision' },
    lineId: { sv: 'Rad', en: 'Line' },
    year: { sv: 'År', en: 'Year' },
    kind: { sv: 'Slag', en: 'Kind' },
    amount: { sv: 'Belopp, Tkr', en: 'Amount, Tkr' },
    otherYear: { sv: 'Andra året', en: 'Other year' },
    otherLineId: { sv: 'Andra raden', en: 'Other line' },
    beslutId: { sv: 'Beslut', en: 'Decision' },
    comment: { sv: 'Kommentar', en: 'Comment' },
    figures: { sv: 'Siffror', en: 'Figures' },
    openingYear: { sv: 'Skulden given för 31/12', en: 'Debt given for 31/12' },
    lastYear: { sv: 'Sista året', en: 'Last year' },
    status: { sv: 'Läge', en: 'State' },
    isPrivate: { sv: 'Dolt för direktionen', en: 'Hidden from the board' },
    copyFrom: { sv: 'Kopia av', en: 'Copy of' },
    orgnr: { sv: 'Organisationsnummer', en: 'Organisation number' },
    slug: { sv: 'Kort namn i adresser', en: 'Short name in addresses' },
    requiresSecondFactor: { sv: 'Kräver engångskoder', en: 'Requires one-time codes' },
    kommunkod: { sv: 'Kommunkod', en: 'Municipality code' },
    joinedOn: { sv: 'Medlem från', en: 'Member from' },
    leftOn: { sv: 'Första dagen utanför', en: 'First day outside' },
    personId: { sv: 'Person', en: 'Person' },
    role: { sv: 'Roll', en: 'Role' },
    since: { sv: 'Sedan', en: 'Since' },
    endedAt: { sv: 'Slutade', en: 'Ended' },
    hasSecondFactor: { sv: 'Har engångskoder', en: 'Has one-time codes' },
    on: { sv: 'Påslagen', en: 'Turned on' },
    method: { sv: 'Sätt', en: 'Way' },
    secondFactor: { sv: 'Med engångskod', en: 'With a one-time code' },
    byLink: { sv: 'Med en länk', en: 'By a link' },
    scope: { sv: 'Nyckeln får', en: 'The token may' },
    address: { sv: 'Adress', en: 'Address' },
    source: { sv: 'Siffran är', en: 'The figure is' },
    frozenAt: { sv: 'Fastställt', en: 'Made final' },
    createdAt: { sv: 'Skriven', en: 'Written' },
    changedAt: { sv: 'Ändrad', en: 'Changed' },
    position: { sv: 'Plats i ordningen', en: 'Place in the order' },
    isDemo: { sv: 'Demo', en: 'Demo' },
    pairId: { sv: 'Par av poster', en: 'Pair of entries' },
    replacesId: { sv: 'Ersätter posten', en: 'Replaces the entry' },
    budgetpostId: { sv: 'Post', en: 'Entry' },
    scenarioId: { sv: 'Scenario', en: 'Scenario' },
    memberId: { sv: 'Medlem', en: 'Member' },
    organisationId: { sv: 'Organisation', en: 'Organisation' },
    invitationId: { sv: 'Inbjudan', en: 'Invitation' },
    tokenId: { sv: 'Nyckel', en: 'Token' },
    version: { sv: 'Version', en: 'Version' },
    revision: { sv: 'Antal ändringar', en: 'Number of changes' },
  }),
);

const order = new Map([...fieldWords.keys()].map((field, at) => [field, at]));

/** What a field is called; one without words of its own keeps its name in the log. */
export function fieldText(field: string, language: Language): string {
  return fieldWords.get(field)?.[language] ?? field;
}

/** Fields in the order that they are shown in; unknown ones last, by name. */
export function inFieldOrder(fields: readonly string[]): string[] {
  const place = (field: string): number => order.get(field) ?? order.size;
  return fields.toSorted((left, right) => place(left) - place(right) || (left < right ? -1 : 1));
}
