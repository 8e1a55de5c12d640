import type { TargetsMessages } from '../targets-messages.js';

export const targets: TargetsMessages = {
  heading: 'Metas y avance',
  headingOf: (indicator) => `Metas y avance: ${indicator}`,
  pace: {
    met: 'Meta cumplida',
    missed: 'Meta no cumplida',
    onTrack: 'En camino a la meta',
    short: 'Algo por debajo del avance previsto',
    far: 'Muy por debajo del avance previsto',
    away: 'Se aleja de la meta',
  },
  unknown: 'Aún no se puede decir',
  noPace: {
    noValue: 'Todavía no hay un valor completo para medir el avance.',
    noBase: 'El plan no dice de dónde parte.',
    tooEarly: 'Todavía no hay un valor posterior al punto de partida.',
    broken: 'Cambió la forma de medir después del punto de partida: los valores no se comparan.',
    otherPeriods: 'La meta y los valores son de periodos de distinta duración.',
    failed: 'No se pudieron leer los valores de su fuente.',
    badPath: 'El camino de la meta no se puede leer.',
  },
  count: (count, told) => `${count} ${count === 1 ? 'meta' : 'metas'}: ${told}`,
  progress: (when, value, expected) =>
    `En ${when} el valor fue ${value}; el camino a la meta preveía ${expected}.`,
  last: (when, value) => `En ${when} el valor fue ${value}.`,
  goal: (value, when, base, baseWhen) =>
    `Meta: ${value} en ${when}. Punto de partida: ${base} en ${baseWhen}.`,
  plan: 'Plan que la fija',
  responsible: 'Oficina responsable',
  valuesFrom: 'Fuente de los valores',
  asTable: 'Ver año por año',
  period: 'Periodo',
  target: 'Meta',
  value: 'Valor',
  difference: 'Diferencia',
  base: '(punto de partida)',
  future: 'por venir',
  between: '* No lo fija el plan: está en la línea recta entre los valores que fija.',
  key: 'Línea continua: valor. Línea de puntos y rombos: camino a la meta.',
  breakKey: 'Línea vertical a trazos: cambió la forma de medir.',
};
