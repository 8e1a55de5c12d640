import type { RareRemarkMessages } from '../messages.js';

export const rareRemarks: RareRemarkMessages = {
  told: {
    'per-population': (years, source) => `Tasas por la población de ${years}: ${source}.`,
    'no-population': (years) =>
      years === '—'
        ? 'Sin tasa: no se conoce la población de ese lugar.'
        : `Sin tasa de ${years}: falta la población de ${/\D/.test(years) ? 'esos años' : 'ese año'}.`,
    'changed-since': (day, count) => `Cifras que cambiaron después: ${count} (copia del ${day}).`,
  },
  revision: (what, before, day) => `${what && `${what}: `}revisado${day && ` el ${day}`} (antes ${before}).`,
  formerly: (what, before, day) => `${what ? `${what}: era` : 'Era'} ${before} hasta el ${day}.`,
  otherRevisions: (count) => `${count} valores más fueron revisados.`,
};
