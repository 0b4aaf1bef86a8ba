/** What happened to the session that all tabs of a browser share. */
export type SessionNews = 'changed' | 'ended';

// One for the tab, which does not hear itself. Made when it is needed: tests have no use for it.
let channel: BroadcastChannel | null = null;

function open(): BroadcastChannel {
  channel ??= new BroadcastChannel('tkr.session');
  return channel;
}

/** Tells the other tabs that somebody logged in, or out. */
export function tellOtherTabs(news: SessionNews): void {
  // Only a window's own postMessage has a target; a channel never leaves its origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  open().postMessage(news);
}

/** Hears what other tabs tell. Gives the way to stop hearing. */
export function hearOtherTabs(listener: (news: SessionNews) => void): () => void {
  const opened = open();
  const hear = ({ data }: MessageEvent<unknown>): void => {
    listener(data === 'ended' ? 'ended' : 'changed');
  };
  opened.addEventListener('message', hear);
  return () => opened.removeEventListener('message', hear);
}
