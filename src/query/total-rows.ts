import { nameWords } from '../table/code-column.js';
import type { TextColumn } from '../table/column.js';
import type { Notice } from '../table/notice.js';
import type { Table } from '../table/table.js';

/** How files write that a row is made of the others: a total, a share, a change. */
const TOTAL =
  /^([ivx]{1,4}\.?\s+)?((sub|gran |grand )?total(es)?\b|(suma|todos|all)$|var(iaci[oó]n|\.)?\s*(%|porcentual|anual|absoluta)|porcentaje|%)/i;
/** A place where something was, and not where somebody comes from. */
export const PLACE_NAME =
  /^(?!.*(nacim|nacion|origen)).*(dep|dpto|region|prov|dist|ubigeo|lugar|ambito|entidad|geogra)/;
/** The country among its places: by name, or by a code that is none of theirs. */
const COUNTRY = /^(per[uú]|pa[ií]s|nacional|00(00){0,2})$/i;
const LONGEST = 60;

/** Which words of a column name what is made of the other rows. */
export function totalWords({ name, words, wordLabels }: TextColumn): boolean[] {
  const isPlaces = PLACE_NAME.test(nameWords(name));
  const isTotal = (said: string): boolean => {
    const text = said.trim();
    return text.length <= LONGEST && (TOTAL.test(text) || (isPlaces && COUNTRY.test(text)));
  };
  return words.map((word, code) => isTotal(word) || isTotal(wordLabels?.[code] ?? ''));
}

/** Whether words begin with numbers, `5. Robo`, or are codes with a label: what numbers tell is then worth a look. */
export function hasNumbered({ columns }: Table): boolean {
  return columns.some(
    (column) =>
      'words' in column && column.words.some((word) => (column.wordLabels ? /^\d/ : /^\d+\W+\D/).test(word)),
  );
}

/** Where a column has totals or percentages beside other rows: with the first of their words, and how many rows have one. */
function totalsIn(column: TextColumn): Notice | undefined {
  const isTotal = totalWords(column);
  if (!isTotal.includes(true)) return undefined;
  let count = 0;
  let others = 0;
  let first = -1;
  for (const code of column.codes) {
    if (code < 0) continue;
    if (isTotal[code]) {
      if (first < 0) first = code;
      count++;
    } else others++;
  }
  if (count === 0 || others === 0) return undefined;
  return {
    code: 'total-rows',
    column: column.name,
    value: (column.wordLabels ?? column.words)[first] ?? '',
    count,
  };
}

/** Totals and percentages among these rows, which would count twice if they were put together with the others. */
export function totalRows(table: Table): Notice[] {
  return table.columns.flatMap((column) => (column.kind === 'text' ? (totalsIn(column) ?? []) : []));
}
