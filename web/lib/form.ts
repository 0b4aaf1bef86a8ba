import { useState } from 'react';
import type { z } from 'zod';
import { fieldTexts, isFieldCode } from '#contract/field-texts.ts';
import type { ProblemCode } from '#contract/refusals.ts';
import { type Language, useLanguage } from '../texts/language.tsx';
import { ApiProblem } from './api.ts';
import { useFailureText } from './failure-text.ts';
import { useWait } from './wait.ts';

/** What is wrong with one field: the name of its control, its label, and the sentence. */
export type FieldProblem = {
  readonly name: string;
  readonly label: string;
  readonly message: string;
};

/** What is known of a form besides its values. Fields are named as in the body that is sent. */
export type FormRules = {
  /** The body that the server takes; it judges here too, before anything is sent. */
  readonly schema: z.ZodType;
  /** The fields in the order of the page, with their labels. */
  readonly labels: { readonly [name: string]: string };
  /** What is said of a field that is empty. */
  readonly required: { readonly [name: string]: string };
  /** The field that a refusal is about. */
  readonly refusals?: { readonly [code in ProblemCode]?: string };
};

/** The refusals that are about a password that is to be new, and the field that has it. */
export function newPasswordRefusals(field: string): NonNullable<FormRules['refusals']> {
  return { password_too_short: field, password_too_long: field, password_common: field };
}

/** What a form says, and whether it may be sent. */
export type FormState = {
  /** True for a body that can be sent; else the fields say why not. */
  readonly check: (body: unknown) => boolean;
  readonly errorAt: (name: string) => string | undefined;
  readonly problems: readonly FieldProblem[];
  /** Is another one each time the form was judged anew, here or by the server. */
  readonly verdict: unknown;
  /** What was refused, where it is not about a field. */
  readonly failure: string | undefined;
  /** The seconds until another try is taken; the form is held meanwhile. */
  readonly wait: number;
  /** True once such a wait is over. */
  readonly mayTryAgain: boolean;
};

/** Judges a form before it is sent, and says what the server said after. */
export function useForm(rules: FormRules, error: Error | null): FormState {
  const { language } = useLanguage();
  const [checked, setChecked] = useState<readonly FieldProblem[]>([]);
  const wait = useWait(error);
  const failure = useFailureText(error);
  const refused = refusedFields(rules, error, language, failure);
  const problems = checked.length > 0 ? checked : refused;
  const asksToWait = error instanceof ApiProblem && error.retryAfter !== null;
  const mayTryAgain = asksToWait && wait === 0;
  return {
    check: (body) => {
      const found = fieldProblems(rules, body, language);
      setChecked(found);
      return found.length === 0 && wait === 0;
    },
    errorAt: (name) => problems.find((problem) => problem.name === name)?.message,
    problems,
    verdict: checked.length > 0 ? checked : error,
    failure: problems.length > 0 || mayTryAgain ? undefined : failure,
    wait,
    mayTryAgain,
  };
}

function fieldProblems(
  { schema, labels, required }: FormRules,
  body: unknown,
  language: Language,
): FieldProblem[] {
  const judged = schema.safeParse(body);
  const found = new Map<string, string>();
  for (const { path, message } of judged.error?.issues ?? []) {
    if (isFieldCode(message)) found.set(path.join('.'), fieldTexts[message][language]);
  }
  for (const [name, sentence] of Object.entries(required)) {
    if (isEmpty(body, name)) found.set(name, sentence);
  }
  return inOrder(labels, found);
}

function isEmpty(body: unknown, name: string): boolean {
  const at = name.split('.').reduce<unknown>((value, key) => {
    return typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)[key]
      : undefined;
  }, body);
  return typeof at !== 'string' || at.trim() === '';
}

function refusedFields(
  { labels, refusals = {} }: FormRules,
  error: Error | null,
  language: Language,
  sentence = '',
): FieldProblem[] {
  if (!(error instanceof ApiProblem)) return [];
  const { code, fields = [] } = error.problem;
  const found = new Map<string, string>();
  for (const { path, code: wrong, message } of fields) {
    const name = path.slice(1).replaceAll('/', '.');
    found.set(name, isFieldCode(wrong) ? fieldTexts[wrong][language] : message);
  }
  const about = Object.entries(refusals).find(([known]) => known === code)?.[1];
  if (about !== undefined) found.set(about, sentence);
  return inOrder(labels, found);
}

function inOrder(labels: FormRules['labels'], found: ReadonlyMap<string, string>): FieldProblem[] {
  return Object.entries(labels).flatMap(([name, label]) => {
    const message = found.get(name);
    return message === undefined ? [] : [{ name, label, message }];
  });
}
