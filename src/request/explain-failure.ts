import { DataError } from '../errors.js';

/** The violation is told in a task of its own, shortly after the fetch has failed. */
const POLICY_REPORT_MS = 30;

/**
 * Tells apart what fetch reports alike. A missing CORS header and a dead network cannot be told apart from
 * within a page: both are `network`. A reply that had begun to arrive was let through: what
 * ended it is a cut. Where `blocked` says so, it was the page's own Content-Security-Policy.
 */
export async function explainFailure(
  reason: unknown,
  url: string,
  isCut: boolean,
  blocked: () => boolean,
): Promise<DataError> {
  await new Promise((resolve) => setTimeout(resolve, POLICY_REPORT_MS));
  const { host, pathname: path } = new URL(url);
  if (blocked()) return new DataError('blocked-by-page', { host, path }, reason);
  const offline = (globalThis.navigator as Navigator | undefined)?.onLine === false;
  if (offline) return new DataError('offline', { host }, reason);
  return new DataError('network', { host, path, ...(isCut && { isCut }) }, reason);
}

/**
 * What an error reply says: services explain themselves in JSON, in a line, or in the XML of SDMX, SOAP and OGC, which
 * statistical offices answer also where JSON was asked for; a page of HTML says nothing.
 */
function messageIn(body: Uint8Array | undefined): string | undefined {
  const text = new TextDecoder().decode(body).trim();
  if (text.startsWith('<'))
    return /<(?:\w{1,20}:)?(?:Text|faultstring|ExceptionText)(?: [^<>]{0,200})?>([^<>]{1,200})</
      .exec(text)?.[1]
      ?.trim();
  if (text === '') return undefined;
  const said = (names: string): string | undefined =>
    new RegExp(`"(?:${names})"\\s*:\\s*"((?:[^"\\\\]|\\\\.){1,300})"`).exec(text)?.[1];
  const message = said('message|label|detail') ?? said('error');
  return (message ?? text).slice(0, 200);
}

/** The seconds that a server asks to be left alone for, which it says in seconds or as a date. */
function secondsOf(retryAfter: string | null): number | undefined {
  const seconds = Number(retryAfter ?? NaN);
  const wait = Number.isNaN(seconds) ? (Date.parse(retryAfter ?? '') - Date.now()) / 1000 : seconds;
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

/** An answer that is not 2xx, with what the server says about it, even where that does not end. */
export async function explainStatus(response: Response, body: () => Promise<Uint8Array>): Promise<DataError> {
  const retryAfter = secondsOf(response.headers.get('retry-after'));
  const serverMessage = messageIn(await body().catch(() => undefined));
  const { host, pathname: path } = new URL(response.url);
  return new DataError(response.status === 413 ? 'too-big' : 'http', {
    status: response.status,
    host,
    path,
    ...(retryAfter !== undefined && { retryAfter }),
    ...(serverMessage !== undefined && { serverMessage }),
  });
}
