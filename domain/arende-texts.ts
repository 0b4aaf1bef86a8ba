import type { EntryKind, TextBlock } from './arende-terms.ts';
import { compare, negate, subtract, type Tkr, zero } from './tkr.ts';
import { formatSwedish } from './tkr-swedish.ts';
import { formatVolume, type Volume } from './volume.ts';

/** An entry as the texts tell of it, in Tkr; `amount` is what counts, decided where it was. */
export type ToldEntry = {
  readonly kind: EntryKind;
  readonly lineName: string;
  readonly year: number;
  readonly fromYear: number | null;
  readonly fromLineName: string | null;
  readonly amount: Tkr;
  /** Of a correction: what the corrected entry was. */
  readonly earlierAmount: Tkr | null;
  /** What the from-year left unused, for an återbudgetering whose outcome is known. */
  readonly unused: Tkr | null;
  readonly reason: string | null;
};

/** A line and year that the ärende touches, with what it needs, in Tkr. */
export type ToldLine = {
  readonly lineName: string;
  readonly year: number;
  readonly before: Tkr;
  readonly after: Tkr;
  readonly need: Tkr | null;
  readonly items: readonly { readonly name: string; readonly volume: Volume }[];
};

/** The headroom at the end of a year, if the ärende is granted and if it is not, in Tkr. */
export type ToldHeadroom = {
  readonly scenario: string;
  readonly year: number;
  readonly bifall: Tkr;
  readonly avslag: Tkr;
};

/** What the texts of an ärende are written from. */
export type ArendeFacts = {
  readonly organ: string;
  readonly entries: readonly ToldEntry[];
  readonly lines: readonly ToldLine[];
  readonly years: readonly { readonly year: number; readonly before: Tkr; readonly after: Tkr }[];
  readonly headroom: ToldHeadroom | null;
  readonly documents: readonly { readonly name: string; readonly dated: string | null }[];
};

/**
 * The blocks of a tjänsteskrivelse, written from the figures in the tone of a protocol.
 *
 * Amounts in the att-satser are exact, since they are what is decided; others are in whole Tkr, as
 * the tables beside them. A block about which nothing is known yet is empty. Source: DOMAIN §1.
 */
export function suggestTexts(facts: ArendeFacts): { readonly [block in TextBlock]: string } {
  return {
    beslut: beslutText(facts),
    sammanfattning: summaryText(facts),
    arendet: backgroundText(facts),
    konsekvensbeskrivning: consequenceText(facts),
    beslutsunderlag: documentsText(facts),
    beslutsexpediering: 'Akt',
  };
}

function beslutText({ organ, entries }: ArendeFacts): string {
  if (entries.length === 0) return '';
  return [`${organ} beslutar att`, ...entries.map((entry) => `- ${clauseOf(entry)}`)].join('\n');
}

function clauseOf(entry: ToldEntry): string {
  const { kind, lineName, year, fromYear, fromLineName } = entry;
  const amount = exact(entry.amount);
  switch (kind) {
    case 'aterbudgetering':
      return `överföra outnyttjade investeringsmedel avseende ${lineName} från ${fromYear} till ${year} till ett värde av ${amount}.`;
    case 'tillaggsaskande':
      return compare(entry.amount, zero) < 0
        ? `minska investeringsbudget ${year} avseende ${lineName} med ${exact(negate(entry.amount))}.`
        : `utöka investeringsbudget ${year} avseende ${lineName} med ytterligare ${amount}.`;
    case 'omdisponering':
      return `omdisponera ${amount} i investeringsbudget ${year} från ${fromLineName} till ${lineName}.`;
    case 'newLine':
      return `införa ${lineName} i investeringsbudget ${year} med ${amount}.`;
    case 'correction':
      return `ändra tidigare beslutat belopp avseende ${lineName} ${year} från ${exact(entry.earlierAmount ?? zero)} till ${amount}.`;
  }
}

function summaryText({ entries, years }: ArendeFacts): string {
  if (entries.length === 0) return '';
  const words = listed(kindsOf(entries));
  const effects = years
    .filter(({ before, after }) => compare(after, before) !== 0)
    .map(({ year, before, after }) => {
      const change = subtract(after, before);
      const verb = compare(change, zero) < 0 ? 'minskar' : 'ökar';
      const size = whole(compare(change, zero) < 0 ? negate(change) : change);
      return `Investeringsbudgeten för ${year} ${verb} med ${size} till ${whole(after)}.`;
    });
  return [`Ärendet avser ${words}.`, ...effects].join(' ');
}

