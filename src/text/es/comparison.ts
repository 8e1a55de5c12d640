import type { ComparisonMessages } from '../marks-messages.js';

export const comparison: ComparisonMessages = {
  reference: (name) => `${name} (referencia)`,
  valued: (name, value) => `${name}: ${value}`,
  above: (difference) => `${difference} por encima`,
  below: (difference) => `${difference} por debajo`,
  same: 'el mismo valor',
  share: (percent, name, total) => `${percent} del total de ${name} (${total})`,
  why: {
    unclear: 'sin diferencia estadísticamente clara',
    notAPart: 'no se compara: son cantidades de lugares distintos',
    notComparable: 'no se compara: cambió la forma de medir',
    notWhole: 'no se compara: falta parte de los datos',
  },
  noValue: (name, period) => `${name}: sin dato de ${period}`.replace(/ de $/, ''),
  failed: (name) => `No se pudieron mostrar los datos de ${name} para comparar.`,
  noCommonPeriod: (name) => `${name} no tiene datos de estos periodos para comparar.`,
  line: (name) => `línea de rayas y puntos: ${name}`,
};
