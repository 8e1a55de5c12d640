import type { AboutMessages } from '../messages.js';

export const about: AboutMessages = {
  definition: 'Qué mide',
  method: 'Cómo se calcula',
  comparability: 'Con qué se puede comparar',
  contact: 'Contacto para correcciones',
  freshness: 'Actualización',
  live: 'En vivo: la cifra cambia cuando la fuente publica otra.',
  ofSnapshot: (date) => `De la copia del ${date}.`,
  frozen: (date) => `Congelada: es la cifra que había el ${date} y no cambia.`,
  cite: 'Cómo citar',
  citePlain: 'Texto',
  retrieved: (date) => `Recuperado el ${date}`,
  undated: 's. f.',
};
