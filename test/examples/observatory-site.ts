import { request } from 'node:http';

/** Names of the demonstration observatory that tests ask for. */
export const HOMICIDES = '4f2c9d10-7a3b-4e55-8b21-90c1d2e30001';
export const REPORTS = '4f2c9d10-7a3b-4e55-8b21-90c1d2e30005';
export const FULL_REPORTS = '4f2c9d10-7a3b-4e55-8b21-90c1d2e30006';
export const PRIVATE_RESOURCE = '4f2c9d10-7a3b-4e55-8b21-90c1d2e30099';

export type Parameters = Readonly<Record<string, string | number>>;

export function address(base: string, parameters: Parameters = {}): string {
  const pairs = Object.entries(parameters).map(([name, value]) => [name, String(value)]);
  return `${base}?${new URLSearchParams(pairs).toString()}`;
}

/** Status and parsed body. The body is data from outside: tests say what they expect of it. */
export async function getJson(
  base: string,
  parameters: Parameters = {},
): Promise<{ status: number; body: Json }> {
  const response = await fetch(address(base, parameters));
  return { status: response.status, body: new Json(await response.json()) };
}

/** Walks into parsed JSON without claiming to know its shape. */
export class Json {
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }

  at(...path: readonly (string | number)[]): Json {
    const step = (value: unknown, key: string | number): unknown =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
    return new Json(path.reduce(step, this.value));
  }

  get list(): Json[] {
    return Array.isArray(this.value) ? this.value.map((item: unknown) => new Json(item)) : [];
  }
}

export interface RawReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** A request whose reply is left as it came: no redirect followed, nothing unpacked. */
export function rawRequest(
  url: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers, method }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}
