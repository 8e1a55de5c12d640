import type { TrendMessages } from '../messages.js';
import { measures } from './measures.js';
import { summary } from './summary.js';

export const trend: TrendMessages = {
  chart: 'gráfico',
  asTable: 'Ver como tabla',
  asChart: 'Ver como gráfico',
  walk: 'Con las flechas izquierda y derecha se recorren los puntos; con arriba y abajo, las series.',
  axes: (unit, low, high, first, last) =>
    `Eje vertical${unit && `, ${unit}`}: de ${low} a ${high}. Eje horizontal: de ${first} a ${last}.`,
  notZero: 'El eje no empieza en cero',
  breakLabel: 'cambio de medición',
  leftOut: (shown, all) => `Se muestran ${shown} de ${all} series; la tabla las incluye todas.`,
  summary,
  measures,
};
