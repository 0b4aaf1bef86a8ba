import { expect, it } from 'vitest';
import { z } from 'zod';
import { prognosFile } from './prognos-file.ts';
import { prognosResult } from './prognos-result.ts';

// Other tools hold a file to these; run the test with -u to write them where the form has changed.
it.each([
  ['prognos', z.toJSONSchema(prognosFile, { io: 'input' })],
  ['prognos-result', z.toJSONSchema(prognosResult)],
])('docs/%s.schema.json is the form that tkr prognos takes and gives', async (name, schema) => {
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  await expect(text).toMatchFileSnapshot(`../docs/${name}.schema.json`);
});
