import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setAssumption } from '#contract/assumptions.ts';
import { createLoan } from '#contract/loans.ts';
import { getFigurePassport, type PassportAnswer } from '#contract/passport.ts';
import { createScenario, setForecastRow } from '#contract/scenarios.ts';
import { sum, tkr, toPlain } from '#domain/tkr.ts';
import { call, startTestApp, type TestApp } from '../testing/app.ts';
import { assumeUsual, letCompute } from '../testing/computed.ts';
import { type Paragraph14, prepareParagraph14 } from '../testing/paragraph-14.ts';
import { loanBody } from '../testing/sample-loans.ts';

let app: TestApp;
let ground: Paragraph14;
let test: TestApp;
let base: string;
let count = 0;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  ground = await prepareParagraph14(app, `Förbund ${(count += 1)}`);
  ({ test, baseScenarioId: base } = ground);
  await assumeUsual(test);
  await letCompute(test, base);
});
afterAll(() => app.close());

const passportOf = (what: string, scenarioId = base) =>
  call(test, getFigurePassport, { query: { figure: `forecast:${scenarioId}:${what}` } });

const told = (parts: PassportAnswer['parts']) =>
  parts.map(({ title, amount }) => `${title.sv}: ${amount}`);

const total = (parts: PassportAnswer['parts']) =>
  toPlain(sum(parts.map(({ amount }) => tkr(amount ?? '0'))));

const facts = (passport: PassportAnswer) =>
  passport.facts.map(({ label, text }) => `${label.sv}: ${text.sv}`);

describe('the passport of a figure that follows the budget', () => {
  it('has each line’s part, the budget behind it, and what was assumed by whom', async () => {
    const share = { scenarioId: base, kind: 'loanShare', lineId: ground.lines.Klienter } as const;
    const comment = 'Halva betalas ur eget kapital';
    await call(test, setAssumption, { body: { ...share, percent: '50', comment }, version: 0 });
    const passport = await passportOf('2025:borrowingInvestments');
    expect(passport.amount).toBe('17454');
    expect(passport.formula?.sv).toContain('andel som lånefinansieras');
    expect(told(passport.parts).toSorted()).toEqual([
      'Klienter: 4091',
      'Mobiltelefoner: 1539',
      'Nät: 11824',
    ]);
    expect(passport.basis.map(({ figure }) => figure)).toContain(
      `budget:2025:${ground.lines.Klienter}:total`,
    );
    expect(facts(passport)).toContain(
      `Andel som lånefinansieras, Klienter: 50 %; scenariots eget; Förbund ${count} ekonom 2026-11-22; ${comment}`,
    );
    expect(facts(passport)).toContain(
      `Andel som lånefinansieras: 100 %; organisationens; Förbund ${count} ekonom 2026-11-22`,
    );
    expect(passport.people.map(({ did }) => did.sv)).toEqual(['Lät siffran räknas']);
  });
});

describe('the passport of computed amortisation', () => {
  it('has each loan’s and line’s part with its life, and sums to the figure', async () => {
    const days = { drawnOn: '2024-01-15', firstPaymentOn: '2024-04-15', maturesOn: '2029-01-15' };
    const ratePeriods = [{ type: 'fixed', from: '2024-01-15', rate: '3.25' } as const];
    await call(test, createLoan, { body: { ...loanBody('KI 1'), ...days, ratePeriods } });
    const opening = { scenarioId: base, kind: 'openingLife', months: 120 } as const;
    await call(test, setAssumption, { body: opening, version: 0 });
    const passport = await passportOf('2026:amortisation');
    expect(total(passport.parts)).toBe(passport.amount);
    const names = passport.parts.map(({ title }) => title.sv);
    expect(names).toEqual(
      expect.arrayContaining([
        'Lånet Kommuninvest KI 1',
        'Ingående skuld som inget lån förklarar',
        'Klienter, upplånat 2025',
      ]),
    );
    const loan = passport.parts.find(({ title }) => title.sv.startsWith('Lånet'));
    expect([loan?.amount, loan?.figure?.endsWith(':2026:amortisation')]).toEqual(['-1000', true]);
    expect(facts(passport)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Livslängd: 36 månader; organisationens; /u),
        expect.stringMatching(
          /^Återbetalningstid, skuld utan lån: 120 månader; scenariots eget; /u,
        ),
      ]),
    );
  });

  it('says from which scenario an assumption is inherited', async () => {
    const life = { scenarioId: base, kind: 'life', months: 48 } as const;
    await call(test, setAssumption, { body: life, version: 0 });
    const body = { name: 'Kopian', copyFrom: base };
    const { scenarioId } = await call(test, createScenario, { body });
    const passport = await passportOf('2025:amortisation', scenarioId);
    expect(facts(passport)).toContainEqual(
      expect.stringMatching(/^Livslängd: 48 månader; ärvt från Prognos; /u),
    );
  });

  it('has what was typed over it, and beside it what is computed', async () => {
    const params = { scenarioId: base, year: '2025', kind: 'amortisation' };
    const body = { amount: '-22967', comment: 'Enligt lånebeskeden' };
    await call(test, setForecastRow, { params, body, version: 2 });
    const passport = await passportOf('2025:amortisation');
    expect(passport.amount).toBe('-22967');
    expect(passport.parts).toEqual([]);
    expect(told(passport.basis)).toEqual(['Framräknat: -2780.625']);
    expect(passport.people).toMatchObject([
      { did: { sv: 'Skrev in siffran' }, comment: 'Enligt lånebeskeden' },
    ]);
  });
});

describe('the passport of other figures', () => {
  it('shows what is typed and what is asked about beyond the budget', async () => {
    const params = { scenarioId: base, year: '2025', kind: 'borrowingInvestments' };
    const typed = { amount: '20000', source: 'typed' } as const;
    await call(test, setForecastRow, { params, body: typed, version: 2 });
    const asked = {
      scenarioId: base,
      kind: 'extraInvestment',
      lineId: ground.lines.Klienter,
      from: '2025-01-01',
      amount: '500',
    } as const;
    await call(test, setAssumption, { body: asked, version: 0 });
    const passport = await passportOf('2025:borrowingInvestments');
    expect([passport.amount, total(passport.parts)]).toEqual(['20500', '20500']);
    expect(told(passport.parts)).toEqual(['Skrivet: 20000', 'Klienter, utöver budget: 500']);
  });

  it('says that the opening debt is that of the loans', async () => {
    const params = { scenarioId: base, year: '2024', kind: 'openingDebt' };
    const body = { amount: null, source: 'computed' } as const;
    await call(test, setForecastRow, { params, body, version: 1 });
    const passport = await passportOf('2024:debt');
    expect(passport.formula?.sv).toBe('Det som är kvar av lånen den dagen');
  });
});
