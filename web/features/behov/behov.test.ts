import { describe, expect, it } from 'vitest';
import type { BehovAnswer } from '#contract/behov.ts';
import { tkr } from '#domain/tkr.ts';
import { toView } from './behov.ts';

const price = (priceId: string, articleId: string, validFrom: string, amount: string) => ({
  priceId,
  articleId,
  validFrom,
  amount,
  source: null,
  createdAt: '2025-03-20T08:00:00.000Z',
  createdBy: 'Anna Ek',
});

const item = (behovId: string, lineId: string, priceId: string, volume: string) => ({
  behovId,
  lineId,
  year: 2025,
  articleId: 'phone',
  priceId,
  volume,
  // What the server multiplied before a volume was changed here.
  unitPrice: '0',
  value: '0',
  comment: null,
  version: 1,
  changedAt: '2025-03-20T08:00:00.000Z',
  changedBy: 'Anna Ek',
});

const line = (lineId: string, position: number) => {
  return { lineId, name: lineId, position, lineType: 'reinvestering' as const, version: 1 };
};

const answer: BehovAnswer = {
  year: 2025,
  years: [2025],
  startYear: 2025,
  lines: [line('klienter', 0), line('mobiltelefoner', 1)],
  articles: [
    {
      articleId: 'phone',
      name: 'Mobiltelefon',
      unit: 'st',
      version: 1,
      prices: [
        price('old', 'phone', '2024-01-01', '4.2'),
        price('autumn', 'phone', '2025-09-01', '4.5'),
        price('later', 'phone', '2026-01-01', '5'),
      ],
    },
  ],
  items: [item('1', 'mobiltelefoner', 'old', '750'), item('2', 'mobiltelefoner', 'autumn', '2')],
  needs: [
    { lineId: 'klienter', need: null, budget: '8182', gap: null },
    { lineId: 'mobiltelefoner', need: null, budget: '1539', gap: null },
  ],
  total: { need: null, budget: null, gap: null },
};

describe('what the page shows', () => {
  it('is multiplied and summed from the volumes and prices that it has', () => {
    const { lines, total } = toView(answer);
    expect(lines.map(({ need }) => [need.need, need.gap])).toEqual([
      [null, null],
      [tkr('3159'), tkr('1620')],
    ]);
    expect(total).toEqual({ need: tkr('3159'), budget: tkr('1539'), gap: tkr('1620') });
  });

  it('tells of the price of the year where the calculation has another, and not of later years', () => {
    expect(toView(answer).items.map(({ newer }) => newer?.id)).toEqual(['autumn', undefined]);
  });
});
