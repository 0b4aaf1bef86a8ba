import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Tjansteskrivelse } from '#domain/tjansteskrivelse.ts';
import { xmlText } from '../files/docx/xml-text.ts';
import { partNames, partOf, readBody } from '../testing/docx.ts';
import { toDocx } from './tjansteskrivelse-docx.ts';

const now = new Date('2025-03-20T09:00:00Z');

/** A document where every text is the same one. */
function saying(text: string): Tjansteskrivelse {
  return {
    organisation: text,
    kind: 'Tjänsteskrivelse',
    title: text,
    draft: text,
    runningHead: text,
    facts: [{ label: text, value: text }],
    sections: [
      {
        heading: text,
        pieces: [
          { kind: 'paragraph', lines: [text, text] },
          { kind: 'list', items: [text] },
          {
            kind: 'table',
            caption: text,
            columns: [
              { label: text, align: 'text' },
              { label: text, align: 'figure' },
            ],
            rows: [
              { kind: 'group', cells: [text] },
              { kind: 'row', cells: [text, text] },
              { kind: 'sum', cells: [text, text] },
              { kind: 'part', cells: [text, text] },
            ],
            notes: [text],
          },
        ],
      },
    ],
  };
}

/** Every part of the file that is XML, read to its end. */
async function readAll(bytes: Uint8Array): Promise<void> {
  for (const name of await partNames(bytes)) {
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(await partOf(bytes, name)).close();
  }
}

describe('the file', () => {
  it('says its language, title, author and time, and repeats the heads of its tables', async () => {
    const bytes = await toDocx(saying('Nät & <b>'), now);
    const properties = await partOf(bytes, 'docProps/core.xml');
    expect(properties).toContain('<dc:language>sv-SE</dc:language>');
    expect(properties).toContain('<dc:title>Tjänsteskrivelse: Nät &amp; &lt;b&gt;</dc:title>');
    expect(properties).toContain('<dc:creator>Nät &amp; &lt;b&gt;</dc:creator>');
    expect(properties.match(/2025-03-20T09:00:00\.000Z/gu)).toHaveLength(2);
    expect(await partOf(bytes, 'word/styles.xml')).toMatch(
      /<w:docDefaults>.*<w:lang w:val="sv-SE"/u,
    );
    const document = await partOf(bytes, 'word/document.xml');
    expect(document.match(/<w:tblHeader\/>/gu)).toHaveLength(1);
    expect(document).toContain('w:firstRow="true"');
    expect(document).toContain('w:firstColumn="true"');
  });

  it('names fonts that most have, and what stands in for them', async () => {
    const table = await partOf(await toDocx(saying('x'), now), 'word/fontTable.xml');
    expect(table).toContain('<w:font w:name="Cambria"><w:altName w:val="Caladea"/>');
    expect(table).toContain('<w:font w:name="Calibri"><w:altName w:val="Carlito"/>');
  });

  it('counts its pages, and says on each that it is a draft', async () => {
    const bytes = await toDocx(saying('Utkast, version 7'), now);
    const feet = (await partNames(bytes)).filter((name) => /^word\/footer\d\.xml$/u.test(name));
    expect(feet).toHaveLength(2);
    for (const foot of feet) {
      const text = await partOf(bytes, foot);
      expect(text).toContain('Utkast, version 7');
      expect(text).toMatch(/PAGE<.*NUMPAGES</u);
    }
  });

  it('has nothing of a draft on it once there is none', async () => {
    const bytes = await toDocx({ ...saying('Beslut'), draft: null }, now);
    expect(await partOf(bytes, 'word/footer1.xml')).not.toContain('Beslut');
  });

  it('keeps what XML cannot hold as a replacement, and words of any length', async () => {
    const text = `\u0000\u0008\u001b\ufffe\ud800]]><w:p>&amp;${'Ö'.repeat(50_000)}`;
    const bytes = await toDocx(saying(text), now);
    await readAll(bytes);
    const kept = `${'\ufffd'.repeat(5)}]]><w:p>&amp;${'Ö'.repeat(50_000)}`;
    const [sender] = await readBody(bytes);
    expect(sender).toMatchObject({ text: `${kept}\tTjänsteskrivelse` });
  });

  it('is well-formed and tells every text as it is, whatever it is', async () => {
    const hostile = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const bytes = await toDocx(saying(text), now);
        await readAll(bytes);
        const [caption] = (await readBody(bytes)).filter(
          (piece) => piece.kind === 'paragraph' && piece.style === 'Caption',
        );
        // A reader of XML takes every line break for a plain one.
        const told = xmlText(text).replaceAll(/\r\n?/gu, '\n');
        expect(caption).toMatchObject({ text: told });
      }),
      { numRuns: 25 },
    );
  });
});
