// The parts of autocannon that the benchmarks use; it comes without types of its own.
declare module 'autocannon' {
  type Options = {
    readonly url: string;
    readonly headers: { readonly [name: string]: string | undefined };
    /** Addresses to ask in turn, where there is more than one. */
    readonly requests?: readonly { readonly path: string }[];
    readonly connections: number;
    /** Seconds. */
    readonly duration: number;
  };
  type Outcome = {
    readonly '2xx': number;
    readonly non2xx: number;
    readonly errors: number;
    /** Seconds. */
    readonly duration: number;
    /** Milliseconds. */
    readonly latency: { readonly p50: number; readonly p99: number };
  };
  function autocannon(options: Options): Promise<Outcome>;
  export = autocannon;
}
