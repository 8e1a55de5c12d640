import type { RemarkMessages } from '../messages.js';

export const remarks: RemarkMessages = {
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
  late: (months) => `Dato con ${months} ${months === 1 ? 'mes' : 'meses'} de retraso.`,
  partial: (received, total) =>
    total === undefined
      ? `Datos parciales: llegaron ${received} filas y la fuente tiene más.`
      : `Datos parciales: llegaron ${received} de ${total} filas.`,
  undated: (count) => `${count} filas sin dato de periodo.`,
  unexpected: 'La fuente cambió y hay valores poco usuales: conviene confirmarlos con ella.',
  stale: (date) => `Datos guardados el ${date}; la fuente no responde.`,
};
