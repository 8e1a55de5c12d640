/** A request that the test answers when it wants to. */
export interface Asked {
  readonly url: string;
  /** The how-manieth request it was: its answer says this number. */
  readonly serial: number;
  state: 'open' | 'answered' | 'aborted';
  /** A file of one column and one row, which is the serial; or of no row. */
  answer(rows: 0 | 1): void;
  fail(): void;
}

export interface ScriptedFetch {
  readonly asked: readonly Asked[];
  leave(): void;
}

/** Takes the place of the network. */
export function scriptFetch(): ScriptedFetch {
  const { fetch } = globalThis;
  const asked: Asked[] = [];
  globalThis.fetch = (input, { signal } = {}) =>
    new Promise((resolve, reject) => {
      const url = input as string;
      const serial = asked.length;
      const end = (body: string, status: number): void => {
        each.state = 'answered';
        // The serial also stands where an answer without rows has it.
        const response = new Response(body, { status, headers: { 'Last-Modified': String(serial) } });
        resolve(Object.defineProperty(response, 'url', { value: url }));
      };
      const each: Asked = {
        url,
        serial,
        state: 'open',
        answer: (rows) => end(rows === 1 ? `v\n${serial}\n` : 'v\n', 200),
        fail: () => end('', 404),
      };
      asked.push(each);
      signal?.addEventListener('abort', () => {
        if (each.state === 'open') each.state = 'aborted';
        reject(signal.reason as Error);
      });
    });
  return { asked, leave: () => void (globalThis.fetch = fetch) };
}
