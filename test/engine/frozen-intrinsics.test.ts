import { execFile } from 'node:child_process';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { startServer } from '../support/local-server.js';

const NAMES = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', 'then', 'toJSON'];
const CELLS = NAMES.map((_, index) => `v${index}`);
const record = (): string => `{${NAMES.map((name, index) => `"${name}":"v${index}"`).join()}}`;

/** The same row in each protocol; its columns have the names of what all objects have. */
const REPLIES: Readonly<Record<string, string>> = {
  '/d.csv': `${NAMES.join()}\n${CELLS.join()}\n`,
  '/quoted.csv': `${NAMES.join()}\n"${CELLS.join('","')}"\n`,
  '/d.json': `[${record()}]`,
  '/api/3/action/datastore_search?resource_id=1': `{"success":true,"result":{"records":[${record()}]}}`,
  '/api/action/datastore/search.json?resource_id=1': `{"success":true,"result":{"records":[${record()}],"total":"1"}}`,
};

describe('a page that has frozen what all objects share', () => {
  it('[SEC-10] reads every protocol, and columns of any name', async () => {
    const server = await startServer(({ url = '' }, response) => {
      const [, reply] = Object.entries(REPLIES).find(([path]) => url.startsWith(path)) ?? [];
      response.end(reply);
    });
    const script = fileURLToPath(new URL('frozen-intrinsics.ts', import.meta.url));
    const sources = Object.keys(REPLIES).map((path) => server.url + path);
    const { stdout } = await promisify(execFile)(execPath, ['--import', 'tsx', script, ...sources]);
    await server.close();
    expect(JSON.parse(stdout)).to.deep.equal(sources.map(() => [NAMES, [CELLS]]));
  });
});
