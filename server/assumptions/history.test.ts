import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAssumptionHistory } from '#contract/assumption-history.ts';
import { listAssumptions, setAssumption } from '#contract/assumptions.ts';
import { call, startTestApp, type TestApp } from '../testing/app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const place = { scenarioId: null, kind: 'life', from: '2025-01-01' } as const;

describe('the history of an assumption', () => {
  it('is what holds and what held before, the latest first, by whom', async () => {
    const set = (months: number | null, version: number, comment: string | null = null) =>
      call(test, setAssumption, { body: { ...place, months, comment }, version });
    const { assumption } = await set(36, 0);
    const { assumptionId } = assumption;
    await set(48, 1, 'Beslut 2025');
    await set(null, 2);
    const params = { assumptionId };
    const { versions } = await call(test, listAssumptionHistory, { params, as: 'direktion' });
    expect(versions.map(({ version, months, comment }) => [version, months, comment])).toEqual([
      [3, null, null],
      [2, 48, 'Beslut 2025'],
      [1, 36, null],
    ]);
    expect(await call(test, listAssumptionHistory, { params })).toEqual({ versions });
    expect(versions.every(({ changedBy }) => changedBy === 'Demoekonom')).toBe(true);
  });

  it('is of one that is the organisation’s own', async () => {
    const { assumptions } = await call(test, listAssumptions, {});
    expect(assumptions).toHaveLength(1);
    const params = { assumptionId: test.organisationId };
    await expect(call(test, listAssumptionHistory, { params })).rejects.toThrow(
      'assumption_not_found',
    );
  });
});
