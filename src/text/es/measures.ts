import type { MeasureMessages } from '../messages.js';

export const measures: MeasureMessages = {
  made: {
    sum: (column) => `Suma de ${column}`,
    avg: (column) => `Promedio de ${column}`,
    min: (column) => `Mínimo de ${column}`,
    max: (column) => `Máximo de ${column}`,
    count: (column) => `Número de datos de ${column}`,
  },
  several: 'Varias medidas',
  tooFew: 'menos de 3 casos: no se calcula tasa',
};
