import {
  HEALTHY_CSV,
  HTML_TYPE,
  JSON_TYPE,
  reply,
  replyHealthy,
  type Fault,
  type FaultCall,
} from './fault.js';
import { page } from './fault-status.js';

const ACCENTED_CSV = 'anio,lugar,tasa\n2023,Áncash,9.3\n2024,Cañete,10.1\n';

const BAD_JSON: Readonly<Record<string, string>> = {
  nan: '[{"anio":2021,"tasa":NaN}]',
  'trailing-comma': '[{"anio":2021,"tasa":8.6},]',
  truncated: '[{"anio":2021,"tasa":8.6},{"anio":20',
};

/** Status 200 with a body that is not the data, or not in the letters or the form it claims. */
export const bodyFaults: Readonly<Record<string, Fault>> = {
  '/html-200': (call) => reply(call, { type: HTML_TYPE, body: page('Portal de datos') }),
  '/login-redirect': (call) => reply(call, { status: 302, headers: { Location: '/login' } }),
  '/login': (call) => reply(call, { type: HTML_TYPE, body: page('Inicie sesión') }),
  '/php-warning': (call) =>
    reply(call, {
      body: `<br />\n<b>Warning</b>: fopen(): failed in <b>export.php</b> on line <b>7</b><br />\n${HEALTHY_CSV}`,
    }),
  '/empty': (call) => reply(call, {}),
  '/whitespace': (call) => reply(call, { body: ' \r\n\t\n  \n' }),
  '/bad-json': (call) =>
    reply(call, {
      type: JSON_TYPE,
      body: BAD_JSON[call.parameters.get('kind') ?? 'nan'] ?? BAD_JSON['nan'] ?? '',
    }),
  '/wrong-content-type': (call) => replyHealthy(call, { type: call.parameters.get('type') ?? 'text/html' }),
  '/no-content-type': (call) => replyHealthy(call, { type: null }),
  '/latin1-declared-utf8': (call) => reply(call, { body: Buffer.from(ACCENTED_CSV, 'latin1') }),
  '/latin1-undeclared': (call) =>
    reply(call, { type: 'text/csv', body: Buffer.from(ACCENTED_CSV, 'latin1') }),
  '/utf16le-bom': (call) =>
    reply(call, { type: 'text/csv', body: Buffer.from(`\uFEFF${ACCENTED_CSV}`, 'utf16le') }),
  '/utf8-bom': (call) => reply(call, { body: `\uFEFF${HEALTHY_CSV}` }),
  '/error-object-ckan': (call) =>
    reply(call, {
      type: JSON_TYPE,
      body: JSON.stringify({ success: false, error: { __type: 'Not Found Error', message: 'Not found' } }),
    }),
  '/error-object-dkan': (call) =>
    reply(call, {
      type: JSON_TYPE,
      body: JSON.stringify({
        error: { message: 'Exception Caught, please check logs for more information' },
      }),
    }),
  '/formula-cells': (call) =>
    reply(call, {
      body: 'anio,lugar,tasa\n2023,"=HYPERLINK(""http://example.invalid"")",9.3\n2024,@SUM(A1),-1+2\n',
    }),
  '/prototype-headers': prototypeHeaders,
};

/** Names that every object already has; written as text, for an object would swallow the first. */
function prototypeHeaders(call: FaultCall): void {
  if (call.parameters.get('format') === 'json') {
    const body = '[{"anio":2023,"tasa":9.3,"__proto__":1,"constructor":2,"toString":3}]';
    reply(call, { type: JSON_TYPE, body });
  } else {
    reply(call, {
      body: 'anio,tasa,__proto__,constructor,toString,hasOwnProperty\n2023,9.3,1,2,3,4\n2024,10.1,5,6,7,8\n',
    });
  }
}
