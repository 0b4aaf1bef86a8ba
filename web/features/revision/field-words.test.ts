import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { assumption } from '#contract/assumptions.ts';
import { article, articlePrice, behovItem } from '#contract/behov.ts';
import { beslut } from '#contract/beslut.ts';
import { carryOverPolicy, totalutgift } from '#contract/carry-over.ts';
import { budgetpost, investmentLine } from '#contract/investeringsbudget.ts';
import { loan, rateCurve } from '#contract/loans.ts';
import { mapping } from '#contract/mapping.ts';
import { orgPerson } from '#contract/people.ts';
import { forecastFigure, scenario } from '#contract/scenarios.ts';
import { member, settings } from '#contract/settings.ts';
import { utfallSource } from '#contract/utfall.ts';
import { fieldText, inFieldOrder } from './field-words.ts';

// Names of people and lists of other things are never in the log.
const notLogged = [
  'changedBy',
  'createdBy',
  'email',
  'frozenBy',
  'members',
  'provider',
  'undoneBy',
];

describe('words for fields', () => {
  it('are there for everything that the log stores', () => {
    const stored: readonly z.ZodObject[] = [
      article,
      articlePrice,
      assumption,
      behovItem,
      beslut,
      budgetpost,
      carryOverPolicy,
      forecastFigure,
      investmentLine,
      loan,
      member,
      orgPerson,
      rateCurve,
      scenario,
      settings,
      totalutgift,
      mapping,
      utfallSource,
    ];
    const fields = new Set(stored.flatMap((one) => Object.keys(one.shape)));
    const silent = [...fields].filter((field) => fieldText(field, 'sv') === field);
    expect(silent.filter((field) => !notLogged.includes(field))).toEqual([]);
  });

  it('are the name in the log where nobody has given others', () => {
    expect(fieldText('constructor', 'en')).toBe('constructor');
  });

  it('put what people gave it before what Tkr keeps, and the unknown last', () => {
    const stored = ['version', 'zebra', 'amount', 'äpple', 'lineId', 'apa'];
    expect(inFieldOrder(stored)).toEqual(['lineId', 'amount', 'version', 'apa', 'zebra', 'äpple']);
  });
});
