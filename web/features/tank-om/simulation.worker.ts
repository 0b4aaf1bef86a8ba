import { replyTo, type SimulationRequest } from './simulation-messages.ts';

// Runs beside the page, which goes on answering: one question at a time, in order.
addEventListener('message', ({ data }: MessageEvent<SimulationRequest>) => {
  // Only a window's own postMessage has a target; a worker speaks to the page that opened it.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  postMessage(replyTo(data, () => performance.now()));
});
