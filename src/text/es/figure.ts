import type { ChangeWords, FigureMessages } from '../messages.js';

const ROMAN = ['', 'I', 'II', 'III', 'IV'];

const amount = ({ difference, percent }: ChangeWords): string =>
  percent === undefined ? difference : `${difference} (${percent})`;

/** Spanish of Peru. */
export const figure: FigureMessages = {
  locales: ['es-PE'],
  loading: 'Cargando los datos…',
  slow: 'La fuente está tardando en responder…',
  retry: 'Reintentar',
  empty: 'La fuente respondió, pero no tiene datos para lo que se pidió.',
  stale: (date) => `Datos guardados el ${date}; la fuente no responde.`,
  absent: { missing: 's/d', suppressed: 'oculto', notApplicable: 'n. a.' },
  quarter: (part, year) => `${ROMAN[part] ?? part} trim. ${year}`,
  half: (part, year) => `${ROMAN[part] ?? part} sem. ${year}`,
  periodHeader: 'Periodo',
  perScale: (scale) => `por cada ${scale}`,
  percentagePoints: (count) => (count === '1' ? '1 punto porcentual' : `${count} puntos porcentuales`),
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
  source: 'Fuente',
  sourceUndeclared: 'Fuente no declarada',
  dataThrough: (period) => `Datos hasta ${period}`,
  published: (date) => `Publicado: ${date}`,
  fileDated: (date) => `Archivo del ${date}`,
  fetched: (date) => `Consultado: ${date}`,
  license: (name) => `Licencia: ${name}`,
  about: 'Sobre estos datos',
  ownerIntro: 'Detalles para quien administra esta página',
  rose: (change) => `subió ${amount(change)} respecto de ${change.base}`,
  fell: (change) => `bajó ${amount(change)} respecto de ${change.base}`,
  same: (base) => `igual que en ${base}`,
  notComparable: (base) => `no se compara con ${base}: cambió la forma de medir`,
  notWhole: (base) => `no se compara con ${base}: falta parte de los datos`,
  range: (first, last) => `de ${first} a ${last}`,
  noBase: (base) => `sin dato de ${base} para comparar`,
  events: (count) => `${count} ${count === '1' ? 'caso' : 'casos'}`,
  late: (months) => `Dato con ${months} ${months === 1 ? 'mes' : 'meses'} de retraso.`,
  partial: (received, total) => `Datos parciales: llegaron ${received} de ${total} filas.`,
  unavailable: 'No se pudieron mostrar los datos.',
  offline: 'Parece que no hay conexión a internet.',
};
