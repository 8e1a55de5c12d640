import type { chromeLauncher, TestRunnerPlugin } from '@web/test-runner';

type ChromeLauncher = ReturnType<typeof chromeLauncher>;
type Page = ReturnType<ChromeLauncher['getPage']>;
type Client = Awaited<ReturnType<Page['createCDPSession']>>;

/** What a test asks of the browser: a method of the Chrome DevTools Protocol and its parameters. */
export interface Asked {
  readonly method: Parameters<Client['send']>[0];
  readonly params?: object;
}

/** Lets tests speak the browser's own protocol: media, time zone, accessibility tree, garbage. */
export function browserProtocol(): TestRunnerPlugin<Asked> {
  // What one client has set lasts as long as the client.
  const clients = new WeakMap<Page, Promise<Client>>();
  return {
    name: 'browser-protocol',
    async executeCommand({ command, payload, session }) {
      if (command !== 'browser-protocol' || !payload) return undefined;
      const page = (session.browser as ChromeLauncher).getPage(session.id);
      const client = clients.get(page) ?? page.createCDPSession();
      clients.set(page, client);
      const result: unknown = await (await client).send(payload.method, payload.params);
      // A command without a result counts as unknown.
      return result ?? {};
    },
  };
}
