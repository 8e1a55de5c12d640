import type { TableMessages } from '../messages.js';

export const table: TableMessages = {
  filter: 'Buscar en la tabla',
  rows: (count, all) =>
    count === all ? `${all} ${all === '1' ? 'fila' : 'filas'}` : `${count} de ${all} filas`,
  page: (page, pages) => `Página ${page} de ${pages}`,
  previous: 'Anterior',
  next: 'Siguiente',
  sortBy: (column) => `Ordenar por ${column}`,
  nothingFound: 'Ninguna fila contiene lo que busca.',
  scrolls: 'se desplaza hacia los lados',
  statusOf: (measure) => `Estado de ${measure}`,
  statusHeader: 'Estado',
};
