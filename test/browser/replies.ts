/** Requests of a test to addresses of its own. Everything else goes out as usual. */
interface Asked {
  readonly url: string;
  readonly signal: AbortSignal | undefined;
}

type Reply = () => Response | Promise<Response>;

const replies = new Map<string, Reply>();
const usual = window.fetch.bind(window);

export const asked: Asked[] = [];

let count = 0;

/** An address that nobody has asked before: answers are remembered by address. */
export function freshPath(ending = 'csv'): string {
  return `/reply-${++count}.${ending}`;
}

/** From now on that path is answered with this. */
export function reply(
  path: string,
  answer: string | Uint8Array<ArrayBuffer> | Reply,
  type = 'text/csv',
): string {
  const { href } = new URL(path, location.href);
  replies.set(
    href,
    typeof answer === 'function' ? answer : () => new Response(answer, { headers: { 'content-type': type } }),
  );
  window.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const found = replies.get(url);
    if (!found) return usual(input, init);
    asked.push({ url, signal: init?.signal ?? undefined });
    const response = await found();
    // A reply made by hand has no address.
    return Object.defineProperty(response, 'url', { value: url });
  };
  return path;
}

export function forgetReplies(): void {
  replies.clear();
  asked.length = 0;
  window.fetch = usual;
}
