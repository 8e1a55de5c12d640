import type { ComparedMessages } from '../compared-messages.js';
import { and } from './and.js';
import { measures } from './measures.js';

export const compared: ComparedMessages = {
  and,
  noCategory: 'sin especificar',
  tooFew: measures.tooFew,
  most: (told, without) => `Valor más alto${without}: ${told}`,
  least: (told, without) => `Valor más bajo${without}: ${told}`,
  without: (which) => `, sin contar ${which}`,
  unsettled: { unreliable: 'los de pocos casos', incomplete: 'los incompletos', forecast: 'los proyectados' },
  allEqual: (value, isRounded) => `Todos tienen el mismo valor${isRounded ? ' redondeado' : ''}: ${value}`,
  all: 'todos',
  some: (count, all) => `${count} de ${all}`,
};
