import { capital } from '../capital.js';
import type { MarksMessages } from '../marks-messages.js';

export const marks: MarksMessages = {
  target: 'Meta',
  horizon: (period, value) => `Meta ${period}: ${value}`,
  base: (value) => `${value} (punto de partida)`,
  noTarget: 'sin meta',
  future: 'por venir',
  line: (source) => `línea de puntos: meta (${source || 'no se indica qué plan la fija'})`,
  pace: {
    met: 'meta cumplida',
    missed: 'meta no cumplida',
    onTrack: 'en camino a la meta',
    short: 'algo por debajo del avance previsto',
    far: 'muy por debajo del avance previsto',
    away: 'se aleja de la meta',
  },
  noPace: {
    noValue: 'aún no hay un valor completo para medir el avance',
    noBase: 'sin punto de partida para medir el avance',
    tooEarly: 'aún es pronto para medir el avance',
    broken: 'no se mide el avance: cambió la forma de medir',
  },
  progress: (when, value, expected, pace) =>
    `${capital(when)}, ${value} frente a ${expected} que prevé la meta: ${pace}`,
  reached: (when, value, pace) => `${capital(when)}, ${value}: ${pace}`,
  annotations: 'Qué pasó',
};
