import type { RemarkMessages } from '../messages.js';

/** «5 dic. 2024» and «I trim. 2024» take an article; years and months do not. */
const withArticle = (period: string): string => (/^[\dIV]+ /.test(period) ? `el ${period}` : period);

export const remarks: RemarkMessages = {
  status: {
    missing: 'sin dato',
    suppressed: 'oculto para proteger a las personas',
    notApplicable: 'no aplica',
    provisional: 'provisional',
    estimated: 'estimado',
    revised: 'revisado',
    break: 'cambio en la forma de medir',
    unreliable: 'pocos casos: interpretar con cuidado',
    forecast: 'proyectado',
    incomplete: 'incompleto: falta parte de los datos',
  },
  late: (months) => `Dato con ${months} ${months === 1 ? 'mes' : 'meses'} de retraso.`,
  partial: (received, total) =>
    total === undefined
      ? `Datos parciales: llegaron ${received} filas y la fuente tiene más.`
      : `Datos parciales: llegaron ${received} de ${total} filas.`,
  undated: (count) => `${count} filas sin dato de periodo.`,
  totals: (count) => `Sin contar ${count} filas que repiten a otras, como los totales.`,
  smallCounts: (most) =>
    `Los valores ${most === '1' ? 'de 1' : `de 1 a ${most}`} se ocultan para proteger a las personas; también alguno más, si permitiría calcularlos.`,
  unexpected: 'La fuente cambió y hay valores poco usuales: conviene confirmarlos con ella.',
  stale: (date) => `Datos guardados el ${date}; la fuente no responde.`,
  'not-comparable': (base) => `no se compara con ${withArticle(base)}: cambió la forma de medir`,
  'not-whole': (base) => `no se compara con ${withArticle(base)}: falta parte de los datos`,
  unclear: (base, first, last) =>
    `sin cambio estadísticamente claro respecto de ${withArticle(base)} (de ${first} a ${last})`.replace(
      ' de el ',
      ' del ',
    ),
  ofPart: (part, change) => `${part}: ${change}`,
  reported: (reported, expected, share, units) =>
    `informaron ${reported} de ${expected} ${units || 'unidades'}${share && ` (${share})`}`,
  parts: (present, parts) => `suma ${present} de ${parts} datos`,
  unreported: 'no se sabe cuántas unidades informaron',
  uneven: (base) => `no se compara con ${base}: no informaron tantas unidades como entonces`,
  perScale: (scale) => `por cada ${scale}`,
  events: (count) => `${count} ${count === '1' ? 'caso' : 'casos'}`,
  interval: (level, low, high) => `intervalo de confianza del ${level}: de ${low} a ${high}`,
  intervalMark: {
    line: (level) => `banda: intervalo de confianza del ${level}`,
    column: (level) => `trazo en cada columna: intervalo de confianza del ${level}`,
  },
  besides: {
    previous: () => 'Valor anterior',
    revised: () => 'Fecha de la revisión',
    until: () => 'Hasta qué día',
    lower: (level) => `Límite inferior (confianza del ${level})`,
    upper: (level) => `Límite superior (confianza del ${level})`,
    reported: () => 'Unidades que informaron',
    expected: () => 'Unidades que debían informar',
    present: () => 'Datos sumados',
    parts: () => 'Datos en total',
  },
};
