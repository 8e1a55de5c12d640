import type { BarsMessages } from '../messages.js';
import { compared } from './compared.js';
import { measures } from './measures.js';

/** Masculine, as «puesto» and «lugar» are. */
const ordinal = (place: number): string => `${place}.º`;

export const bars: BarsMessages = {
  chart: 'gráfico de barras',
  asTable: 'Ver como tabla',
  asChart: 'Ver como gráfico',
  walk: 'Con las flechas arriba y abajo se recorren las barras.',
  scale: (unit, low, high) =>
    `Las barras empiezan en cero${unit && `, en ${unit}`}. Escala: de ${low} a ${high}.`,
  ordinal,
  place: (place, count) => `puesto ${place} de ${count}`,
  unplaced: 'sin puesto',
  tied: 'empate',
  placeRange: (best, worst) =>
    best === worst ? `con seguridad el ${ordinal(best)}` : `entre el ${ordinal(best)} y el ${ordinal(worst)}`,
  interval: (low, high, level) => `intervalo de confianza${level && ` del ${level}%`}: de ${low} a ${high}`,
  others: (count) => (count === 1 ? 'Otro (1)' : `Otros (suma de ${count})`),
  othersIn: (names) => `Otros reúne: ${names}.`,
  rest: (count, from, to) =>
    count === 1
      ? `Falta 1 en el gráfico, con ${from}; está en la tabla.`
      : `Faltan ${count} en el gráfico, con valores ${from === to ? `de ${from}` : `de ${from} a ${to}`}; están en la tabla.`,
  restAbsent: (names) => `Sin barra por no tener valor: ${names}.`,
  panelsLeftOut: (shown, all) => `Se muestran ${shown} de ${all} gráficos; la tabla los incluye todos.`,
  showAll: (count) => `Mostrar todo (${count})`,
  showLess: 'Mostrar menos',
  partsMissing: (missing, all) => `${missing === 1 ? 'falta' : 'faltan'} ${missing} de ${all} partes`,
  noShares: (fewest) => `menos de ${fewest}: sin porcentajes`,
  ofTotal: 'porcentaje del total',
  outOf: (total) => `de ${total}`,
  unfinished: (shown, later) => `Se muestra ${shown}: los datos de ${later} aún no están completos.`,
  notFound: (name) => `Estos datos no tienen «${name}».`,
  own: 'resaltado',
  headers: {
    place: 'Puesto',
    total: 'Total',
    status: 'Estado',
    interval: 'Intervalo de confianza',
    cases: 'Casos',
  },
  summary: {
    ...compared,
    count: (count) => `Se comparan ${count}`,
    named: (name, value, place) => `${name}: ${value}${place && `, ${place}`}`,
    largestPart: (name, share) => `La mayor parte del total es ${name} (${share})`,
  },
  measures,
};
