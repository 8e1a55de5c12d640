import { STATUS, type StatusSet } from '../table/status.js';

const NOT_APPLICABLE = /no (aplica|corresponde|procede)|not applicable|inapplicable|^n\/?a$/;
const SUPPRESSED = /suprimid|confidencial|reserva|secreto|suppress|confidential|withheld/;

/**
 * Why there is no value, as the label of a value that stands for none tells it (Table Schema 2, missingValues): `no
 * corresponde` is not applicable, `reserva estadística` suppressed, any other missing.
 */
export function absenceOf(label: string): StatusSet {
  const plain = label.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  if (NOT_APPLICABLE.test(plain)) return STATUS.notApplicable;
  return SUPPRESSED.test(plain) ? STATUS.suppressed : STATUS.missing;
}
