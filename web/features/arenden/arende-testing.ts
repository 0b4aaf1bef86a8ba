import type { ArendeAnswer, ArendeEntryAnswer } from '#contract/arende-answer.ts';

/** The entries of § 14, by what they are for. */
export const klienter = 'klienter';
export const mobiltelefoner = 'mobiltelefoner';
export const tillagg = 'tillagg';

type Given = Pick<ArendeEntryAnswer, 'entryId' | 'kind' | 'lineName' | 'amount'> & {
  readonly fromYear: number | null;
  readonly figures: ArendeEntryAnswer['figures'];
  readonly marks: ArendeEntryAnswer['marks'];
};

function entry(position: number, { lineName, amount, ...rest }: Given): ArendeEntryAnswer {
  return {
    ...rest,
    position,
    lineId: lineName,
    lineName,
    newLineName: null,
    year: 2025,
    fromLineId: null,
    fromLineName: null,
    corrects: null,
    amount,
    decidedAmount: null,
    adds: amount,
    reason: position === 2 ? 'Fler enheter än väntat.' : null,
    budgetpostIds: [],
    createdBy: 'Demoekonom',
  };
}

const phones = {
  need: '3150',
  budgetBefore: '1539',
  budgetAfter: '3149',
  gap: '1611',
  overNeed: '-1',
};

const oneShort = { kind: 'underNeed', severity: 'information', by: '1', limit: null } as const;

/** § 14 before it was decided: 3 400 + 990 + 620, as the server tells it. */
export const paragraph14: ArendeAnswer = {
  arendeId: 'arende',
  kind: 'tillaggsbudget',
  dnr: '2025/17',
  title: 'Återbudgetering samt tilläggsäskande',
  year: 2025,
  status: 'utkast',
  outcome: null,
  total: '5010',
  entryCount: 3,
  latestBeslut: null,
  movedBasis: null,
  version: 4,
  createdAt: '2025-03-20T08:00:00.000Z',
  createdBy: 'Demoekonom',
  baseScenarioId: null,
  entries: [
    entry(0, {
      entryId: klienter,
      kind: 'aterbudgetering',
      lineName: 'Klienter',
      fromYear: 2024,
      amount: '3400',
      figures: {
        unused: '5196',
        left: '5196',
        need: '11550',
        budgetBefore: '8182',
        budgetAfter: '11582',
        gap: '3368',
        overNeed: '32',
      },
      marks: [
        { kind: 'noPolicy', severity: 'information', by: null, limit: null },
        { kind: 'overNeed', severity: 'needsReason', by: '32', limit: null },
      ],
    }),
    entry(1, {
      entryId: mobiltelefoner,
      kind: 'aterbudgetering',
      lineName: 'Mobiltelefoner',
      fromYear: 2024,
      amount: '990',
      figures: { unused: '990', left: '990', ...phones },
      marks: [oneShort],
    }),
    entry(2, {
      entryId: tillagg,
      kind: 'tillaggsaskande',
      lineName: 'Mobiltelefoner',
      fromYear: null,
      amount: '620',
      figures: { unused: null, left: null, ...phones },
      marks: [oneShort],
    }),
  ],
  lines: [],
  budget: [{ year: 2025, before: '21545', added: '5010', after: '26555', rows: [] }],
  forecast: null,
  texts: [],
  documents: [],
  decisions: [],
  followedBy: [],
};
