import { HTML_TYPE, reply, setting, type Answer, type Fault } from './fault.js';

/** Refusals: the status says that something is wrong, and the body is a page for people. */
export const statusFaults: Readonly<Record<string, Fault>> = {
  '/500': refuse(500, 'Error interno del servidor'),
  '/502': refuse(502, 'Puerta de enlace incorrecta'),
  '/503': refuse(503, 'Servicio en mantenimiento'),
  '/503-retry-after': (call) => reply(call, maintenance(setting(call, 'seconds', 2))),
  '/503-retry-after-exposed': (call) => {
    const { headers, ...answer } = maintenance(setting(call, 'seconds', 2));
    reply(call, { ...answer, headers: { ...headers, 'Access-Control-Expose-Headers': 'Retry-After' } });
  },
  '/504': refuse(504, 'La puerta de enlace no respondió a tiempo'),
  '/404-html': refuse(404, 'Página no encontrada'),
  '/429': refuse(429, 'Demasiadas solicitudes'),
  '/401': refuse(401, 'Acceso restringido', { 'WWW-Authenticate': 'Bearer' }),
  '/403-waf': refuse(403, 'Solicitud rechazada. Número de incidente: 000000000000'),
  '/418-waf': refuse(418, 'Solicitud bloqueada por políticas de seguridad'),
};

function refuse(status: number, sentence: string, headers: Record<string, string> = {}): Fault {
  return (call) => reply(call, { status, type: HTML_TYPE, headers, body: page(sentence) });
}

function maintenance(seconds: number): Answer {
  return {
    status: 503,
    type: HTML_TYPE,
    headers: { 'Retry-After': String(seconds) },
    body: page('Servicio en mantenimiento'),
  };
}

export function page(sentence: string): string {
  return `<!doctype html><html lang="es"><title>${sentence}</title><h1>${sentence}</h1></html>\n`;
}
