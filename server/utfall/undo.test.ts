import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createInvestmentLine } from '#contract/investeringsbudget.ts';
import { saveMapping } from '#contract/mapping.ts';
import {
  getUtfall,
  importUtfallFile,
  readUtfallFile,
  setUtfall,
  undoUtfallSource,
} from '#contract/utfall.ts';
import { call, everythingStored, startTestApp, type TestApp } from '../testing/app.ts';
import { type SieVoucher, sieFile } from '../testing/sie.ts';

let test: TestApp;
let lineId: string;
beforeAll(async () => {
  test = await startTestApp();
  lineId = (await call(test, createInvestmentLine, { body: { name: 'Provrad' } })).lineId;
  const given = { accountFrom: null, accountTo: null, name: null, driftrad: null };
  const project = { dimension: '6', objectFrom: 'P1', objectTo: 'P9' };
  const rules = [{ ...given, ...project, target: 'line' as const, lineId }];
  await call(test, saveMapping, { version: 0, body: { rules } });
});
afterAll(() => test.close());

type Step =
  | { readonly kind: 'import'; readonly vouchers: readonly SieVoucher[] }
  | { readonly kind: 'typed'; readonly month: number | null; readonly ore: number };

const voucher = fc
  .record({
    month: fc.integer({ min: 1, max: 12 }),
    ore: fc.integer({ min: 1, max: 99_999_999 }),
    project: fc.constantFrom('P1', 'P2', undefined),
  })
  .map(({ month, ore, project }): SieVoucher => {
    const kronor = `${Math.trunc(ore / 100)}.${`${ore % 100}`.padStart(2, '0')}`;
    const own = { account: '1240', amount: kronor };
    return {
      day: `2024-${`${month}`.padStart(2, '0')}-15`,
      rows: [
        project === undefined ? own : { ...own, project },
        { account: '2440', amount: `-${kronor}` },
      ],
    };
  });

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('import' as const),
    vouchers: fc.array(voucher, { minLength: 1, maxLength: 5 }),
  }),
  fc.record({
    kind: fc.constant('typed' as const),
    month: fc.option(fc.integer({ min: 1, max: 12 })),
    ore: fc.integer({ min: 1, max: 999_999 }),
  }),
);

/** Does a step; the source that it made, or null where nothing changed. */
async function doStep(one: Step): Promise<string | null> {
  if (one.kind === 'import') {
    const file = sieFile(2024, [...one.vouchers]);
    const query = { fileName: 'a.se' };
    const { sha256 } = await call(test, readUtfallFile, { query, file });
    const given = { ...query, sha256, mappingVersion: '1' };
    const { outcome, source } = await call(test, importUtfallFile, { query: given, file });
    return outcome === 'imported' ? source.sourceId : null;
  }
  const { cells } = await call(test, getUtfall, { params: { year: '2024' } });
  const here = cells.find((cell) => cell.lineId === lineId && cell.month === one.month);
  const { source } = await call(test, setUtfall, {
    params: { year: '2024' },
    body: {
      lineId,
      month: one.month,
      amount: `0.0${`${one.ore}`.padStart(6, '0')}`.slice(0, 7),
      replacesId: here?.sourceId ?? null,
    },
  });
  return source?.sourceId ?? null;
}

/** All that is stored, without the log, the keys, and the sources' own rows. */
async function figuresStored(): Promise<string> {
  const kept = /^(?:audit_log|audit_head|idempotency_key|utfall_source|utfall_amount)\n/u;
  const all = (await everythingStored(test)).split(/\n(?=[a-z_]+\n)/u);
  return all.filter((part) => !kept.test(part)).join('\n');
}

/** What a reader sees of the year, but for which sources there are. */
async function year(): Promise<string> {
  const { rows, totals, elsewhere, cells, known } = await call(test, getUtfall, {
    params: { year: '2024' },
  });
  return JSON.stringify({ rows, totals, elsewhere, cells, known });
}

describe('an undone source', () => {
  it('leaves the year and the files as they were, whatever came before it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        const undoing: { sourceId: string; before: string; stored: string }[] = [];
        for (const one of steps) {
          const before = await year();
          const stored = await figuresStored();
          const sourceId = await doStep(one);
          if (sourceId !== null) undoing.push({ sourceId, before, stored });
        }
        for (const { sourceId, before, stored } of undoing.toReversed()) {
          await call(test, undoUtfallSource, { params: { sourceId } });
          expect(await year()).toBe(before);
          expect(await figuresStored()).toBe(stored);
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});
