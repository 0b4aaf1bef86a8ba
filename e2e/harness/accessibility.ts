import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What a page is looked at in. */
export type Look = { readonly colorScheme: 'light' | 'dark'; readonly width: number };

/** Light and dark, on a desk and on a phone. */
export const everyLook: readonly Look[] = [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 1440 },
  { colorScheme: 'dark', width: 360 },
  { colorScheme: 'light', width: 360 },
];

/** Each colour and each width once: enough for a page that was seen in every look before. */
export const twoLooks: readonly Look[] = [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 360 },
];

/** Everything that axe finds, and where the page is wider than the window. The page stays as it is. */
export async function barriers(page: Page, looks: readonly Look[]): Promise<string[]> {
  const before = page.viewportSize();
  const found: string[] = [];
  for (const look of looks) {
    const name = `${look.colorScheme} ${look.width}`;
    await page.emulateMedia({ colorScheme: look.colorScheme });
    await page.setViewportSize({ width: look.width, height: 900 });
    await isDrawn(page);
    found.push(...(await axeFinds(page)).map((one) => `${name}: ${one}`));
    const overflow = await horizontalOverflow(page);
    if (overflow > 0) found.push(`${name}: the page is ${overflow} px too wide`);
  }
  await page.emulateMedia({ colorScheme: null });
  if (before !== null) await page.setViewportSize(before);
  return found;
}

async function axeFinds(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(rules)
    // Tkr has no frames, and without looking for them axe needs no second page.
    .setLegacyMode(true);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => {
      const why = failureSummary.split('\n').slice(1).join(' ').trim();
      return `${id} (${help}) at ${target.join(' ')}: ${why}`;
    }),
  );
}

// Colours that change little by little have changed with the second frame.
async function isDrawn(page: Page): Promise<void> {
  await page.evaluate<unknown>(
    'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))',
  );
}

/** How many pixels of the page lie to the right of the window. */
export async function horizontalOverflow(page: Page): Promise<number> {
  return page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
}
