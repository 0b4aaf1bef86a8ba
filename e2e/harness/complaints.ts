import type { BrowserContext } from 'playwright-core';

/** What a browser complained of while a person worked in it. */
export type Complaints = {
  /** Complaints that no pattern expects. */
  readonly unexpected: () => string[];
  /** Patterns that met no complaint. */
  readonly missing: () => RegExp[];
};

/**
 * Collects everything that a browser complains of: errors in its console, those that nobody caught,
 * and what the content security policy stopped.
 *
 * A test that provokes a complaint names it in `expected`, and then it must come.
 */
export async function watch(
  context: BrowserContext,
  expected: readonly RegExp[],
): Promise<Complaints> {
  const heard: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') heard.push(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => heard.push(String(error.error())));
  await context.exposeBinding('tkrPolicyViolation', (_, told: string) => {
    heard.push(`Content security policy: ${told}`);
  });
  await context.addInitScript(`
    addEventListener('securitypolicyviolation', (event) => {
      tkrPolicyViolation(event.violatedDirective + ' ' + event.blockedURI + ' in ' + event.sourceFile);
    });
  `);
  return {
    unexpected: () => heard.filter((one) => !expected.some((pattern) => pattern.test(one))),
    missing: () => expected.filter((pattern) => !heard.some((one) => pattern.test(one))),
  };
}
