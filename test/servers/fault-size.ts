import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { CSV_TYPE, JSON_TYPE, reply, setting, startReply, type Fault, type FaultCall } from './fault.js';

const BYTES_IN_MB = 1_000_000;

/** Too much of something. */
export const sizeFaults: Readonly<Record<string, Fault>> = {
  '/gzip-bomb': gzipBomb,
  '/endless': endless,
  '/deep-json': (call) => {
    const levels = setting(call, 'levels', 100_000);
    reply(call, { type: JSON_TYPE, body: `${'['.repeat(levels)}1${']'.repeat(levels)}` });
  },
  '/many-columns': (call) => {
    const columns = Array.from({ length: setting(call, 'columns', 600) - 1 }, (_, index) => index + 1);
    const header = ['anio', ...columns.map((column) => `c${column}`)].join(',');
    reply(call, {
      body: `${header}\n${['2023', ...columns].join(',')}\n${['2024', ...columns].join(',')}\n`,
    });
  },
  '/long-cell': (call) => {
    const cell = 'x'.repeat(setting(call, 'bytes', 200_000));
    reply(call, { body: `anio,nota,tasa\n2023,${cell},9.3\n2024,,10.1\n` });
  },
};

/** Small on the wire, huge once unpacked; compressed as it is sent. */
function gzipBomb(call: FaultCall): void {
  startReply(call.response, 200, CSV_TYPE, { 'Content-Encoding': 'gzip' });
  const bytes = setting(call, 'mb', 300) * BYTES_IN_MB;
  // The reader giving up is what this fault is for.
  pipeline(Readable.from(repeatedRows(bytes)), createGzip(), call.response).catch(() => undefined);
}

function* repeatedRows(bytes: number): Generator<string> {
  const piece = '2024,10.1\n'.repeat(10_000);
  yield 'anio,tasa\n';
  for (let sent = 0; sent < bytes; sent += piece.length) yield piece;
}

/** Rows until the reader leaves. */
function endless(call: FaultCall): void {
  const { response } = call;
  startReply(response, 200, CSV_TYPE);
  response.write('anio,tasa\n');
  const rows = '2024,10.1\n'.repeat(1_000);
  // A full buffer means that nobody reads: then nothing more is put into it.
  const timer = setInterval(
    () => response.writableNeedDrain || response.write(rows),
    setting(call, 'ms', 25),
  );
  response.on('close', () => clearInterval(timer));
}
