import { totalWords } from '../../query/total-rows.js';
import { at, type Column } from '../../table/column.js';

/**
 * Which rows are named as a total or a percentage of the others by one of these columns, or numbered so that others of
 * it have their values: they are no part of a sum and have no place among what they are made of. None where a column
 * names nothing else.
 */
export function totalsAmong(columns: readonly (Column | undefined)[]): (row: number) => boolean {
  const named = columns.flatMap((column) => {
    if (column?.kind !== 'text') return [];
    const { words, levels } = column;
    const isTotal = totalWords(column).map((isOne, code) => isOne || levels?.repeats.has(words[code] ?? ''));
    const used = [...new Set(column.codes)].filter((code) => code >= 0);
    const isMixed = used.some((code) => isTotal[code]) && used.some((code) => !isTotal[code]);
    return isMixed ? [{ codes: column.codes, isTotal }] : [];
  });
  return (row) => named.some(({ codes, isTotal }) => isTotal[at(codes, row)] === true);
}
