import type { ProfileMessages } from '../filter-messages.js';

export const profile: ProfileMessages = {
  title: (place) => `Seguridad ciudadana: ${place}`,
  key: 'Cifras principales',
  changes: 'Cómo cambiaron',
  within: (place) => `Dentro de ${place}`,
  country: (name) => (name === '' ? 'En el país' : `En el país: ${name}`),
  targets: 'Metas',
  data: 'Los datos',
  method: 'Qué mide cada cifra',
  choose: 'Elija un lugar para ver sus cifras.',
  sheet: (title) => `Ficha completa: ${title}`,
};
