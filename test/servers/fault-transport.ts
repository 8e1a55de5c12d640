import { gzipSync } from 'node:zlib';
import {
  CSV_TYPE,
  HEALTHY_CSV,
  replyHealthy,
  setting,
  startReply,
  type Fault,
  type FaultCall,
} from './fault.js';

/** Connections that stall, crawl or break. */
export const transportFaults: Readonly<Record<string, Fault>> = {
  '/hang-before-headers': () => {
    // Nothing is ever sent; the connection stays open until one side gives up.
  },
  '/hang-after-headers': ({ response }) => startReply(response, 200, CSV_TYPE),
  '/drip': drip,
  '/reset-at-once': ({ request }) => request.socket.resetAndDestroy(),
  '/reset-mid-body': ({ request, response }) => {
    startReply(response, 200, CSV_TYPE, { 'Content-Length': String(HEALTHY_CSV.length) });
    response.write(HEALTHY_CSV.slice(0, 20));
    // The bytes above must arrive first, else this is a reset at once.
    setTimeout(() => request.socket.resetAndDestroy(), 50);
  },
  '/truncated-length': ({ request, response }) => {
    startReply(response, 200, CSV_TYPE, { 'Content-Length': String(HEALTHY_CSV.length + 1_000) });
    response.write(HEALTHY_CSV, () => request.socket.end());
  },
  '/truncated-gzip': ({ response }) => {
    const whole = gzipSync(HEALTHY_CSV.repeat(100));
    const half = whole.subarray(0, Math.floor(whole.length / 2));
    startReply(response, 200, CSV_TYPE, {
      'Content-Encoding': 'gzip',
      'Content-Length': String(half.length),
    });
    response.end(half);
  },
  '/slow.csv': (call) => {
    const timer = setTimeout(() => replyHealthy(call), setting(call, 'ms', 1_000));
    call.response.on('close', () => clearTimeout(timer));
  },
};

/** One byte at a time. */
function drip(call: FaultCall): void {
  const { response } = call;
  startReply(response, 200, CSV_TYPE, { 'Content-Length': String(HEALTHY_CSV.length) });
  let sent = 0;
  const timer = setInterval(
    () => {
      response.write(HEALTHY_CSV.charAt(sent));
      sent += 1;
      if (sent === HEALTHY_CSV.length) response.end();
    },
    setting(call, 'ms', 400),
  );
  response.on('close', () => clearInterval(timer));
}
