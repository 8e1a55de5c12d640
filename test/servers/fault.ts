import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request to a fault, with what a fault needs to misbehave. */
export interface FaultCall {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly parameters: URLSearchParams;
  /** A second local server, which sends no CORS header. */
  readonly otherOrigin: string;
  /** How often this path has been asked before with the same `key` parameter. */
  readonly earlierVisits: number;
}

export type Fault = (call: FaultCall) => void;

export const CSV_TYPE = 'text/csv; charset=utf-8';
export const JSON_TYPE = 'application/json; charset=utf-8';
export const HTML_TYPE = 'text/html; charset=utf-8';

export const HEALTHY_CSV = 'anio,tasa\n2021,8.6\n2022,\n2023,9.3\n2024,10.1\n';

export const HEALTHY_ROWS: readonly Row[] = [
  { anio: 2021, tasa: 8.6 },
  { anio: 2022, tasa: null },
  { anio: 2023, tasa: 9.3 },
  { anio: 2024, tasa: 10.1 },
];

export type Row = Readonly<Record<string, string | number | null>>;

export interface Answer {
  readonly status?: number;
  /** Null sends no Content-Type at all. */
  readonly type?: string | null;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Buffer;
}

/** Sends a whole body, readable from any origin unless a header of the answer says otherwise. */
export function reply(
  { response }: FaultCall,
  { status = 200, type = CSV_TYPE, headers = {}, body = '' }: Answer,
): void {
  const bytes = Buffer.from(body);
  startReply(response, status, type, { 'Content-Length': String(bytes.length), ...headers });
  response.end(bytes);
}

/** Sends the status line and the headers only. */
export function startReply(
  response: ServerResponse,
  status: number,
  type: string | null,
  headers: Readonly<Record<string, string | string[]>> = {},
): void {
  const all = {
    'Access-Control-Allow-Origin': '*',
    ...(type === null ? {} : { 'Content-Type': type }),
    ...headers,
  };
  response.writeHead(status, all);
  response.flushHeaders();
}

/** The same rows as CSV, or as JSON with `?format=json`. */
export function replyRows(call: FaultCall, rows: readonly Row[]): void {
  if (isJson(call)) reply(call, { type: JSON_TYPE, body: JSON.stringify(rows) });
  else reply(call, { body: csvOf(rows) });
}

export function replyHealthy(call: FaultCall, answer: Omit<Answer, 'body'> = {}): void {
  if (isJson(call)) reply(call, { type: JSON_TYPE, ...answer, body: JSON.stringify(HEALTHY_ROWS) });
  else reply(call, { ...answer, body: HEALTHY_CSV });
}

export function isJson({ parameters }: FaultCall): boolean {
  return parameters.get('format') === 'json';
}

/** A number from the query string. */
export function setting({ parameters }: FaultCall, name: string, otherwise: number): number {
  const text = parameters.get(name);
  return text === null ? otherwise : Number(text);
}

function csvOf(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => names.map((name) => row[name] ?? '').join(','));
  return [names.join(','), ...lines, ''].join('\n');
}
