import type { MeasureMessages } from '../messages.js';

export const measures: MeasureMessages = {
  made: {
    sum: (column) => `Sum of ${column}`,
    avg: (column) => `Average of ${column}`,
    min: (column) => `Lowest ${column}`,
    max: (column) => `Highest ${column}`,
    count: (column) => `Number of values of ${column}`,
  },
  several: 'Several measures',
  tooFew: 'fewer than 3 cases: no rate is computed',
};
