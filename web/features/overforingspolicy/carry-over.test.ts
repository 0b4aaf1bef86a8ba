import { describe, expect, it } from 'vitest';
import type { CarryOverAnswer, CarryOverPolicyAnswer } from '#contract/carry-over.ts';
import { tkr } from '#domain/tkr.ts';
import { policiesOn, policyRows, projectsOn } from './carry-over.ts';

function policy(policyId: string, change: Partial<CarryOverPolicyAnswer>): CarryOverPolicyAnswer {
  return {
    policyId,
    validFrom: '2024-01-01',
    lineType: 'reinvestering',
    rule: 'needsDecision',
    delegationPercent: null,
    delegationAmount: null,
    slutredovisningAmount: null,
    slutredovisningMonths: null,
    source: '§ 44',
    createdAt: '2024-01-01T08:00:00.000Z',
    createdBy: 'Anna Ek',
    ...change,
  };
}

const policies = [
  policy('first', {}),
  policy('misprint', { validFrom: '2025-01-01', rule: 'automatic' }),
  policy('put right', { validFrom: '2025-01-01', rule: 'lapses' }),
  policy('next year', { validFrom: '2027-01-01' }),
  policy('projects', {
    lineType: 'projekt',
    slutredovisningAmount: '5000',
    slutredovisningMonths: 6,
  }),
];

const total = (lineId: string, kind: 'beslutad' | 'beraknad', amount: string) => ({
  totalutgiftId: `${lineId} ${kind}`,
  lineId,
  kind,
  asOf: '2024-01-01',
  amount,
  beslutId: null,
  comment: null,
  createdAt: '2024-01-01T08:00:00.000Z',
  createdBy: 'Anna Ek',
});

const answer: CarryOverAnswer = {
  lines: [
    { lineId: 'k', name: 'Klienter', position: 0, lineType: 'reinvestering', version: 1 },
    { lineId: 'n', name: 'Nät', position: 1, lineType: 'projekt', version: 1 },
    { lineId: 's', name: 'Skola', position: 2, lineType: 'projekt', version: 1 },
  ],
  policies,
  totalutgift: [
    total('n', 'beslutad', '10000'),
    total('n', 'beraknad', '10901'),
    total('s', 'beslutad', '5000'),
  ],
  lastBooked: [
    { lineId: 'n', year: 2025, month: 5 },
    { lineId: 's', year: 2025, month: 5 },
  ],
  beslut: [],
};

describe('policies', () => {
  it('stand by type of line, the newest first, with the one in force marked', () => {
    const rows = policyRows({ policies }, '2025-03-20');
    expect(rows.map((row) => [row.policy.policyId, row.state])).toEqual([
      ['next year', 'coming'],
      ['put right', 'inForce'],
      ['misprint', 'replaced'],
      ['first', 'replaced'],
      ['projects', 'inForce'],
    ]);
  });

  it('are none for a type of line that nobody has said anything of', () => {
    expect(policiesOn({ policies }, '2025-03-20')).toMatchObject({
      reinvestering: { rule: 'lapses' },
      ramanslag: null,
    });
  });
});

describe('projects', () => {
  it('have their totals and the day of their slutredovisning, where one is owed', () => {
    const [nat, skola, ...more] = projectsOn(answer, '2025-12-01');
    expect(nat).toMatchObject({
      name: 'Nät',
      totals: { beslutad: tkr('10000'), beraknad: tkr('10901'), deviation: tkr('-901') },
      due: '2025-11-30',
    });
    expect(skola).toMatchObject({ name: 'Skola', due: null });
    expect(more).toEqual([]);
  });
});
