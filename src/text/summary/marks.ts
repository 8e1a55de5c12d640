import { ABSENCES, type Absence } from '../../table/absence.js';
import type { StatusName } from '../../table/status.js';
import { capital } from '../capital.js';

/** What is told of a value or in its place. */
export type Mark = StatusName | Absence;

/** What qualifies a value or tells why there is none, in the order in which it is told. */
export const MARKS = [
  'provisional',
  'incomplete',
  'estimated',
  'revised',
  'unreliable',
  ...ABSENCES,
] as const;

/** A mark where it is told of several values: `Provisional`, `Pocos casos (interpretar con cuidado)`. */
export const markText = (said: string): string => capital(said.replace(/: (.*)/, ' ($1)'));
