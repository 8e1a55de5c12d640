/** Spanish of Peru, Spanish and English, without accents. */
const MONTHS = [
  'enero january', 'febrero february', 'marzo march', 'abril april', 'mayo may', 'junio june', 'julio july',
  'agosto august', 'setiembre septiembre september', 'octubre october', 'noviembre november', 'diciembre december',
].map((names) => names.split(' ')); // prettier-ignore

/** The number of a month given as `1` to `12`, or as a name of which at least three letters are written: `Marz.` */
export function readMonth(text: string): number | undefined {
  const word = text.trim().toLowerCase().replace(/\.$/, '');
  if (/^[a-z]{3,10}$/.test(word)) {
    const place = MONTHS.findIndex((names) => names.some((name) => name.startsWith(word)));
    return place < 0 ? undefined : place + 1;
  }
  const number = /^\d{1,2}$/.test(word) ? Number(word) : 0;
  return number >= 1 && number <= 12 ? number : undefined;
}
