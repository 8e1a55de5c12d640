import type { Page } from 'puppeteer-core';

/** What a page did that its webmaster would not want, collected from before its first script. */
export interface Watched {
  /** Exceptions that nobody caught. */
  readonly exceptions: readonly string[];
  /** What the console shows in red. */
  readonly consoleErrors: readonly string[];
  /** Every address asked for. */
  readonly requests: readonly string[];
  /** What the page's own policy refused, as `directive address`. */
  readonly violations: () => Promise<string[]>;
}

interface WatchedWindow extends Window {
  refused?: string[];
}

export async function watch(page: Page): Promise<Watched> {
  const exceptions: string[] = [];
  const consoleErrors: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => exceptions.push(error instanceof Error ? error.message : String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') consoleErrors.push(`${message.text()} ${message.location().url ?? ''}`);
  });
  page.on('request', (request) => requests.push(request.url()));
  await page.evaluateOnNewDocument(() => {
    const refused: string[] = [];
    (window as WatchedWindow).refused = refused;
    document.addEventListener('securitypolicyviolation', (event) => {
      refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`.trim());
    });
  });
  return {
    exceptions,
    consoleErrors,
    requests,
    violations: () => page.evaluate(() => (window as WatchedWindow).refused ?? []),
  };
}

/** The hosts that were asked, without the addresses that ask nobody. */
export function hostsOf(requests: readonly string[]): string[] {
  const asked = requests.filter((url) => /^(https?|wss?):/.test(url)).map((url) => new URL(url).host);
  return [...new Set(asked)].sort();
}
