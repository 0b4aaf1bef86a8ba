import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createArende,
  decideArende,
  getArende,
  listArenden,
  moveArende,
  proposeCorrections,
} from '#contract/arende.ts';
import type { ArendeAnswer } from '#contract/arende-answer.ts';
import { getInvesteringsbudget } from '#contract/investeringsbudget.ts';
import { getUtfall, setUtfall } from '#contract/utfall.ts';
import { call, startTestApp, type TestApp } from '../testing/app.ts';
import {
  type Paragraph14,
  paragraph14Decision,
  prepareParagraph14,
  proposeParagraph14,
} from '../testing/paragraph-14.ts';

let app: TestApp;
let ground: Paragraph14;
let decided: ArendeAnswer;
beforeAll(async () => {
  app = await startTestApp();
  ground = await prepareParagraph14(app, 'Förbundet');
  const { arendeId, version } = await proposeParagraph14(ground);
  decided = await grant({ arendeId, version });
});
afterAll(() => app.close());

async function grant({ arendeId, version }: Pick<ArendeAnswer, 'arendeId' | 'version'>) {
  const params = { arendeId };
  const body = { to: 'beredning' } as const;
  const sent = await call(ground.test, moveArende, { params, body, version });
  return call(ground.test, decideArende, {
    params,
    body: paragraph14Decision,
    version: sent.version,
    as: 'direktion',
  });
}

/** Types what Klienter turned out to have used in 2024 after all; null takes it away. */
async function klienterUsed(amount: string | null): Promise<void> {
  const params = { year: '2024' };
  const lineId = ground.lines.Klienter;
  const { cells } = await call(ground.test, getUtfall, { params });
  const cell = cells.find((one) => one.lineId === lineId);
  const body = { lineId, month: null, amount, replacesId: cell?.sourceId ?? null };
  await call(ground.test, setUtfall, { params, body });
}

const movedNow = async () =>
  (await call(ground.test, getArende, { params: { arendeId: decided.arendeId } })).movedBasis;
const propose = (arendeId = decided.arendeId) =>
  call(ground.test, proposeCorrections, { params: { arendeId } });

describe('a closing that moves after the decision', () => {
  it('holds until less is unused than was carried', async () => {
    expect(decided.movedBasis).toBeNull();
    await klienterUsed('5600');
    expect(await movedNow()).toBeNull();
    await expect(propose()).rejects.toThrow('arende_basis_holds');
  });

  it('is told on the ärende and in the list, by how much', async () => {
    await klienterUsed('6000');
    const moved = {
      excess: '400',
      rows: [
        {
          lineId: ground.lines.Klienter,
          lineName: 'Klienter',
          fromYear: 2024,
          year: 2025,
          carried: '3400',
          unused: '3000',
          excess: '400',
        },
      ],
    };
    expect(await movedNow()).toEqual(moved);
    const { arenden } = await call(ground.test, listArenden, { as: 'direktion' });
    expect(arenden[0]?.movedBasis).toEqual(moved);
  });

  it('is told with no amount where the outcome is gone', async () => {
    await klienterUsed(null);
    expect((await movedNow())?.rows).toMatchObject([{ unused: null, excess: null }]);
    await expect(propose()).rejects.toThrow('arende_basis_holds');
    await klienterUsed('6000');
  });

  it('proposes the correcting entry once, and holds again when it is granted', async () => {
    const { test } = ground;
    const correction = await propose();
    expect(correction).toMatchObject({
      kind: 'correction',
      status: 'utkast',
      title: 'Rättelse av Återbudgetering samt tilläggsäskande',
      total: '-400',
      entries: [{ kind: 'correction', amount: '3000', adds: '-400', corrects: { amount: '3400' } }],
    });
    expect(correction.entries[0]?.reason?.replaceAll('\u00a0', ' ')).toBe(
      'Utfallet för 2024 har ändrats sedan beslutet: 3 000 Tkr är outnyttjat, och 3 400 Tkr fördes över.',
    );
    await expect(propose()).rejects.toThrow('arende_correction_exists');
    await grant(correction);
    expect(await movedNow()).toBeNull();
    const totals = [];
    for (const year of ['2024', '2025']) {
      const { summary } = await call(test, getInvesteringsbudget, { params: { year } });
      totals.push(summary.total);
    }
    // 11 000 − 3 000 − 990, and 21 545 + 3 000 + 990 + 620.
    expect(totals).toEqual(['7010', '26155']);
    const first = await call(test, getArende, { params: { arendeId: decided.arendeId } });
    expect(first.total).toBe('5010');
  });

  it('is told on the correction when it moves once more', async () => {
    await klienterUsed('6100');
    expect(await movedNow()).toBeNull();
    const { arenden } = await call(ground.test, listArenden, {});
    expect(arenden.map(({ movedBasis }) => movedBasis?.excess ?? null)).toEqual(['100', null]);
  });

  it('is no matter of an ärende that carried nothing', async () => {
    const body = { title: 'Annat', year: 2025 };
    const { arendeId } = await call(ground.test, createArende, { body });
    await expect(propose(arendeId)).rejects.toThrow('arende_basis_holds');
  });
});
