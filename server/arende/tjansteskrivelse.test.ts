import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideArende, getArende, moveArende, setArendeText } from '#contract/arende.ts';
import type { ArendeAnswer } from '#contract/arende-answer.ts';
import { listLog } from '#contract/audit.ts';
import { getSettings } from '#contract/settings.ts';
import {
  dayInSweden,
  exportTjansteskrivelse,
  writeTjansteskrivelse,
} from '#contract/tjansteskrivelse.ts';
import type { Tjansteskrivelse } from '#domain/tjansteskrivelse.ts';
import { call, send, startTestApp, type TestApp, testTime } from '../testing/app.ts';
import { partOf, readBody } from '../testing/docx.ts';
import {
  paragraph14Decision,
  prepareParagraph14,
  proposeParagraph14,
} from '../testing/paragraph-14.ts';

let app: TestApp;
let test: TestApp;
let arende: ArendeAnswer;
beforeAll(async () => {
  app = await startTestApp();
  const ground = await prepareParagraph14(app, 'Förbundet Å & Ö');
  test = ground.test;
  arende = await proposeParagraph14(ground);
});
afterAll(() => app.close());

const own = () => ({ params: { arendeId: arende.arendeId } });
const file = () => call(test, exportTjansteskrivelse, own());
const url = (arendeId: string): string =>
  `/api/organisations/${test.organisationId}/arenden/${arendeId}/tjansteskrivelse.docx`;

/** The document as the page shows it. */
async function model(): Promise<Tjansteskrivelse> {
  const answer = await call(test, getArende, own());
  const sender = await call(test, getSettings, {});
  return writeTjansteskrivelse(answer, sender, dayInSweden(testTime));
}

/** The model as the body of the file has to be: style and text, and each table cell by cell. */
function expectedBody({ organisation, kind, title, facts, sections }: Tjansteskrivelse) {
  return [
    ['Avsandare', `${organisation}\t${kind}`],
    ...facts.map(({ label, value }) => ['Uppgift', `${label}\t${value}`]),
    ['Heading1', title],
    ...sections.flatMap(({ heading, pieces }) => [
      ['Heading2', heading],
      ...pieces.flatMap((piece) => {
        if (piece.kind === 'paragraph') return [['', piece.lines.join('\n')]];
        if (piece.kind === 'list') return piece.items.map((item) => ['ListParagraph', item]);
        const { caption, columns, rows, notes } = piece;
        const head = columns.map(({ label }) => label);
        return [
          ['Caption', caption],
          [head, ...rows.map(({ cells }) => cells)],
          ...notes.map((note) => ['Tabellnot', note]),
        ];
      }),
    ]),
  ];
}

async function actualBody(bytes: Uint8Array) {
  return (await readBody(bytes)).map((piece) =>
    piece.kind === 'table' ? piece.rows.map(({ cells }) => cells) : [piece.style, piece.text],
  );
}

