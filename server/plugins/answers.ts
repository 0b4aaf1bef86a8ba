/** An answer as it was sent: its headers and its bytes. */
export type KeptAnswer = {
  readonly headers: { readonly [name: string]: string };
  readonly body: Buffer;
};

/** Answers that hold for as long as nothing changes in their organisation. */
export type KeptAnswers = {
  /**
   * The answer to a question, made anew where none is kept for this head of the log.
   *
   * A question names everything that its answer depends on besides the organisation's data: the
   * person, the role and the address. Whatever an answer shows must change with a row of the log.
   */
  readonly get: (
    question: string,
    head: string,
    make: () => Promise<KeptAnswer>,
  ) => Promise<KeptAnswer>;
};

/** How many answers are kept, and how large one may be, in bytes. */
const most = 500;
const largest = 256 * 1024;

/** Keeps the answers that were asked for last. */
export function keepAnswers(): KeptAnswers {
  const kept = new Map<string, KeptAnswer & { readonly head: string }>();
  return {
    get: async (question, head, make) => {
      const found = kept.get(question);
      kept.delete(question);
      const answer = found?.head === head ? found : { ...(await make()), head };
      if (answer.body.byteLength > largest) return answer;
      // A Map goes in the order of insertion: the first one is the one not asked for the longest.
      kept.set(question, answer);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return answer;
    },
  };
}