function backgroundText({ entries, lines }: ArendeFacts): string {
  return [
    ...lines.flatMap(needText),
    ...entries.flatMap(unusedText),
    ...entries.flatMap(({ lineName, reason }) => (reason === null ? [] : `${lineName}: ${reason}`)),
  ].join('\n\n');
}

function needText({ lineName, year, before, need, items }: ToldLine): string[] {
  if (need === null) return [];
  const counted = items.map(({ name, volume }) => `${formatVolume(volume)} ${name}`);
  const inBrackets = counted.length === 0 ? '' : ` (${listed(counted)})`;
  const gap = subtract(need, before);
  const sentences = [
    `Beräknat inköpsvärde för ${lineName}${inBrackets} uppgår ${year} till ${whole(need)}.`,
    `Investeringsbudget avseende ${lineName} uppgår ${year} till ${whole(before)}.`,
    ...(compare(gap, zero) > 0
      ? [`För att täcka behovet behöver budgeten för ${lineName} utökas med ${whole(gap)}.`]
      : []),
  ];
  return [sentences.join(' ')];
}

function unusedText(entry: ToldEntry): string[] {
  const { kind, unused, lineName, fromYear, year, amount } = entry;
  if (kind !== 'aterbudgetering' || unused === null || fromYear === null) return [];
  const standing =
    compare(unused, zero) < 0
      ? `Utfallet ${fromYear} för ${lineName} överstiger budget med ${whole(negate(unused))}.`
      : `Utfallet ${fromYear} för ${lineName} understiger budget med ${whole(unused)}.`;
  return [
    `${standing} Förslaget är att föra över ${whole(amount)} i investeringsmedel från ${fromYear} till ${year}.`,
  ];
}

function consequenceText({ entries, lines, years, headroom }: ArendeFacts): string {
  const after = (kinds: readonly string[]): string =>
    kinds.length === 0 ? '' : ` efter ${listed(kinds)}`;
  const received = lines.filter(({ year }) => entries.some((entry) => entry.year === year));
  const ofLines = received.map((line) => {
    const own = entries.filter(
      ({ lineName, year }) => lineName === line.lineName && year === line.year,
    );
    return `Total beslutad investeringsvolym avseende ${line.lineName} kommer${after(kindsOf(own))} att uppgå till ${whole(line.after)} år ${line.year} jämfört mot tidigare ${whole(line.before)}.`;
  });
  const ofYears = years
    .filter(({ year }) => entries.some((entry) => entry.year === year))
    .map(({ year, before, after: total }) => {
      const own = kindsOf(entries.filter((entry) => entry.year === year));
      return `Den totala investeringsbudgeten för ${year} kommer${after(own)} att uppgå till ${whole(total)} mot tidigare ${whole(before)}.`;
    });
  return [...ofLines, ...ofYears, ...(headroom === null ? [] : [headroomText(headroom)])].join(
    '\n\n',
  );
}

function headroomText({ scenario, year, bifall, avslag }: ToldHeadroom): string {
  const at = `vid utgången av ${year}`;
  const granted =
    compare(bifall, zero) < 0
      ? `Enligt scenariot ”${scenario}” beräknas borgenstaket överskridas med ${whole(negate(bifall))} ${at} om ärendet bifalls`
      : `Enligt scenariot ”${scenario}” beräknas det outnyttjade borgensutrymmet ${at} uppgå till ${whole(bifall)} om ärendet bifalls`;
  const rejected =
    compare(avslag, zero) < 0
      ? `överskridas med ${whole(negate(avslag))} om det avslås`
      : `uppgå till ${whole(avslag)} om det avslås`;
  return `${granted}, och ${rejected}.`;
}

function documentsText({ documents }: ArendeFacts): string {
  return documents
    .map(({ name, dated }) => (dated === null ? name : `${name} daterad ${dated}`))
    .join('\n');
}

const kindWords: { readonly [kind in EntryKind]: string } = {
  aterbudgetering: 'återbudgetering',
  tillaggsaskande: 'tilläggsäskande',
  omdisponering: 'omdisponering',
  newLine: 'tilläggsäskande',
  correction: 'rättelse',
};

function kindsOf(entries: readonly Pick<ToldEntry, 'kind'>[]): string[] {
  return [...new Set(entries.map(({ kind }) => kindWords[kind]))];
}

/** Words as a sentence lists them: `a, b och c`. */
function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} och ${words.at(-1)}`;
}

function whole(amount: Tkr): string {
  return `${formatSwedish(amount, 0)} Tkr`;
}

function exact(amount: Tkr): string {
  return `${formatSwedish(amount)} Tkr`;
}
