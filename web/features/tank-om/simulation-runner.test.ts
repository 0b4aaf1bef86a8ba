import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulate } from '#domain/forecast/simulation.ts';
import { assumptionOf, withAssumptions } from '#domain/forecast/what-if.ts';
import { percentOf } from '#domain/percent.ts';
import { replyTo, type SimulationReply, type SimulationRequest } from './simulation-messages.ts';
import { createRunner, type SimulationPort, type SimulationState } from './simulation-runner.ts';
import { planInput } from './testing.ts';

const input = withAssumptions(planInput, [
  assumptionOf({
    kind: 'executionRange',
    low: percentOf('50'),
    percent: percentOf('90'),
    high: percentOf('100'),
  }),
]);

/** A worker that answers when it is told to, as the browser's own would. */
function openPort() {
  const events = new EventTarget();
  const asked: SimulationRequest[] = [];
  let isOpen = true;
  const port: SimulationPort = {
    addEventListener: (name: string, listen: EventListenerOrEventListenerObject) =>
      events.addEventListener(name, listen),
    // A message is a copy: what cannot be copied cannot be asked.
    postMessage: (request: SimulationRequest) => void asked.push(structuredClone(request)),
    terminate: () => {
      isOpen = false;
    },
  };
  const say = (reply: SimulationReply): void => {
    events.dispatchEvent(new MessageEvent('message', { data: structuredClone(reply) }));
  };
  return {
    port,
    isOpen: () => isOpen,
    asked,
    answer: () => {
      const request = asked.shift();
      if (request !== undefined) say(replyTo(request, () => 0));
      return request;
    },
    fail: () => void events.dispatchEvent(new Event('error')),
  };
}

describe('a question to the worker', () => {
  it('is answered by the same simulation as here, whatever the seed and the number of runs', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 32 - 1), fc.integer({ min: 1, max: 40 }), (seed, runs) => {
        const request = structuredClone({ id: 7, input, seed, runs });
        const reply = replyTo(request, () => 0);
        const simulation = simulate(input, { seed, runs });
        expect(reply).toEqual({ type: 'done', id: 7, simulation, milliseconds: 0 });
        expect(structuredClone(reply)).toEqual(reply);
      }),
      { numRuns: 25 },
    );
  });

  it('is answered where nothing can be simulated, and where something goes wrong', () => {
    const without = { ...input, levels: planInput.levels };
    expect(replyTo({ id: 1, input: without, seed: 1, runs: 5 }, () => 0)).toEqual({
      type: 'done',
      id: 1,
      simulation: null,
      milliseconds: 0,
    });
    expect(replyTo({ id: 2, input, seed: 1, runs: -1 }, () => 0)).toMatchObject({
      type: 'failed',
      id: 2,
    });
  });
});

describe('a runner', () => {
  function start() {
    const ports: ReturnType<typeof openPort>[] = [];
    const told: SimulationState[] = [];
    const runner = createRunner(
      () => {
        const made = openPort();
        ports.push(made);
        return made.port;
      },
      (state) => told.push(state),
    );
    return { ports, runner, latest: () => told.at(-1) };
  }

  it('ends what nobody waits for, keeps the last answer, and asks a free worker again', () => {
    const { ports, runner, latest } = start();
    runner.ask({ input, seed: 1, runs: 3 });
    expect(latest()).toEqual({ isRunning: true, hasFailed: false, last: null });
    ports[0]?.answer();
    expect(latest()).toMatchObject({ isRunning: false, last: { question: { seed: 1 } } });

    runner.ask({ input, seed: 2, runs: 3 });
    expect(ports).toHaveLength(1);
    runner.ask({ input, seed: 3, runs: 3 });
    expect([ports.length, ports[0]?.isOpen(), ports[1]?.isOpen()]).toEqual([2, false, true]);
    expect(latest()).toMatchObject({ isRunning: true, last: { question: { seed: 1 } } });
    // What the ended one says all the same is not heard.
    ports[0]?.answer();
    expect(latest()).toMatchObject({ isRunning: true, last: { question: { seed: 1 } } });
    ports[1]?.answer();
    expect(latest()).toMatchObject({ isRunning: false, last: { question: { seed: 3 } } });
  });

  it('says that it failed, keeps the last answer, and begins anew', () => {
    const { ports, runner, latest } = start();
    runner.ask({ input, seed: 1, runs: 3 });
    ports[0]?.answer();
    runner.ask({ input, seed: 2, runs: 3 });
    ports[0]?.fail();
    expect(latest()).toMatchObject({ isRunning: false, hasFailed: true });
    expect(latest()?.last?.question.seed).toBe(1);
    runner.ask({ input, seed: 3, runs: 3 });
    expect(ports).toHaveLength(2);
    ports[1]?.answer();
    expect(latest()).toMatchObject({ isRunning: false, hasFailed: false });
    runner.stop();
    expect(ports[1]?.isOpen()).toBe(false);
  });

  it('tells the answer to the last question only, in whatever order things happen', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('ask' as const), seed: fc.nat(1000) }),
      fc.record({ do: fc.constant('answer' as const), port: fc.nat(5) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { ports, runner, latest } = start();
        let last: number | null = null;
        for (const one of steps) {
          if (one.do === 'ask') {
            last = one.seed;
            runner.ask({ input, seed: one.seed, runs: 1 });
          } else ports[one.port % Math.max(1, ports.length)]?.answer();
          const state = latest();
          if (state === undefined) continue;
          if (!state.isRunning) expect(state.last?.question.seed).toBe(last);
          expect(ports.filter((port) => port.isOpen()).length).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 60 },
    );
  });
});
