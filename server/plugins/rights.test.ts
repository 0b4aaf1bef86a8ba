import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAllowed, type Right, type Role, rights, roles } from '#domain/rights.ts';
import { everythingStored, send, startTestApp, type TestApp } from '../testing/app.ts';
import { makeNeighbour, type Neighbour } from '../testing/neighbour.ts';
import { organisationSamples, otherSamples, type SampleCall } from '../testing/sample-calls.ts';

type Operation = {
  readonly operationId: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly access: string;
};

let test: TestApp;
let neighbour: Neighbour;
let operations: Operation[];

beforeAll(async () => {
  test = await startTestApp();
  neighbour = await makeNeighbour(test);
  const { body } = await send(test, { method: 'GET', url: '/api/openapi.json' });
  const { paths } = body as { paths: Record<string, Record<string, Record<string, string>>> };
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      operationId: described['operationId'] ?? '',
      method: method.toUpperCase() as Operation['method'],
      path,
      access: described['x-access'] ?? 'missing',
    })),
  );
});
afterAll(() => test.close());

/** Who calls: a cookie of somebody, or none at all. */
async function status(
  { method, path }: Operation,
  { params = {}, query, body, version }: SampleCall,
  { cookie, organisationId }: { readonly cookie: string | null; readonly organisationId: string },
): Promise<string> {
  const all: Record<string, string> = { organisationId, ...params };
  const url = path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => all[name] ?? '');
  const answer = await send(test, {
    method,
    url: query === undefined ? url : `${url}?${query}`,
    body,
    as: 'nobody',
    headers: {
      ...(cookie === null ? {} : { cookie }),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
  });
  const code = (answer.body as { code?: string } | null)?.code;
  return answer.status < 300 ? 'yes' : `${answer.status} ${code ?? ''}`;
}

const inside = () => operations.filter(({ path }) => path.includes('{organisationId}'));
const outside = () => operations.filter(({ path }) => !path.includes('{organisationId}'));

// RELIABILITY T1 and T2: every operation of the description, as everybody, against the one table.
describe('T1 T2 every operation in an organisation', { timeout: 180_000 }, () => {
  it('has a row in the table of rights, and a sample here', () => {
    expect(inside().length).toBeGreaterThan(25);
    for (const { operationId, access } of inside()) {
      expect(Object.keys(rights), operationId).toContain(access);
      expect(Object.keys(organisationSamples), operationId).toContain(operationId);
    }
    for (const { operationId } of outside()) {
      expect(Object.keys(otherSamples), operationId).toContain(operationId);
    }
    expect(operations).toHaveLength(
      Object.keys(organisationSamples).length + Object.keys(otherSamples).length,
    );
  });

  it('is open to the roles that the table gives it, and closed to the others', async () => {
    const { organisationId } = test;
    const wrong: string[] = [];
    for (const operation of inside()) {
      for (const role of roles) {
        const sample = await sampleOf(operation, role);
        const cookie = test.cookies[role];
        const isOpen = isAllowed(role, operation.access as Right);
        const before = isOpen ? '' : await everythingStored(test);
        const got = await status(operation, sample, { cookie, organisationId });
        const wanted = isOpen ? 'yes' : '403 right_missing';
        if (got !== wanted)
          wrong.push(`${operation.operationId} as ${role}: ${got}, not ${wanted}`);
        if (!isOpen) expect(await everythingStored(test), operation.operationId).toBe(before);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('asks nobody in particular to log in', async () => {
    const { organisationId } = test;
    for (const operation of inside()) {
      const sample = await sampleOf(operation, 'ekonom');
      const before = await everythingStored(test);
      const got = await status(operation, sample, { cookie: null, organisationId });
      expect(got, operation.operationId).toBe('401 not_signed_in');
      expect(await everythingStored(test), operation.operationId).toBe(before);
    }
  });

  it('does not exist for the people of another organisation, whatever their role', async () => {
    const { organisationId } = test;
    for (const operation of inside()) {
      const sample = await sampleOf(operation, 'ekonom');
      const before = await everythingStored(test);
      for (const role of roles) {
        const cookie = neighbour.cookies[role];
        const got = await status(operation, sample, { cookie, organisationId });
        expect(got, operation.operationId).toBe('404 organisation_not_found');
      }
      expect(await everythingStored(test), operation.operationId).toBe(before);
    }
  });

  it('finds nothing by another organisation’s identifiers inside one’s own', async () => {
    const { organisationId } = neighbour;
    const withIds = inside().filter(({ path }) => /\{(?!organisationId|year|kind)/u.test(path));
    expect(withIds.length).toBeGreaterThan(10);
    for (const operation of withIds) {
      const allowed = roles.filter((role) => isAllowed(role, operation.access as Right));
      for (const role of allowed) {
        const sample = await sampleOf(operation, role);
        const before = await everythingStored(test);
        const cookie = neighbour.cookies[role];
        const got = await status(operation, sample, { cookie, organisationId });
        expect(got, operation.operationId).toMatch(/^404 \w+_not_found$/u);
        expect(await everythingStored(test), operation.operationId).toBe(before);
      }
    }
  });
});

function sampleOf({ operationId }: Operation, role: Role): SampleCall | Promise<SampleCall> {
  const sample = organisationSamples[operationId];
  if (sample === undefined) throw new Error(`${operationId} has no sample`);
  return sample(test, role);
}

describe('every operation outside organisations', () => {
  it('is open to anyone, to the signed in, or to operators, as it says', async () => {
    const operator = neighbour.people.direktion;
    await test.owner.kysely
      .updateTable('person')
      .set({ is_operator: true })
      .where('person_id', '=', operator)
      .execute();
    // Last, since they end what the others stand on.
    const last = ['logout', 'removeDemo'];
    const order = outside().toSorted(
      (left, right) => last.indexOf(left.operationId) - last.indexOf(right.operationId),
    );
    for (const operation of order) {
      const { operationId, access } = operation;
      const sample = otherSamples[operationId] ?? {};
      const as = (cookie: string | null) =>
        status(operation, sample, { cookie, organisationId: '' });
      const isHealth = operationId === 'getHealth' || operationId === 'getReady';
      expect(['anyone', 'signedIn', 'operator'], operationId).toContain(
        isHealth ? 'anyone' : access,
      );
      const nobody = await as(null);
      if (access === 'signedIn' || access === 'operator') {
        expect(nobody, operationId).toBe('401 not_signed_in');
      } else {
        expect(nobody, operationId).not.toMatch(/right_missing|operator_only/u);
      }
      if (access === 'operator') {
        expect(await as(neighbour.cookies.revisor), operationId).toBe('403 operator_only');
        expect(await as(neighbour.cookies.direktion), operationId).toBe('yes');
      } else if (access === 'signedIn') {
        expect(await as(neighbour.cookies.revisor), operationId).not.toMatch(/^40[13]/u);
      }
    }
  });
});
