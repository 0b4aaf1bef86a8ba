import type { UtfallFacts } from '#contract/utfall-file.ts';
import type { MappingRule } from '#domain/mapping.ts';
import { isNegative, sum, type Tkr } from '#domain/tkr.ts';
import { shown } from '../../../lib/format.ts';
import type { Texts } from '../../../texts/sv.ts';
import type { GroupCondition } from './file-groups.ts';

/** The names that a file has for its accounts, dimensions and objects. */
export type FileNames = {
  readonly account: (number: string) => string;
  readonly dimension: (number: string) => string;
  readonly object: (dimension: string, code: string) => string;
};

/** Looks names up in what a file says; without a file nothing has a name. */
export function namesOf(facts: UtfallFacts | null, words: Texts['mapping']): FileNames {
  const accounts = new Map(facts?.accounts.map(({ number, name }) => [number, name]));
  const dimensions = new Map(
    facts?.objects.map(({ dimension, dimensionName }) => [dimension, dimensionName]),
  );
  const objects = new Map(
    facts?.objects.map(({ dimension, code, name }) => [`${dimension} ${code}`, name]),
  );
  return {
    account: (number) => accounts.get(number) ?? '',
    dimension: (number) => dimensions.get(number) ?? words.dimension(number),
    object: (dimension, code) => objects.get(`${dimension} ${code}`) ?? '',
  };
}

/** What a group is, in words: "Projekt 101 Klienter", "5010 Månadslön". */
export function groupName(
  { account, object, name }: GroupCondition,
  names: FileNames,
  words: Texts['mapping'],
): string {
  if (name !== null) return name;
  const accountText = account === null ? '' : spaced(account, names.account(account));
  if (object === null) return account === null ? words.nothing : accountText;
  const { dimension, code } = object;
  const objectText = spaced(names.dimension(dimension), code, names.object(dimension, code));
  return account === null ? objectText : `${accountText}, ${objectText}`;
}

/** What a rule asks, in words: "Konto 5010–5099", "Projekt 101 Klienter", "allt annat". */
export function ruleName(rule: MappingRule, names: FileNames, words: Texts['mapping']): string {
  const { accountFrom, accountTo, dimension, objectFrom, objectTo, name } = rule;
  const parts = [
    ...(name === null ? [] : [words.named(name)]),
    ...(accountFrom === null || accountTo === null
      ? []
      : [
          accountFrom === accountTo
            ? spaced(words.account, accountFrom, names.account(accountFrom))
            : words.accounts(accountFrom, accountTo),
        ]),
    ...(dimension === null || objectFrom === null || objectTo === null
      ? []
      : [
          objectFrom === objectTo
            ? spaced(names.dimension(dimension), objectFrom, names.object(dimension, objectFrom))
            : `${names.dimension(dimension)} ${words.range(objectFrom, objectTo)}`,
        ]),
  ];
  return parts.length === 0 ? words.everythingElse : parts.join(', ');
}

/**
 * What is not mapped, in words. Debit and credit stand apart where there are both: in a ledger they
 * take each other out, and their sum says nothing.
 */
export function openSum(amounts: readonly Tkr[], words: Texts['mapping']): string {
  const credit = amounts.filter(isNegative);
  const debit = amounts.filter((amount) => !isNegative(amount));
  if (credit.length === 0 || debit.length === 0) return words.together(shown(sum(amounts)));
  return words.debitAndCredit(shown(sum(debit)), shown(sum(credit)));
}

function spaced(...parts: readonly string[]): string {
  return parts.filter(Boolean).join(' ');
}
