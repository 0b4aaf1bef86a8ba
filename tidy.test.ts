import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fieldTexts } from './contract/field-texts.ts';
import { refusalTexts } from './contract/refusal-texts.ts';
import { problemStatus } from './contract/refusals.ts';

const folders = '{domain,contract,server,web,migrations,scripts,bench,e2e}';
const code = files(`${folders}/**/*.{ts,tsx}`);
const rules = code.filter((file) => !/\.test\.tsx?$/u.test(file));

function files(pattern: string): string[] {
  return globSync(pattern, { cwd: import.meta.dirname }).map((file) => file.replaceAll('\\', '/'));
}

function read(file: string): string {
  return readFileSync(path.join(import.meta.dirname, file), 'utf8');
}

/** The rows of the first table in a document, cell by cell, without its heading. */
function tableRows(file: string): string[][] {
  const lines = read(file).split('\n');
  const from = lines.findIndex((line) => /^\|[\s:|-]+\|$/u.test(line));
  const to = lines.findIndex((line, at) => at > from && !line.startsWith('|'));
  return lines.slice(from + 1, to === -1 ? undefined : to).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

describe('sizes', () => {
  it('keeps every source file below 400 lines, and tests below 800', () => {
    const long = code.filter((file) => {
      const limit = file.includes('.test.') ? 800 : 400;
      return read(file).split('\n').length > limit;
    });
    expect(long).toEqual([]);
  });
});

describe('amounts', () => {
  it('are never made a float: no Number(…) outside charts and formatting', () => {
    const allowed = ['web/charts/', 'web/lib/format.ts', 'scripts/', 'bench/', 'e2e/'];
    const found = rules
      .filter((file) => !allowed.some((prefix) => file.startsWith(prefix)))
      .filter((file) => /(?<![.\w])Number\(/u.test(read(file)));
    expect(found, 'Use domain/tkr.ts for amounts and parseInt(text, 10) for years').toEqual([]);
  });

  it('are made in one file only', () => {
    const found = rules.filter((file) => /\bas Tkr\b/u.test(read(file)));
    expect(found).toEqual(['domain/tkr.ts']);
  });
});

describe('rules', () => {
  it('each have a test beside them', () => {
    const onlyTypes = [
      'arende-terms',
      'carry-over-terms',
      'forecast/assumption-terms',
      'forecast/loan-terms',
      'forecast/plan-input',
      'forecast/share-key',
      'line-type',
      'result',
      'sie/types',
      'utfall-terms',
    ].map((name) => `domain/${name}.ts`);
    const untested = rules
      .filter((file) => file.startsWith('domain/') && !onlyTypes.includes(file))
      // What builds cases for the tests beside it.
      .filter((file) => !file.endsWith('/testing.ts'))
      .filter(
        (file) => !existsSync(path.join(import.meta.dirname, file.replace('.ts', '.test.ts'))),
      );
    expect(untested).toEqual([]);
  });

  it('have a source for every golden case', () => {
    const cases = files('fixtures/*/*/case.json');
    expect(cases.length).toBeGreaterThan(0);
    const without = cases.filter((file) => !existsSync(path.join(path.dirname(file), 'SOURCE.md')));
    expect(without).toEqual([]);
  });
});

describe('refusals', () => {
  it('have the same codes in types, texts and docs', () => {
    const documented = tableRows('docs/refusals.md');
    expect(documented.map(([name]) => name)).toEqual(Object.keys(problemStatus).toSorted());
    for (const [name = '', status, sentence] of documented) {
      const known = Object.entries(problemStatus).find(([one]) => one === name);
      expect(`${known?.[1]}`).toBe(status);
      expect(Object.entries(refusalTexts).find(([one]) => one === name)?.[1].sv).toBe(sentence);
    }
  });

  it('have the same field codes in texts and docs', () => {
    const all = read('docs/refusals.md').split('## Fält')[1] ?? '';
    for (const [name, { sv }] of Object.entries(fieldTexts)) {
      expect(all).toContain(`| \`${name}\` | ${sv} |`);
    }
  });
});

describe('tables', () => {
  const statements = files('migrations/*.ts').flatMap((file) =>
    read(file)
      .split(/;;|`/u)
      .filter((text) => text.includes('CREATE TABLE')),
  );
  const tenant = statements.filter((text) => text.includes('organisation_id uuid'));

  it('begin every key with the organisation where they belong to one', () => {
    expect(tenant.length).toBeGreaterThan(8);
    for (const statement of tenant) {
      const keys = statement.match(/(?:PRIMARY KEY|UNIQUE|FOREIGN KEY) \([^)]*/gu) ?? [];
      expect(keys.filter((key) => !key.includes('(organisation_id'))).toEqual([]);
    }
  });

  it('hold amounts as numeric(18, 5) and nothing as a float', () => {
    for (const statement of statements) {
      expect(statement).not.toMatch(/\b(?:real|float\d?|double precision|money)\b/u);
      for (const column of statement.match(/^.*\bamount\b.*numeric.*$/gmu) ?? []) {
        expect(column).toContain('numeric(18, 5)');
        expect(column).toContain("<> 'NaN'");
      }
    }
  });
});

describe('words', () => {
  const glossary = tableRows('docs/glossary.md');
  const terms = glossary.map(([term = '', form = '']) => ({ term, form }));

  it('have a code form of their own each', () => {
    const forms = terms.map(({ form }) => form);
    expect(forms.filter((form, index) => forms.indexOf(form) !== index)).toEqual([]);
  });

  it('are all used', () => {
    const everything = code.map(read).join('\n').toLowerCase();
    const unused = terms.filter(({ form }) => !everything.includes(form.toLowerCase()));
    expect(unused).toEqual([]);
  });

  it('stand undivided and uninflected in identifiers', () => {
    const swedish = terms.filter(({ term, form }) => folded(term) === form.toLowerCase());
    expect(swedish.length).toBeGreaterThan(8);
    const forms = swedish.map(({ form }) => form);
    const inflected = new RegExp(`(?:${forms.join('|')})(?:ar|er|en|et|erna|arna)(?![a-z])`, 'iu');
    for (const file of rules) {
      const names = withoutTexts(read(file)).match(/[A-Za-z]\w{5,}/gu) ?? [];
      const wrong = [...new Set(names)].filter((name) => {
        const whole = name.toLowerCase();
        const joined = whole.replaceAll('_', '');
        const isDivided = forms.some((form) => joined.includes(form) && !whole.includes(form));
        return isDivided || inflected.test(name);
      });
      expect(wrong, `${file}: terms are written undivided and uninflected`).toEqual([]);
    }
  });

  it('are ASCII in identifiers, paths and columns', () => {
    for (const file of [...code, ...files('docs/**/*'), ...files('fixtures/**/*')]) {
      expect(file).toMatch(/^[\x20-\x7e]+$/u);
    }
    for (const file of rules) {
      expect(withoutTexts(read(file)), file).not.toMatch(
        /[A-Za-z]*[åäöéÅÄÖÉ][A-Za-zåäö]*\s*[:=(]/u,
      );
    }
  });

  it('name the slices of the server', () => {
    const english = [
      'accounts',
      'accumulated',
      'assumptions',
      'audit',
      'capital-cost',
      'care',
      'carry-over',
      'cli',
      'db',
      'demo',
      'faults',
      'files',
      'loans',
      'oidc',
      'organisations',
      'passport',
      'plugins',
      'scenarios',
      'sie',
      'testing',
    ];
    const slices = new Set(files('server/*/*').map((file) => file.split('/')[1] ?? ''));
    const known = [...english, ...terms.map(({ form }) => form)];
    expect([...slices].filter((slice) => !known.includes(slice))).toEqual([]);
  });
});

/** Source without comments, quoted texts and markup between tags: what is left are names. */
function withoutTexts(source: string): string {
  return source
    .replace(/\/\*[\s\S]*?\*\//gu, '')
    .replace(/\/\/.*$/gmu, '')
    .replace(/`(?:[^`\\]|\\.)*`/gu, '``')
    .replace(/'(?:[^'\\\n]|\\.)*'/gu, "''")
    .replace(/"(?:[^"\\\n]|\\.)*"/gu, '""');
}

function folded(term: string): string {
  return term.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
}

describe('documents', () => {
  const documents = ['README.md', ...files('docs/**/*.md')];

  it('link to files that are there', () => {
    for (const document of documents) {
      for (const [, target = ''] of read(document).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/gu)) {
        if (/^https?:/u.test(target)) continue;
        const at = path.join(import.meta.dirname, path.dirname(document), target);
        expect(existsSync(at), `${document} links to ${target}`).toBe(true);
      }
    }
  });

  it('pin every dependency exactly', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as {
      readonly dependencies: Record<string, string>;
      readonly devDependencies: Record<string, string>;
    };
    for (const version of Object.values({ ...dependencies, ...devDependencies })) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/u);
    }
  });
});
