import type { AboutMessages } from '../messages.js';

export const about: AboutMessages = {
  definition: 'Qué mide',
  method: 'Cómo se calcula',
  comparability: 'Con qué se puede comparar',
  contact: 'Contacto para correcciones',
  cite: 'Cómo citar',
  citePlain: 'Texto',
  retrieved: (date) => `Recuperado el ${date}`,
  undated: 's. f.',
};
