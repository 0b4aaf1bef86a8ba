/** A browser and the machine under it, by the names that people know; null where it is not known. */
export type Device = { readonly browser: string | null; readonly system: string | null };

type Sign = readonly [RegExp, string];

// Browsers name those that they want to be taken for too: the special ones come first.
const browsers: readonly Sign[] = [
  [/\bEdg(?:A|iOS)?\//u, 'Edge'],
  [/\bOPR\//u, 'Opera'],
  [/\bVivaldi\//u, 'Vivaldi'],
  [/\bSamsungBrowser\//u, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//u, 'Firefox'],
  [/\b(?:HeadlessChrome|Chrome|CriOS)\//u, 'Chrome'],
  [/\bVersion\/[\d.]+ .*\bSafari\//u, 'Safari'],
];

const systems: readonly Sign[] = [
  [/\biPhone\b/u, 'iPhone'],
  [/\biPad\b/u, 'iPad'],
  [/\bAndroid\b/u, 'Android'],
  [/\bWindows\b/u, 'Windows'],
  [/\bMacintosh\b/u, 'Mac'],
  [/\bCrOS\b/u, 'Chromebook'],
  [/\bLinux\b/u, 'Linux'],
];

/** What a session's `User-Agent` tells of the device, for a person to know it again by. */
export function deviceOf(userAgent: string | null): Device {
  return { browser: named(browsers, userAgent), system: named(systems, userAgent) };
}

function named(signs: readonly Sign[], userAgent: string | null): string | null {
  return signs.find(([sign]) => sign.test(userAgent ?? ''))?.[1] ?? null;
}
