import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineNeeds, priceAt, priceOfYear, valueOf } from './behov.ts';
import { fromOre, sum, tkr, toOre, toPlain } from './tkr.ts';
import { type Volume, volume } from './volume.ts';

const item = (lineId: string, amount: string, price: string) => ({
  lineId,
  volume: volume(amount),
  unitPrice: tkr(price),
});

describe('the needs of § 14', () => {
  const items = [
    item('klienter', '450', '9'),
    item('klienter', '200', '6'),
    item('klienter', '1200', '5.25'),
    item('mobiltelefoner', '750', '4.2'),
  ];
  const budgets = new Map([
    ['klienter', tkr('8182')],
    ['mobiltelefoner', tkr('1539')],
    ['natet', tkr('500')],
  ]);

  it('are 11 550 and 3 150, which leaves gaps of 3 368 and 1 611', () => {
    const needs = lineNeeds(['klienter', 'mobiltelefoner'], items, budgets);
    expect(needs.map(({ need, budget, gap }) => [need, budget, gap])).toEqual([
      [tkr('11550'), tkr('8182'), tkr('3368')],
      [tkr('3150'), tkr('1539'), tkr('1611')],
    ]);
  });

  it('are not said for a line without items, and are all gap for one without budget', () => {
    expect(lineNeeds(['natet'], items, budgets)).toEqual([
      { lineId: 'natet', need: null, budget: tkr('500'), gap: null },
    ]);
    expect(lineNeeds(['klienter'], items, new Map())).toMatchObject([
      { budget: null, gap: tkr('11550') },
    ]);
  });

  it('are the exact sum of the items, each rounded once to the öre', () => {
    const half = item('a', '0.5', '0.00001');
    expect(toPlain(valueOf(half))).toBe('0.00001');
    expect(lineNeeds(['a'], [half, half, half], new Map())[0]?.need).toBe(tkr('0.00003'));
  });
});

it('a volume that is split over several items costs the same to within half an öre an item', () => {
  const anyThousandths = fc.bigInt({ min: 0n, max: 10n ** 9n });
  const anyPrice = fc.bigInt({ min: 0n, max: 10n ** 10n }).map(fromOre);
  const asVolume = (thousandths: bigint): Volume =>
    volume(`${thousandths / 1000n}.${`${thousandths % 1000n}`.padStart(3, '0')}`);
  fc.assert(
    fc.property(
      fc.array(anyThousandths, { minLength: 1, maxLength: 9 }),
      anyPrice,
      (parts, price) => {
        const whole = parts.reduce((left, right) => left + right, 0n);
        const apart = sum(
          parts.map((part) => valueOf({ volume: asVolume(part), unitPrice: price })),
        );
        const together = valueOf({ volume: asVolume(whole), unitPrice: price });
        const difference = toOre(apart) - toOre(together);
        const most = BigInt(parts.length + 1);
        expect(2n * difference <= most && 2n * difference >= -most).toBe(true);
      },
    ),
  );
});

describe('the price in force', () => {
  const prices = [
    { id: 'first', validFrom: '2024-01-01' },
    { id: 'autumn', validFrom: '2025-09-01' },
    { id: 'misprint', validFrom: '2025-03-01' },
    { id: 'spring', validFrom: '2025-03-01' },
  ];

  it.each([
    ['2023-12-31', undefined],
    ['2024-01-01', 'first'],
    ['2025-02-28', 'first'],
    ['2025-03-01', 'spring'],
    ['2025-08-31', 'spring'],
    ['2025-09-01', 'autumn'],
  ])('on %s is %s: the latest day, and of one day the last entered', (day, id) => {
    expect(priceAt(prices, day)?.id).toBe(id);
  });

  it('of a year is that of its last day', () => {
    expect(priceOfYear(prices, 2024)?.id).toBe('first');
    expect(priceOfYear(prices, 2025)?.id).toBe('autumn');
    expect(priceOfYear(prices, 2023)).toBeNull();
  });
});
