import { describe, expect, it } from 'vitest';
import { matchPopulation, unmatchedRegions } from './population-match.ts';
import type { PopulationRow } from './scb-population.ts';

function row(region: string, population: bigint, period = '2024'): PopulationRow {
  const [, kommunkod = null, name = region] = /^(\d{4}) (.+)$/u.exec(region) ?? [];
  return { region, kommunkod, name, period, population };
}

const ydre = { memberId: 'ydre', name: 'Ydre kommun', kommunkod: '0512' };
const boxholm = { memberId: 'boxholm', name: 'Boxholms kommun', kommunkod: null };
const boras = { memberId: 'boras', name: 'Borås Stad', kommunkod: null };

describe('members in a table of inhabitants', () => {
  it('are found by their code, and by name where one of the two has none', () => {
    const rows = [row('0512 Ydre', 3712n), row('0560 Boxholm', 5512n), row('Borås', 114_000n)];
    expect(matchPopulation(rows, [ydre, boxholm, boras])).toEqual([
      {
        period: '2024',
        matched: [
          { memberId: 'ydre', region: '0512 Ydre', by: 'kommunkod', population: 3712n },
          { memberId: 'boxholm', region: '0560 Boxholm', by: 'name', population: 5512n },
          { memberId: 'boras', region: 'Borås', by: 'name', population: 114_000n },
        ],
        missing: [],
      },
    ]);
  });

  it('are not found by name under another code', () => {
    const [found] = matchPopulation([row('0513 Ydre', 1n)], [ydre]);
    expect(found).toMatchObject({ matched: [], missing: ['ydre'] });
  });

  it('are matched time by time, the earliest first', () => {
    const rows = [row('0512 Ydre', 3712n), row('0512 Ydre', 3700n, '2023')];
    expect(matchPopulation(rows, [ydre]).map(({ period }) => period)).toEqual(['2023', '2024']);
  });
});

it('tells which regions no member is', () => {
  const rows = [row('0512 Ydre', 1n), row('0580 Linköping', 2n), row('0580 Linköping', 2n, '2023')];
  expect(unmatchedRegions(rows, matchPopulation(rows, [ydre]))).toEqual(['0580 Linköping']);
});
