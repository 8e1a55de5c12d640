import type { ChangeWords, FigureMessages } from '../messages.js';

const ROMAN = ['', 'I', 'II', 'III', 'IV'];

const amount = ({ difference, percent }: ChangeWords): string =>
  percent === undefined ? difference : `${difference} (${percent})`;

/** «5 dic. 2024» and «I trim. 2024» take an article; years and months do not. */
const withArticle = (period: string): string => (/^[\dIV]+ /.test(period) ? `el ${period}` : period);

const of = (period: string): string => `de ${withArticle(period)}`.replace('de el ', 'del ');

/** Spanish of Peru. */
export const figure: FigureMessages = {
  locales: ['es-PE'],
  loading: 'Cargando los datos…',
  slow: 'La fuente está tardando en responder…',
  retry: 'Reintentar',
  absent: { missing: 's/d', suppressed: 'oculto', notApplicable: 'n. a.' },
  quarter: (part, year) => `${ROMAN[part] ?? part} trim. ${year}`,
  half: (part, year) => `${ROMAN[part] ?? part} sem. ${year}`,
  periodHeader: 'Periodo',
  rows: 'Número de registros',
  under: (percent) => `menos de ${percent}`,
  percentagePoints: (count) => (count === '1' ? '1 punto porcentual' : `${count} puntos porcentuales`),
  noValue: 'sin dato',
  source: 'Fuente',
  sourceUndeclared: 'Fuente no declarada',
  dataThrough: (period) => `Datos hasta ${period}`,
  published: (date) => `Publicado: ${date}`,
  fileDated: (date) => `Archivo del ${date}`,
  fetched: (date) => `Consultado: ${date}`,
  license: (name) => (/^licen/i.test(name) ? name : `Licencia: ${name}`),
  about: 'Sobre estos datos',
  rose: (change) => `subió ${amount(change)} respecto ${of(change.base)}`,
  fell: (change) => `bajó ${amount(change)} respecto ${of(change.base)}`,
  same: (base) => `sin cambio respecto ${of(base)}`,
  range: (first, last) => `de ${first} a ${last}`,
  'no-base': (base) => `sin dato ${of(base)} para comparar`,
  unavailable: 'No se pudieron mostrar los datos.',
  offline: 'Parece que no hay conexión a internet.',
};
