import { useState } from 'react';

/** What the grid says in its live region. */
export type Announcement = {
  readonly announcement: string;
  readonly announce: (text: string) => void;
};

/** Keeps the latest message. The same message twice is said twice, as a live region needs a change. */
export function useAnnouncement(): Announcement {
  const [said, setSaid] = useState({ text: '', isRepeated: false });
  return {
    announcement: said.isRepeated ? `${said.text}\u00a0` : said.text,
    announce: (text) =>
      setSaid((last) => ({ text, isRepeated: last.text === text && !last.isRepeated })),
  };
}
