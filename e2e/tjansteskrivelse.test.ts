import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { describe } from 'vitest';
import { addArendeDocument, setArendeText } from '#contract/arende.ts';
import { readBody } from '../server/testing/docx.ts';
import { sv } from '../web/texts/sv.ts';
import { barriers, everyLook, twoLooks } from './harness/accessibility.ts';
import { callAs, demoId } from './harness/call.ts';
import { seenInEach, seenOfAll } from './harness/seen.ts';
import { test } from './harness/test.ts';
import { arendenPath, beforeParagraph14, draftOfParagraph14 } from './screens/arende.ts';

const words = sv.tjansteskrivelse;

type Opened = { readonly page: Page; readonly params: Ids };
type Ids = { readonly organisationId: string; readonly arendeId: string };

/** Makes the ärende of § 14 and goes to its tjänsteskrivelse, as its ekonom does. */
async function openParagraph14(page: Page): Promise<Opened> {
  await beforeParagraph14(page);
  const named = { title: 'Återbudgetering samt tilläggsäskande', dnr: '2025/71' };
  const { arendeId } = await draftOfParagraph14(page, named);
  const params = { organisationId: await demoId(page), arendeId };
  const body = { name: 'Kommundirektörernas sammanträde § 12', dated: '2025-03-13' };
  await callAs(page, addArendeDocument, { params, body });
  await page.goto(`${arendenPath}/${arendeId}`);
  await page.getByRole('link', { name: sv.arende.tjansteskrivelse, exact: true }).click();
  await paper(page).waitFor();
  return { page, params };
}

function paper(page: Page): Locator {
  return page.getByRole('article');
}

/** The tables of the document, row by row and cell by cell. */
async function tablesOn(page: Page): Promise<string[][][]> {
  const tables = await paper(page).getByRole('table').all();
  return Promise.all(tables.map((table) => seenInEach(table.locator('tr'), 'th, td')));
}

type Box = { readonly left: number; readonly right: number };
type Piece = { readonly textContent: string | null; readonly getBoundingClientRect: () => Box };
type Sheet = Piece & { readonly querySelectorAll: (selector: string) => Iterable<Piece> };

/** The texts that stick out of the paper. */
async function outside(page: Page): Promise<string[]> {
  return paper(page).evaluate((sheet: Sheet) => {
    const { left, right } = sheet.getBoundingClientRect();
    return [...sheet.querySelectorAll('h1, h2, p, li, dd, th, td')].flatMap((piece) => {
      const box = piece.getBoundingClientRect();
      return box.left >= left - 1 && box.right <= right + 1 ? [] : [piece.textContent ?? ''];
    });
  });
}

/** How often the structure of a tagged PDF has an element of a kind. */
function countOf(pdf: string, kind: string): number {
  return pdf.match(new RegExp(`/S /${kind}\\b`, 'gu'))?.length ?? 0;
}

describe('the tjänsteskrivelse of § 14', () => {
  test('is read and heard, and taken out as a file that says the same', async ({
    open,
    expect,
  }) => {
    const { page } = await openParagraph14(await open(arendenPath));
    const headings = await seenOfAll(paper(page).getByRole('heading'));
    expect(headings).toEqual([
      'Återbudgetering samt tilläggsäskande',
      'Förslag till beslut',
      'Sammanfattning av ärendet',
      'Ärendet',
      'Konsekvensbeskrivning',
      'Beslutsunderlag',
      'Beslutsexpediering',
    ]);
    expect(await paper(page).getAttribute('lang')).toBe('sv-SE');
    const tables = await tablesOn(page);
    const figures = tables.flat(2);
    const inOrder = ['11 550', '8 182', '3 368', '11 582', '3 149', '3 400', '990', '620'];
    for (const figure of [...inOrder, '26 555', '5 010', '21 545']) {
      expect(figures).toContain(figure);
    }
    expect(await barriers(page, everyLook)).toEqual([]);

    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: words.docx, exact: true }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toBe('tjansteskrivelse-2025-71.docx');
    const body = await readBody(readFileSync(await file.path()));
    const spaced = (cells: readonly string[]) =>
      cells.map((cell) => cell.replaceAll('\u00a0', ' '));
    expect(
      body.flatMap((piece) =>
        piece.kind === 'table' ? [piece.rows.map(({ cells }) => spaced(cells))] : [],
      ),
    ).toEqual(tables);
    expect(
      body.flatMap((piece) =>
        piece.kind === 'paragraph' && piece.style.startsWith('Heading') ? [piece.text] : [],
      ),
    ).toEqual(headings);
  });

  test('is printed whole, without navigation, as a PDF that can be read out', async ({
    open,
    expect,
  }) => {
    const { page } = await openParagraph14(await open(arendenPath));
    const headings = await paper(page).getByRole('heading', { level: 2 }).count();
    const tables = await paper(page).getByRole('table').count();
    const titles = await paper(page).locator('th').count();
    expect(tables).toBeGreaterThanOrEqual(2);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 605, height: 940 });
    expect(await outside(page)).toEqual([]);
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await page.getByRole('link').count()).toBe(0);
    expect(await page.getByRole('button').count()).toBe(0);
    await page.emulateMedia({ media: null });
    const pdf = (await page.pdf({ preferCSSPageSize: true, tagged: true })).toString('latin1');
    const pages = pdf.match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
    expect(pages).toBeGreaterThanOrEqual(2);
    expect(pages).toBeLessThanOrEqual(4);
    expect(pdf).toContain('/Lang (sv-SE)');
    expect(pdf).toMatch(/\/Marked true/u);
    const tags = ['H1', 'H2', 'LI', 'Table', 'Caption'];
    expect(tags.map((tag) => countOf(pdf, tag))).toEqual([1, headings, 3, tables, tables]);
    expect(countOf(pdf, 'TH')).toBeGreaterThanOrEqual(titles);
  });

  test('keeps words of any length and every character on its paper', async ({ open, expect }) => {
    const { page, params } = await openParagraph14(await open(arendenPath));
    const hostile = `</p><b>"\\}</b> ${'Ö'.repeat(2000)}\n- ${'W'.repeat(500)}`;
    const at = { ...params, block: 'sammanfattning' };
    await callAs(page, setArendeText, { params: at, body: { body: hostile } }, 0);
    await page.reload();
    await paper(page).getByText('</p><b>"\\}</b>').waitFor();
    expect(await outside(page)).toEqual([]);
    expect(await barriers(page, twoLooks)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await outside(page)).toEqual([]);
  });
});
