import '../support/as-module.js';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect } from 'chai';
import { fetchBytes } from '../../src/request/fetch-bytes.js';
import { DEFAULT_LIMITS } from '../../src/request/limits.js';
import { startFaultServer, type FaultServer } from '../servers/faults.js';
import { failureOf } from '../support/failure.js';
import { startServer } from '../support/local-server.js';
import { never } from '../support/question.js';

const MEGABYTE = 1_000_000;
/** One piece that is on its way while the one before it is looked at. */
const ON_ITS_WAY = 2 * 65_536;

/** Counts the bytes that reach the reader, decompressed, while `run` runs. */
async function counting(run: () => Promise<unknown>): Promise<number> {
  const { fetch } = globalThis;
  let bytes = 0;
  globalThis.fetch = async (input, init) => {
    const response = await fetch(input, init);
    const counter = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.length;
        controller.enqueue(chunk);
      },
    });
    return new Response(response.body?.pipeThrough(counter) ?? null, response);
  };
  try {
    await run();
  } finally {
    globalThis.fetch = fetch;
  }
  return bytes;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What the process holds for data, in and out of the heap; not what it only has not swept away yet. */
function held(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

describe('the limit of bytes', () => {
  let server: FaultServer;
  before(async () => (server = await startFaultServer()));
  after(() => server.close());

  const limits = { ...DEFAULT_LIMITS, maxBytes: 5 * MEGABYTE };

  it('[SEC-13] stops a 300 MB gzip bomb as soon as it has unpacked more than the limit', async () => {
    const read = await counting(async () => {
      const { details } = await failureOf(fetchBytes(`${server.url}/gzip-bomb`, limits, never), 'too-big');
      expect(details).to.deep.equal({ what: 'bytes', limit: 5 * MEGABYTE });
    });
    expect(read).to.be.within(5 * MEGABYTE, 5 * MEGABYTE + ON_ITS_WAY);
  });

  it('[SEC-13] holds no more than 20 MB for a bomb of 300 MB', async () => {
    const before = held();
    await failureOf(fetchBytes(`${server.url}/gzip-bomb`, limits, never), 'too-big');
    let grown = held() - before;
    // What other tests and the closed connection have let go of may take some rounds to be swept away; a bomb would stay.
    for (let round = 0; round < 10 && grown >= 20 * MEGABYTE; round++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      grown = Math.min(grown, held() - before);
    }
    expect(grown).to.be.below(20 * MEGABYTE);
  });

  it('[SEC-13] stops a body without end', async () => {
    const small = { ...DEFAULT_LIMITS, maxBytes: 50_000 };
    await failureOf(fetchBytes(`${server.url}/endless?ms=1`, small, never), 'too-big');
  });

  it('[SEC-13] ends the connection, so that nothing more comes', async () => {
    let closed: (() => void) | undefined;
    const isClosed = new Promise<void>((resolve) => (closed = resolve));
    const generous = await startServer((_, response) => {
      response.on('close', () => closed?.());
      response.write('x'.repeat(2000));
    });
    const small = { ...DEFAULT_LIMITS, maxBytes: 1000 };
    await failureOf(fetchBytes(generous.url, small, never), 'too-big');
    await isClosed;
    await generous.close();
  });

  it('[SEC-13] lets through exactly as much as it says, and not one byte more', async () => {
    const exact = await startServer((request, response) =>
      response.end('x'.repeat(Number(request.url?.slice(1)))),
    );
    const small = { ...DEFAULT_LIMITS, maxBytes: 1000 };
    expect((await fetchBytes(`${exact.url}/1000`, small, never)).bytes).to.have.length(1000);
    await failureOf(fetchBytes(`${exact.url}/1001`, small, never), 'too-big');
    await exact.close();
  });

  it('[SEC-13] reads no more of a refusal than its words', async () => {
    const wordy = await startServer((_, response) => {
      response.writeHead(500, { 'Content-Type': 'text/plain' });
      const timer = setInterval(() => response.writableNeedDrain || response.write('no '.repeat(1000)), 1);
      response.on('close', () => clearInterval(timer));
    });
    const { details } = await failureOf(fetchBytes(wordy.url, DEFAULT_LIMITS, never), 'http');
    expect(details.status).to.equal(500);
    await wordy.close();
  });

  it('[SEC-13] keeps of what the server says at most 200 characters', async () => {
    const portal = await startServer((request, response) => {
      response.writeHead(409);
      const message = 'columna no existe. '.repeat(20);
      response.end(
        request.url === '/json' ? JSON.stringify({ error: { message: message.slice(0, 250) } }) : message,
      );
    });
    for (const path of ['/json', '/text']) {
      const { details } = await failureOf(fetchBytes(portal.url + path, DEFAULT_LIMITS, never), 'http');
      expect(details.serverMessage)
        .to.have.length(200)
        .and.match(/^columna no existe\./);
    }
    await portal.close();
  });
});
