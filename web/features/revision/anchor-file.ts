import type { listAnchors } from '#contract/audit.ts';
import type { Answer } from '#contract/endpoint.ts';

type Anchors = Answer<typeof listAnchors>['anchors'];

/** The anchors as a file to keep: one a line, under a line that says whose they are. */
export function anchorFile(organisation: string, anchors: Anchors): string {
  // A line that begins with # is no anchor, whatever the organisation is called.
  const heading = `# Ankare ur Tkr: ${organisation.replaceAll(/\s+/gu, ' ')}`;
  return `${[heading, ...anchors.map(({ text }) => text)].join('\n')}\n`;
}

/** `tkr-ankare-itsam-2026-11-22.txt`, by the newest day in it. */
export function anchorFileName(slug: string, anchors: Anchors): string {
  return `tkr-ankare-${[slug, ...anchors.slice(0, 1).map(({ day }) => day)].join('-')}.txt`;
}
