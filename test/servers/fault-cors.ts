import { CSV_TYPE, HEALTHY_CSV, reply, replyHealthy, type Fault } from './fault.js';

/** Answers that a page of another origin may not read, or is sent around for. */
export const corsFaults: Readonly<Record<string, Fault>> = {
  '/redirect-loop': (call) => reply(call, { status: 302, headers: { Location: '/redirect-loop' } }),
  '/redirect-other-origin': (call) =>
    reply(call, { status: 302, headers: { Location: `${call.otherOrigin}/ok.csv` } }),
  '/no-cors': ({ response }) => {
    response.writeHead(200, { 'Content-Type': CSV_TYPE, 'Content-Length': HEALTHY_CSV.length });
    response.end(HEALTHY_CSV);
  },
  '/duplicated-cors': (call) =>
    replyHealthy(call, { headers: { 'Access-Control-Allow-Origin': ['*', '*'] } }),
  // The refusal itself is the server's: it answers every OPTIONS with 405.
  '/preflight-refused': (call) => replyHealthy(call),
};
