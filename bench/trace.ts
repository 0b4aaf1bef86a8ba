import type { Browser, Page } from 'playwright-core';

/** What a browser's main thread did; times in milliseconds. */
export type Trace = {
  /** Script between a key and the paint that follows it, in time of the thread itself. */
  readonly script: number;
  /** From the key until that paint is done, on the clock. */
  readonly untilPainted: number;
  /** The longest that the thread was busy without a break, in time of its own and on the clock. */
  readonly longestTask: number;
  readonly longestTaskOnClock: number;
};

type Event = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly type?: string } };
};

const scripts = new Set([
  ...['EventDispatch', 'FunctionCall', 'EvaluateScript', 'RunMicrotasks', 'v8.callFunction'],
  ...['FireAnimationFrame', 'FireIdleCallback', 'TimerFire', 'HandlePostMessage'],
]);

/** Traces a browser while something is done in one of its pages. */
export async function traced(
  browser: Browser,
  page: Page,
  work: () => Promise<void>,
): Promise<Trace> {
  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'v8.execute', 'toplevel', '__metadata'],
  });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly Event[];
  };
  const key = traceEvents.find(({ args }) => args?.data?.type === 'keydown');
  const main = key ??
    traceEvents.findLast(({ args }) => args?.name === 'CrRendererMain') ?? { pid: 0, tid: 0 };
  const own = traceEvents
    .filter(({ pid, tid, ph }) => pid === main.pid && tid === main.tid && ph === 'X')
    .toSorted((left, right) => left.ts - right.ts);
  const tasks = own.filter(({ name }) => name.endsWith('RunTask'));
  const longest = (of: (event: Event) => number): number => Math.max(0, ...tasks.map(of)) / 1_000;
  return {
    ...(key === undefined ? { script: 0, untilPainted: 0 } : untilPaint(own, key)),
    longestTask: longest(({ tdur = 0 }) => tdur),
    longestTaskOnClock: longest(({ dur = 0 }) => dur),
  };
}

function untilPaint(events: readonly Event[], key: Event) {
  const paint = events.find(({ name, ts }) => name === 'Paint' && ts > endOf(key));
  if (paint === undefined) throw new Error('Nothing was painted');
  let script = 0;
  let counted = key.ts;
  for (const event of events) {
    // What is within something that is counted is counted with it.
    if (!scripts.has(event.name) || event.ts < counted || event.ts > paint.ts) continue;
    script += (event.tdur ?? event.dur ?? 0) / 1_000;
    counted = endOf(event);
  }
  return { script, untilPainted: (endOf(paint) - key.ts) / 1_000 };
}

function endOf({ ts, dur = 0 }: Event): number {
  return ts + dur;
}
