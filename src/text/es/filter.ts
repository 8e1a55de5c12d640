import type { FilterMessages } from '../filter-messages.js';

export const filter: FilterMessages = {
  label: { place: 'Lugar', period: 'Periodo', breakdown: 'Categoría', indicator: 'Indicador' },
  all: {
    place: 'Todos los lugares',
    period: 'Todos los periodos',
    breakdown: 'Todas las categorías',
    indicator: 'El de cada cuadro',
  },
  reset: 'Restablecer',
  empty: 'Todavía no hay nada entre lo que elegir.',
  changed: (label, figures) =>
    `${label}: ${figures === 1 ? 'cambia 1 cuadro' : `cambian ${figures} cuadros`}`,
};
