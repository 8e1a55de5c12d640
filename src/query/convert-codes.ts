import { readAbsent } from '../table/absent.js';
import { nameWords } from '../table/code-column.js';
import { isPeruvian, type CodeSystem } from '../table/code-system.js';
import type { TextColumn } from '../table/column.js';
import type { Notice } from '../table/notice.js';
import type { Table } from '../table/table.js';
import { DataError } from '../errors.js';
import { asTextColumn } from './as-text.js';

/** Digits of a department, a province, a district. */
const LEVELS = [6, 4, 2];
const EXAMPLES = 3;

/** How a table names the column of a list: `cod_ubigeo_inei`, `reniec`, `iso_3166_2`. */
function isNamed(name: string, system: CodeSystem): boolean {
  const words = nameWords(name).replace(/[^a-z0-9]+/g, '-');
  return `-${words}-`.includes(`-${system}-`) && !/^(desc|nom)/.test(words);
}

/** The columns of a list in a table of equivalences. Fails where it has none. */
function columnsOf(table: Table, system: CodeSystem): TextColumn[] {
  const named = table.columns.filter(({ name }) => isNamed(name, system)).map(asTextColumn);
  const isOfCodes = (column: TextColumn): boolean =>
    column.words.some((word) => codeIn(word, system) !== undefined);
  const found = named.filter(isOfCodes);
  if (found.length > 0) return found;
  const expected = table.columns.map(({ name }) => name);
  throw new DataError('missing-column', { attribute: 'code-table', value: system, expected });
}

/** The code in a cell; `undefined` where it says that there is none. */
function codeIn(cell: string | undefined, system: CodeSystem): string | undefined {
  const code = cell?.trim() ?? '';
  if (code === '' || readAbsent(code) !== undefined) return undefined;
  if (isPeruvian(system)) return /^\d{2}(\d{2}){0,2}$/.test(code) ? code : undefined;
  return code;
}

/** `150000` is a department, `150100` a province; written out as what they are, and how many zeros that took. */
function trimmed(code: string): string {
  return /^\d{6}$/.test(code) ? code.replace(/^(\d\d)0000$|^(\d{4})00$/, '$1$2') : code;
}

/** What a code of one list may be in the other: only one, or nobody can say. */
class Equivalences {
  readonly #found = new Map<string, Set<string>>();

  add(from: string, to: string): void {
    const known = this.#found.get(from);
    if (known) known.add(to);
    else this.#found.set(from, new Set([to]));
  }

  get(code: string): string | undefined {
    const found = this.#found.get(code);
    const [only] = found ?? [];
    return found?.size === 1 ? only : undefined;
  }
}

/** The pairs of one level: of columns that hold it, else of the beginnings of longer codes. */
function equivalencesOf(
  table: Table,
  from: CodeSystem,
  to: CodeSystem,
): { exact: Equivalences; derived: Equivalences } {
  const exact = new Equivalences();
  const derived = new Equivalences();
  const targets = columnsOf(table, to);
  for (const source of columnsOf(table, from)) {
    for (const target of targets) {
      for (let row = 0; row < table.length; row++) {
        const a = codeIn(source.words[source.codes[row] ?? -1], from);
        const b = codeIn(target.words[target.codes[row] ?? -1], to);
        if (a === undefined || b === undefined) continue;
        addPair(trimmed(a), trimmed(b), exact, derived);
      }
    }
  }
  return { exact, derived };
}

function addPair(a: string, b: string, exact: Equivalences, derived: Equivalences): void {
  const levels = [a, b].map((code) => (/^\d+$/.test(code) ? code.length : 2));
  if (levels[0] === levels[1]) exact.add(a, b);
  // The province of a district is that of the district it is equivalent to.
  const shortest = Math.min(...(levels as [number, number]));
  for (const level of LEVELS.filter((each) => each <= shortest)) {
    const cut = (code: string): string => (/^\d+$/.test(code) ? code.slice(0, level) : code);
    derived.add(cut(a), cut(b));
  }
}

/**
 * The column with its codes put into the other list; codes without an equivalent, or with several, are missing and
 * told, and how many were matched.
 */
export function convertCodes(
  column: TextColumn,
  from: CodeSystem,
  to: CodeSystem,
  table: Table,
): { column: TextColumn; notices: Notice[] } {
  const { exact, derived } = equivalencesOf(table, from, to);
  const words: string[] = [];
  const place = new Map<string, number>();
  const unmatched: string[] = [];
  const used = new Set(column.codes);
  const codeOf = column.words.map((word, index) => {
    const code = codeIn(word, from);
    const short = trimmed(code ?? '');
    const found = code === undefined ? undefined : (exact.get(short) ?? derived.get(short));
    if (found === undefined) {
      if (used.has(index) && readAbsent(word) === undefined) unmatched.push(word);
      return -1;
    }
    const whole = isPeruvian(to) && code ? found.padEnd(code.length, '0') : found;
    const known = place.get(whole) ?? words.push(whole) - 1;
    place.set(whole, known);
    return known;
  });
  const total = column.words.filter(
    (word, index) => used.has(index) && readAbsent(word) === undefined,
  ).length;
  const { name, label, role, unit } = column;
  const said = { name, ...(label && { label }), ...(role && { role }), ...(unit && { unit }) };
  const notices: Notice[] = [
    { code: 'codes-converted', column: name, count: total - unmatched.length, total },
  ];
  if (unmatched.length > 0) {
    const value = unmatched.slice(0, EXAMPLES).join(', ');
    notices.push({ code: 'codes-unmatched', column: name, value, count: unmatched.length });
  }
  const codes = column.codes.map((code) => codeOf[code] ?? -1);
  const { wordLabels } = column;
  const labels = wordLabels && words.map((_, place) => wordLabels[codeOf.indexOf(place)] ?? '');
  const converted: TextColumn = { ...said, kind: 'text', codes, words, codeSystem: to };
  return { column: Object.freeze({ ...converted, ...(labels && { wordLabels: labels }) }), notices };
}
