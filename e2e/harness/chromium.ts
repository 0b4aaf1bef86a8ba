import { type Browser, chromium } from 'playwright-core';
import { provideChromium } from '../../scripts/provision/chromium.ts';

/** Starts the Chromium of `CHROMIUM_PATH`, else the one that is installed here. */
export function startChromium(flags: readonly string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: provideChromium(),
    args: [...flags],
  });
}
