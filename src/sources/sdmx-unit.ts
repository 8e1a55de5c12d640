/** What attributes call the unit of the values, and the power of ten that they are written in. */
export const UNIT = /^(UNIT|UNIT_MEAS|UNIT_MEASURE)$/i;
export const MULTIPLIER = /^UNIT_MULT$/i;

/** The only value that all observations have, and its name: the code again, where it has none. */
export interface OnlyValue {
  readonly text: string;
  readonly name: string;
}

/** `Millions` for the sixth power of ten; nothing where values are written as they are. */
function scaleOf({ text, name }: OnlyValue): string {
  if (Number(text) === 0) return '';
  return name === text ? `× 10^${text}` : name;
}

/** `Persons (Thousands)`; `''` where nothing is said. */
export function unitText(unit: OnlyValue | undefined, multiplier: OnlyValue | undefined): string {
  const name = unit?.name ?? '';
  const scale = multiplier ? scaleOf(multiplier) : '';
  return name && scale ? `${name} (${scale})` : name || scale;
}
