import { copied } from '../engines.js';
import { COUNTS } from './synthetic.js';

const ASKED = {
  src: COUNTS.url,
  value: 'casos',
  time: 'anio',
  status: '',
  place: 'Provincia sintética',
  unit: 'casos',
} as const;

/** The source fails, and the observatory's snapshot stands in for it. */
export const SNAPSHOT = { ...ASKED, engine: copied(COUNTS, { date: '2026-08-12', before: 17 }) };

/** `as-of`: what the copy had on that day, for ever. */
export const FROZEN = { ...ASKED, engine: copied(COUNTS, { date: '2026-08-12', isFrozen: true }) };
