import type { ArendeOutcome, TextBlock } from '#domain/arende-terms.ts';
import {
  type SkrivelseSection,
  type SkrivelseTable,
  type Tjansteskrivelse,
  toPieces,
} from '#domain/tjansteskrivelse.ts';
import {
  behovTable,
  investeringsbudgetTable,
  type NeedOfLine,
  type PrognosOfYear,
  prognosTable,
} from '#domain/tjansteskrivelse-tables.ts';
import { type Tkr, tkr } from '#domain/tkr.ts';
import { volume } from '#domain/volume.ts';
import type { ArendeAnswer } from './arende-answer.ts';
import { endpoint } from './endpoint.ts';
import { id } from './fields.ts';
import { noQuery, organisationParams } from './organisations.ts';
import { budgetpostLabel, figureLabel } from './terms.ts';

export const exportTjansteskrivelse = endpoint({
  operationId: 'exportTjansteskrivelse',
  method: 'GET',
  path: '/api/organisations/:organisationId/arenden/:arendeId/tjansteskrivelse.docx',
  summary: 'Ärendets tjänsteskrivelse som DOCX: texter och tabeller som på sidan för utskrift',
  access: 'exportFigures',
  params: organisationParams.extend({ arendeId: id }),
  query: noQuery,
  body: null,
  needsVersion: false,
  status: 200,
  answer: 'docx',
});

/** Whose letter it is. */
export type Sender = { readonly name: string; readonly orgnr: string | null };

/**
 * The tjänsteskrivelse of an ärende, written out on a day (`YYYY-MM-DD`).
 *
 * The parts and their order are those of a protocol (DOMAIN §1); a part that nobody has written and
 * that has no table is left out. The file and the page are both made from this.
 */
export function writeTjansteskrivelse(
  arende: ArendeAnswer,
  { name, orgnr }: Sender,
  day: string,
): Tjansteskrivelse {
  const { dnr } = arende;
  const draft = draftOf(arende);
  return {
    organisation: name,
    kind: 'Tjänsteskrivelse',
    title: arende.title,
    draft,
    runningHead: [name, 'Tjänsteskrivelse', ...(dnr === null ? [] : [`Dnr ${dnr}`])].join(' · '),
    facts: [
      { label: 'Datum', value: day },
      ...(dnr === null ? [] : [{ label: 'Diarienummer', value: dnr }]),
      ...(orgnr === null ? [] : [{ label: 'Organisationsnummer', value: orgnr }]),
      ...(draft === null ? [] : [{ label: 'Status', value: draft }]),
      ...arende.decisions.map(({ outcome, beslut: { organ, date, paragraph } }) => ({
        label: outcomeLabels[outcome],
        value: [organ, date, paragraph].filter((part) => part !== null).join(' '),
      })),
    ],
    sections: sectionsOf(arende),
  };
}

const day = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/Stockholm' });

/** The day that a tjänsteskrivelse of a moment carries: that of people in Sweden, `YYYY-MM-DD`. */
export function dayInSweden(moment: Date): string {
  return day.format(moment);
}

const outcomeLabels: { readonly [outcome in ArendeOutcome]: string } = {
  bifall: 'Bifall',
  avslag: 'Avslag',
  aterremiss: 'Återremiss',
};

function draftOf({ status, version }: ArendeAnswer): string | null {
  if (status === 'beslutad') return null;
  return `${status === 'utkast' ? 'Utkast' : 'Utkast under beredning'}, version ${version}`;
}

const headings: { readonly [block in Exclude<TextBlock, 'beslut'>]: string } = {
  sammanfattning: 'Sammanfattning av ärendet',
  arendet: 'Ärendet',
  konsekvensbeskrivning: 'Konsekvensbeskrivning',
  beslutsunderlag: 'Beslutsunderlag',
  beslutsexpediering: 'Beslutsexpediering',
};

function headingOf(block: TextBlock, { outcome }: ArendeAnswer): string {
  if (block !== 'beslut') return headings[block];
  return outcome === 'bifall' ? 'Beslut' : 'Förslag till beslut';
}

function sectionsOf(arende: ArendeAnswer): SkrivelseSection[] {
  return arende.texts
    .map(({ block, body }) => ({
      heading: headingOf(block, arende),
      pieces: [
        ...toPieces(body, block === 'beslut' ? 'clauses' : 'marks'),
        ...(block === 'konsekvensbeskrivning' ? tablesOf(arende) : []),
      ],
    }))
    .filter(({ pieces }) => pieces.length > 0);
}

function tablesOf(arende: ArendeAnswer): SkrivelseTable[] {
  const needs = needsOf(arende);
  const { budget, forecast } = arende;
  const tables = [
    ...(needs.length === 0 ? [] : [behovTable(needs)]),
    ...budget.map(({ year, before, added, after, rows }) =>
      investeringsbudgetTable({
        year,
        before: tkr(before),
        added: tkr(added),
        after: tkr(after),
        rows: rows.map(({ lineName, kind, amount }) => ({
          label: budgetpostLabel(lineName, kind),
          amount: tkr(amount),
        })),
      }),
    ),
    ...(forecast === null
      ? []
      : [
          prognosTable(
            {
              scenario: forecast.name,
              bifall: forecast.bifall.map(toPrognos),
              avslag: forecast.avslag.map(toPrognos),
            },
            prognosLabel,
          ),
        ]),
  ];
  return tables.map((table, index) => ({
    ...table,
    caption: `Tabell ${index + 1}. ${table.caption}`,
  }));
}

/** The needs of the lines and years that the ärende gives to; not of the years it takes from. */
function needsOf({ lines, entries }: ArendeAnswer): NeedOfLine[] {
  return lines.flatMap(({ lineName, year, before, after, need, needItems }) => {
    if (need === null || entries.every((entry) => entry.year !== year)) return [];
    const items = needItems.map(({ name, unit, ...item }) => ({
      name,
      unit,
      volume: volume(item.volume),
      price: tkr(item.price),
      value: tkr(item.value),
    }));
    return [{ lineName, year, need: tkr(need), before: tkr(before), after: tkr(after), items }];
  });
}

type EffectYear = NonNullable<ArendeAnswer['forecast']>['bifall'][number];

function toPrognos({ year, ...figures }: EffectYear): PrognosOfYear {
  return {
    year,
    tillaggsbudget: orNull(figures.tillaggsbudget),
    debt: orNull(figures.closing),
    borgenstak: orNull(figures.borgenstak),
    headroom: orNull(figures.headroom),
  };
}

function orNull(plain: string | null): Tkr | null {
  return plain === null ? null : tkr(plain);
}

function prognosLabel(figure: Exclude<keyof PrognosOfYear, 'year'>, year: number): string {
  if (figure === 'borgenstak') return `Borgenstak 31/12 ${year}`;
  return figureLabel(figure === 'tillaggsbudget' ? 'borrowingTillaggsbudget' : figure, year);
}
