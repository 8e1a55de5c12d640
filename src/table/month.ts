/** Month names by their first three letters, without accents: Spanish of Peru, Spanish, English. */
const MONTH_OF: Readonly<Record<string, number>> = {
  ene: 1, jan: 1, feb: 2, mar: 3, abr: 4, apr: 4, may: 5, jun: 6, jul: 7, ago: 8, aug: 8,
  set: 9, sep: 9, oct: 10, nov: 11, dic: 12, dec: 12,
}; // prettier-ignore
const MONTH_NAME =
  /^(ene(ro)?|jan(uary)?|feb(rero|ruary)?|mar(zo|ch)?|abr(il)?|apr(il)?|mayo?|june?|jun(io)?|jul(y|io)?|ago(sto)?|aug(ust)?|set(iembre)?|sept?(iembre|ember)?|oct(ubre|ober)?|nov(iembre|ember)?|dic(iembre)?|dec(ember)?)\.?$/;

/** The number of a month given as a name or as `1` to `12`. */
export function readMonth(text: string): number | undefined {
  const word = text.trim().toLowerCase();
  if (MONTH_NAME.test(word)) return MONTH_OF[word.slice(0, 3)];
  const number = /^\d{1,2}$/.test(word) ? Number(word) : 0;
  return number >= 1 && number <= 12 ? number : undefined;
}
