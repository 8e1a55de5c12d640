import { type Column, type PeriodColumn, type TextColumn } from '../table/column.js';
import { totalWords } from './total-rows.js';

/**
 * How the cells of one column add up: which codes are made of which, and which stand side by side under one total.
 * `-1`, a cell without a word, is a part like any other.
 */
export interface Dimension {
  readonly codes: Int32Array;
  /** The coarser codes that a code is a part of: totals, the department of a district, the year of a month. */
  readonly wholesOf: (code: number) => readonly number[];
  /** What parts have in common that add up to one total; `undefined` where none does, shown or not. */
  readonly groupOf: (code: number) => string | undefined;
  /** Of how much a code is the total is not known: of all, or of some only. */
  readonly isVague: (code: number) => boolean;
}

/** Words that are the total of all the others. */
const OF_ALL = /^((gran )?total(es)?( general| nacional)?|suma|todos|all|per[uú]|pa[ií]s|nacional|0+)$/i;
const DIGITS = /^\d+$/;

/** Words of places: codes that begin with another one are within it, `130101` within `1301` within `13`. */
function coarserCodes(words: readonly string[]): (readonly number[])[] {
  const codeOf = new Map(words.map((word, code) => [word, code]));
  return words.map((word) => {
    if (!DIGITS.test(word)) return [];
    const shorter = Array.from({ length: word.length - 1 }, (_, index) => word.slice(0, index + 1));
    return shorter.flatMap((start) => codeOf.get(start) ?? []).reverse();
  });
}

/** Words that are numbered: what each is a part of, and what that is a part of, the nearest first. */
function numberedWholes(
  words: readonly string[],
  partOf: ReadonlyMap<string, string>,
): (readonly number[])[] {
  const codeOf = new Map(words.map((word, code) => [word, code]));
  return words.map((word) => {
    const wholes: number[] = [];
    for (let whole = partOf.get(word); whole !== undefined; whole = partOf.get(whole))
      wholes.push(...[codeOf.get(whole) ?? []].flat());
    return wholes;
  });
}

/** The parts of a breakdown: as if somebody shows their total elsewhere, whether it is among them or not. */
function wordsDimension(column: TextColumn): Dimension {
  const { codes, words, wordLabels, levels } = column;
  const isTotal = totalWords(column);
  const totals = Array.from(words.keys()).filter((code) => isTotal[code]);
  const byNumber = levels && numberedWholes(words, levels.partOf);
  const coarser = (byNumber ?? coarserCodes(words)).map((found) => found.filter((code) => !isTotal[code]));
  return {
    codes,
    wholesOf: (code) => (isTotal[code] ? [] : [...(coarser[code] ?? []), ...totals]),
    groupOf: (code) => (isTotal[code] ? undefined : String(coarser[code]?.[0] ?? '')),
    isVague: (code) => {
      const said = [words[code], wordLabels?.[code]];
      return isTotal[code] === true && !said.some((word) => word !== undefined && OF_ALL.test(word.trim()));
    },
  };
}

/** Periods: parts only of longer ones that are there as well. */
function periodsDimension({ codes, periods }: PeriodColumn): Dimension {
  const used = [...new Set(codes)].filter((code) => code >= 0);
  const longer = periods.map((period) =>
    used
      .filter((code) => {
        const other = periods[code] ?? period;
        return other.start <= period.start && period.end <= other.end && other.length !== period.length;
      })
      .sort(
        (a, b) =>
          (periods[a]?.end ?? 0) -
          (periods[a]?.start ?? 0) -
          (periods[b]?.end ?? 0) +
          (periods[b]?.start ?? 0),
      ),
  );
  return {
    codes,
    wholesOf: (code) => longer[code] ?? [],
    groupOf: (code) => (longer[code]?.length ? `${periods[code]?.length}${longer[code]?.[0]}` : undefined),
    isVague: () => false,
  };
}

/** How the rows of an answer add up, one for its time and each of its breakdowns. */
export function dimensionsOfCells(columns: readonly Column[]): Dimension[] {
  return columns.flatMap((column) => {
    if (column.kind === 'number') return [];
    return [column.kind === 'text' ? wordsDimension(column) : periodsDimension(column)];
  });
}
