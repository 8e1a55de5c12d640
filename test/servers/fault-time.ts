import { page } from './fault-status.js';
import { HTML_TYPE, reply, replyHealthy, setting, type Fault, type FaultCall } from './fault.js';

const OLD_DATE = new Date('2019-03-01T12:00:00Z');

/** Servers whose answer depends on when or how often they are asked. Count apart with `?key=`. */
export const timeFaults: Readonly<Record<string, Fault>> = {
  '/flaky': (call) => okOrError(call, call.earlierVisits >= setting(call, 'failures', 2)),
  '/flapping': (call) => okOrError(call, call.earlierVisits % 2 === 0),
  '/stale': (call) =>
    replyHealthy(call, { headers: { 'Last-Modified': OLD_DATE.toUTCString(), ETag: '"2019"' } }),
  '/clock-skew': (call) => {
    const skewed = new Date(Date.now() + setting(call, 'hours', 26) * 3_600_000);
    replyHealthy(call, { headers: { Date: skewed.toUTCString(), 'Last-Modified': skewed.toUTCString() } });
  },
};

function okOrError(call: FaultCall, ok: boolean): void {
  if (ok) replyHealthy(call);
  else reply(call, { status: 500, type: HTML_TYPE, body: page('Error interno del servidor') });
}
