import type { TrendMessages } from '../messages.js';

export const trend: TrendMessages = {
  chart: 'gráfico',
  asTable: 'Ver como tabla',
  asChart: 'Ver como gráfico',
  walk: 'Con las flechas izquierda y derecha se recorren los puntos; con arriba y abajo, las series.',
  axes: (unit, low, high, first, last) =>
    `Eje vertical${unit && `, ${unit}`}: de ${low} a ${high}. Eje horizontal: de ${first} a ${last}.`,
  notZero: 'El eje no empieza en cero',
  breakLabel: 'cambio de medición',
  spans: (what, when) => `${what}, ${when}.`,
  went: (first, firstPeriod, last, lastPeriod) =>
    `Pasó de ${first} en ${firstPeriod} a ${last} en ${lastPeriod}.`,
  only: (value, period) => `Fue ${value} en ${period}.`,
  stayed: (value, first, last) => `Fue ${value} tanto en ${first} como en ${last}.`,
  most: (value, period) => `Máximo: ${value} (${period}).`,
  least: (value, period) => `Mínimo: ${value} (${period}).`,
  gaps: (periods) => `Sin dato: ${periods}.`,
  manyGaps: (count) => `Sin dato en ${count} periodos.`,
  provisional: (periods) => `Provisional: ${periods}.`,
  incomplete: (periods) => `Incompleto: ${periods}.`,
  broken: (period) => `En ${period} cambió la forma de medir: lo anterior no es comparable.`,
  series: (count) => `${count} series.`,
  highest: (name, value, period) => `En ${period} la más alta es ${name} (${value})`,
  lowest: (name, value) => `y la más baja, ${name} (${value}).`,
  leftOut: (shown, all) => `Se muestran ${shown} de ${all} series; la tabla las tiene todas.`,
};
