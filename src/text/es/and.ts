/** Before the sound of an i; «I trim.» is read «primer trimestre», and «hielo» begins otherwise. */
const BEFORE_I = /^h?[ií](?![aeo]|[iv]*\s)/i;

/** The word before the last of a list. */
export const and = (last: string): string => (BEFORE_I.test(last) ? 'e' : 'y');
