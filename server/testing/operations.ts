import { send, type TestAnswer, type TestApp, type TestCall } from './app.ts';
import { organisationSamples, otherSamples, type SampleCall } from './sample-calls.ts';

/** The parts of a JSON schema that tests look at. */
export type JsonSchema = {
  readonly type?: string;
  readonly properties?: { readonly [name: string]: JsonSchema };
  readonly additionalProperties?: unknown;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
};

type Content = { readonly [type: string]: { readonly schema: JsonSchema } };

/** One operation, as the description of the API has it. */
export type DescribedOperation = {
  readonly operationId: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With its parameters as `{name}`. */
  readonly path: string;
  readonly access: string;
  readonly parameters: readonly {
    readonly in: string;
    readonly name: string;
    readonly schema: JsonSchema;
  }[];
  readonly body: JsonSchema | null;
  /** True where a file is sent, as it is. */
  readonly takesFile: boolean;
  readonly answers: { readonly [status: string]: Content };
};

type Described = {
  readonly operationId: string;
  readonly 'x-access'?: string;
  readonly parameters?: DescribedOperation['parameters'];
  readonly requestBody?: { readonly content: Content };
  readonly responses: { readonly [status: string]: { readonly content?: Content } };
};

/** Every operation of the description of the API. */
export async function describedOperations(test: TestApp): Promise<DescribedOperation[]> {
  const { body } = await send(test, { method: 'GET', url: '/api/openapi.json' });
  const { paths } = body as { readonly paths: Record<string, Record<string, Described>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      operationId: described.operationId,
      method: method.toUpperCase() as DescribedOperation['method'],
      path,
      access: described['x-access'] ?? 'anyone',
      parameters: described.parameters ?? [],
      body: described.requestBody?.content['application/json']?.schema ?? null,
      takesFile: described.requestBody?.content['application/octet-stream'] !== undefined,
      answers: Object.fromEntries(
        Object.entries(described.responses).map(([status, one]) => [status, one.content ?? {}]),
      ),
    })),
  );
}

/** A call of an operation that succeeds for whoever may make it, with what it stands on. */
export async function sampleCallOf(
  test: TestApp,
  { operationId, method, path }: DescribedOperation,
  as: NonNullable<TestCall['as']> = 'ekonom',
): Promise<TestCall> {
  const role = as === 'nobody' ? 'ekonom' : as;
  const sample: SampleCall | undefined =
    otherSamples[operationId] ?? (await organisationSamples[operationId]?.(test, role));
  if (sample === undefined) throw new Error(`${operationId} has no sample`);
  const { params = {}, query, body, version } = sample;
  const all: Record<string, string> = { organisationId: test.organisationId, ...params };
  const url = path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => all[name] ?? '');
  return {
    method,
    url: query === undefined ? url : `${url}?${query}`,
    ...(body === undefined ? {} : { body }),
    ...(version === undefined ? {} : { headers: { 'if-match': `"${version}"` } }),
    as,
  };
}

/** Makes the sample call of an operation. */
export async function sendSample(
  test: TestApp,
  operation: DescribedOperation,
  as: NonNullable<TestCall['as']> = 'ekonom',
): Promise<TestAnswer> {
  return send(test, await sampleCallOf(test, operation, as));
}