describe('the tjänsteskrivelse of § 14', () => {
  it('says exactly what the page says, text by text and cell by cell', async () => {
    expect(await actualBody(await file())).toEqual(expectedBody(await model()));
  });

  it('has the headings of a protocol in its order', async () => {
    const headings = (await readBody(await file())).flatMap((piece) =>
      piece.kind === 'paragraph' && piece.style.startsWith('Heading') ? [piece.text] : [],
    );
    expect(headings).toEqual([
      'Återbudgetering samt tilläggsäskande',
      'Förslag till beslut',
      'Sammanfattning av ärendet',
      'Ärendet',
      'Konsekvensbeskrivning',
      'Beslutsexpediering',
    ]);
  });

  it('has its att-satser as a list and a heading row in each of its three tables', async () => {
    const body = await readBody(await file());
    const items = body.filter((piece) => piece.kind === 'paragraph' && piece.isItem);
    expect(items).toHaveLength(3);
    const tables = body.filter((piece) => piece.kind === 'table');
    expect(tables.map(({ rows }) => rows.map(({ isHead }) => isHead).lastIndexOf(true))).toEqual([
      0, 0, 0,
    ]);
  });

  it('holds every figure of § 14, and 21 545 where the protocol has 21 543', async () => {
    const shown = (await partOf(await file(), 'word/document.xml')).replaceAll('\u00a0', ' ');
    const figures = ['11 550', '8 182', '3 368', '3 400', '11 582', '3 150', '1 539', '1 611'];
    const more = ['990', '620', '3 149', '5 010', '26 555', '21 545', '65 083', '6 653'];
    for (const figure of [...figures, ...more]) expect(shown).toContain(`>${figure}<`);
    expect(shown).not.toContain('21 543');
  });

  it('is a DOCX in Swedish that is kept nowhere on the way, named after its Dnr', async () => {
    const answer = await send(test, { method: 'GET', url: url(arende.arendeId) });
    expect(answer.headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': "attachment; filename*=UTF-8''tjansteskrivelse-2025-17.docx",
      'cache-control': 'no-store',
    });
    expect(await partOf(answer.bytes, 'word/styles.xml')).toContain('<w:lang w:val="sv-SE"');
  });

  it('leaves a row in the log', async () => {
    await call(test, exportTjansteskrivelse, { ...own(), as: 'revisor' });
    const { rows } = await call(test, listLog, { as: 'revisor' });
    expect(rows[0]).toMatchObject({
      action: 'exportTjansteskrivelse',
      after: { address: url(arende.arendeId) },
    });
  });

  it('keeps what somebody writes, whatever the characters', async () => {
    const body = 'Å <b>fet</b> & "citat" ]]>\n- ett\n- två';
    const params = { arendeId: arende.arendeId, block: 'arendet' };
    await call(test, setArendeText, { params, body: { body }, version: 0 });
    const written = await actualBody(await file());
    expect(written).toEqual(expectedBody(await model()));
    expect(written).toContainEqual(['', 'Å <b>fet</b> & "citat" ]]>']);
    expect(written).toContainEqual(['ListParagraph', 'två']);
  });
});

describe('who gets it', () => {
  const answerTo = async (as: 'direktion' | 'administrator' | 'nobody', arendeId: string) => {
    const { status, body } = await send(test, { method: 'GET', url: url(arendeId), as });
    return [status, (body as { readonly code?: string } | null)?.code];
  };

  it('is nobody without the right to take out figures, and no direktion while it is a draft', async () => {
    expect(await answerTo('nobody', arende.arendeId)).toEqual([401, 'not_signed_in']);
    expect((await answerTo('administrator', arende.arendeId))[0]).toBe(403);
    expect(await answerTo('direktion', arende.arendeId)).toEqual([404, 'arende_not_found']);
  });

  it('is not somebody who asks for another organisation’s', async () => {
    const { status } = await send(app, { method: 'GET', url: url(arende.arendeId) });
    expect(status).toBe(404);
  });

  it('is the direktion once it is prepared, and then it says Beslut and whose', async () => {
    const params = { arendeId: arende.arendeId };
    const { version } = await call(test, getArende, { params });
    const prepared = await call(test, moveArende, { params, body: { to: 'beredning' }, version });
    expect((await answerTo('direktion', arende.arendeId))[0]).toBe(200);
    await call(test, decideArende, {
      params,
      body: paragraph14Decision,
      version: prepared.version,
      as: 'direktion',
    });
    const written = await actualBody(await file());
    expect(written).toContainEqual(['Uppgift', 'Bifall\tDirektionen 2025-03-27 § 14']);
    expect(written).toContainEqual(['Heading2', 'Beslut']);
    expect(JSON.stringify(written)).not.toContain('Utkast');
    const tables = (await readBody(await file())).filter((piece) => piece.kind === 'table');
    expect(tables[1]?.rows.slice(-3).map(({ cells }) => cells[1])).toEqual([
      '26\u00a0555',
      '5\u00a0010',
      '21\u00a0545',
    ]);
  });
});
