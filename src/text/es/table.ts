import type { TableMessages } from '../messages.js';
import { measures } from './measures.js';

export const table: TableMessages = {
  filter: 'Buscar en la tabla',
  rows: (count, all) =>
    count === all ? `${all} ${all === '1' ? 'fila' : 'filas'}` : `${count} de ${all} filas`,
  page: (page, pages) => `Página ${page} de ${pages}`,
  previous: 'Anterior',
  next: 'Siguiente',
  sortBy: (column) => `Ordenar por ${column}`,
  sort: 'Ordenar por',
  unsorted: 'como llegan',
  sorted: (column, order) => `Ordenado por ${column}, ${order}.`,
  orders: {
    number: ['de menor a mayor', 'de mayor a menor'],
    text: ['de la A a la Z', 'de la Z a la A'],
    period: ['de lo más antiguo a lo más reciente', 'de lo más reciente a lo más antiguo'],
  },
  nothingFound: 'Ninguna fila contiene lo que busca.',
  scrolls: 'se desplaza hacia los lados',
  statusOf: (measure) => `Estado de ${measure}`,
  statusHeader: 'Estado',
  measures,
};
