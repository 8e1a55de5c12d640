import { dimensionsOfCells, type Dimension } from '../query/parts-of-totals.js';
import { at, type Column, type NumberColumn, type PeriodColumn, type TextColumn } from '../table/column.js';
import { makePeriod, type Period } from '../table/period.js';
import { columnsOf } from '../table/table.js';
import type { Relation } from './audit-cells.js';
import { Codes } from './codes.js';
import type { Cube } from './cubes.js';

/** A cube, and the words that all its rows have of breakdowns which it does not have itself. */
export interface PlacedCube {
  readonly cube: Cube;
  readonly fixed: ReadonlyMap<string, string>;
}

/** The total over a breakdown; no word is written so. */
const TOTAL = '';
/** All words of a breakdown but those that some cubes are of. */
const REST = '+';

const wordAt = (column: TextColumn, row: number): string => `=${column.words[at(column.codes, row)] ?? ''}`;

const isText = (column: Column): column is TextColumn => column.kind === 'text';

/** The count that a cube has beside its denominator. */
export function countOf({ table }: Cube): NumberColumn | undefined {
  const [first] = columnsOf(table, 'measure');
  return first?.kind === 'number' ? first : undefined;
}

/** One part of what all cubes hold: when, where, of what; with its value. */
interface Cell {
  readonly time: string;
  readonly period: Period | undefined;
  readonly place: readonly string[];
  readonly words: readonly string[];
  value: number;
}

/**
 * All cells of several cubes as one table, each once, so that a total of one cube and the parts of another are known
 * to belong together. The years that no cube shows are there as well where other cells are of years: whoever has the
 * months has them.
 */
export class CubeCells {
  readonly #cells = new Map<string, Cell>();
  readonly #breakdowns: readonly string[];
  /** Of each breakdown the words that some cubes are of. */
  readonly #named: readonly ReadonlySet<string>[];
  #places: ReadonlyMap<string, number> | undefined;
  /** The cells of each cube, by its rows. */
  readonly #keys = new Map<Cube, string[]>();

  constructor(placed: readonly PlacedCube[]) {
    this.#breakdowns = [
      ...new Set(placed.flatMap(({ cube, fixed }) => [...cube.breakdowns, ...fixed.keys()])),
    ];
    this.#named = this.#breakdowns.map(
      (name) =>
        new Set(placed.flatMap(({ fixed }) => (fixed.has(name) ? [`=${fixed.get(name) ?? ''}`] : []))),
    );
    for (const each of placed) this.#add(each);
    if ([...this.#cells.values()].some(({ period }) => period?.length === 'year')) this.#addYears();
    for (const place of this.#breakdowns.keys()) this.#addRests(place);
  }

  #put(cell: Cell): string {
    const key = JSON.stringify([cell.time, cell.place, cell.words]);
    if (!this.#cells.has(key)) this.#cells.set(key, cell);
    return key;
  }

  #add({ cube, fixed }: PlacedCube): void {
    const count = countOf(cube);
    const [time] = columnsOf(cube.table, 'time').filter((column) => column.kind === 'period');
    const dimensions = columnsOf(cube.table, 'dimension').filter(isText);
    const places = dimensions.slice(0, cube.places.length);
    const breakdowns = new Map(
      cube.breakdowns.map((name, index) => [name, dimensions[places.length + index]]),
    );
    const keys = Array.from({ length: cube.table.length }, (_, row) => {
      const period = time?.periods[at(time.codes, row)];
      const words = this.#breakdowns.map((name) => {
        const column = breakdowns.get(name);
        const word = fixed.get(name);
        return column ? wordAt(column, row) : word === undefined ? TOTAL : `=${word}`;
      });
      return this.#put({
        time: period?.text ?? '',
        period,
        place: places.map((column) => wordAt(column, row)),
        words,
        value: count ? at(count.values, row) : NaN,
      });
    });
    this.#keys.set(cube, keys);
  }

  /** Sums over the parts of each year. */
  #addYears(): void {
    const sums = new Map<string, Cell>();
    for (const { period, place, words, value } of this.#cells.values()) {
      const year = period && period.length !== 'year' ? makePeriod('year', period.year) : undefined;
      if (!year || Number.isNaN(value)) continue;
      const key = JSON.stringify([year.text, place, words]);
      const sum = sums.get(key) ?? { time: year.text, period: year, place, words, value: 0 };
      sum.value += value;
      sums.set(key, sum);
    }
    for (const sum of sums.values()) this.#put(sum);
  }

  /** What each total has beside the words that some cubes are of: nobody shows it, and everybody can compute it. */
  #addRests(breakdown: number): void {
    const named = this.#named[breakdown];
    if (!named || named.size === 0) return;
    const rests = new Map<string, Cell>();
    const withParts = new Set<string>();
    const lineOf = ({ time, place, words }: Cell): string =>
      JSON.stringify([time, place, words.filter((_, index) => index !== breakdown)]);
    const levelOf = ({ period, place }: Cell): string => `${period?.length ?? ''} ${place.length}`;
    const cells = [...this.#cells.values()];
    for (const cell of cells) {
      if (cell.words[breakdown] !== TOTAL || Number.isNaN(cell.value)) continue;
      const words = cell.words.map((word, index) => (index === breakdown ? REST : word));
      rests.set(lineOf(cell), { ...cell, words });
    }
    for (const cell of cells) {
      if (cell.words[breakdown] === TOTAL) continue;
      const rest = rests.get(lineOf(cell));
      withParts.add(levelOf(cell));
      const isNamed = named.has(cell.words[breakdown] ?? TOTAL) && !Number.isNaN(cell.value);
      if (rest && isNamed) rest.value -= cell.value;
    }
    // Of a level that has such words a place without them has nothing but the rest.
    for (const rest of rests.values()) if (withParts.has(levelOf(rest))) this.#put(rest);
  }

  /** Where a cell stands in `values`. */
  #placeOf(key: string): number | undefined {
    this.#places ??= new Map(Array.from(this.#cells.keys(), (each, index) => [each, index]));
    return this.#places.get(key);
  }

  get values(): Float64Array {
    return Float64Array.from(this.#cells.values(), ({ value }) => value);
  }

  #time(): Dimension[] {
    const cells = [...this.#cells.values()];
    const codes = new Codes();
    const of = Int32Array.from(cells, ({ time }) => codes.of(time));
    const known = new Map(cells.map(({ time, period }) => [time, period]));
    const periods = codes.texts.flatMap((text) => known.get(text) ?? []);
    const column: PeriodColumn = { kind: 'period', name: 'time', codes: of, periods };
    return periods.length === codes.texts.length ? dimensionsOfCells([column]) : [];
  }

  #place(): Dimension {
    const codes = new Codes();
    const wholes = new Map<number, number[]>();
    const codeOf = (place: readonly string[]): number => {
      const code = codes.of(JSON.stringify(place));
      if (wholes.has(code)) return code;
      const around = place.map((_, size) => codes.of(JSON.stringify(place.slice(0, size))));
      wholes.set(code, around.reverse());
      return code;
    };
    return {
      codes: Int32Array.from(this.#cells.values(), ({ place }) => codeOf(place)),
      wholesOf: (code) => wholes.get(code) ?? [],
      groupOf: (code) => wholes.get(code)?.[0]?.toString(),
      isVague: () => false,
    };
  }

  /** The total is made of the words that some cubes are of and of the rest; the rest of the other words. */
  #breakdown(index: number): Dimension {
    const codes = new Codes();
    const [total, rest] = [codes.of(TOTAL), codes.of(REST)];
    const named = this.#named[index] ?? new Set();
    const isOfRest = (code: number): boolean =>
      named.size > 0 && code !== total && code !== rest && !named.has(codes.texts[code] ?? '');
    return {
      codes: Int32Array.from(this.#cells.values(), ({ words }) => codes.of(words[index] ?? TOTAL)),
      wholesOf: (code) => (code === total ? [] : isOfRest(code) ? [rest, total] : [total]),
      groupOf: (code) => (code === total ? undefined : isOfRest(code) ? REST : TOTAL),
      isVague: () => false,
    };
  }

  /** How the cells add up: over time, over places, over each breakdown. */
  get dimensions(): Dimension[] {
    return [...this.#time(), this.#place(), ...this.#breakdowns.map((_, index) => this.#breakdown(index))];
  }

  /**
   * The sums that hold whatever is hidden: a year and its parts, a place and its parts, a total, the words that cubes
   * are of and the rest.
   */
  get relations(): Relation[] {
    const all = [...this.#cells.values()];
    const relations = new Map<string, Map<number, 1 | -1>>();
    const rowOf = ({ time, place: where, words }: Cell): number | undefined =>
      this.#placeOf(JSON.stringify([time, where, words]));
    const add = (line: string, of: Cell, part: number): void => {
      const whole = rowOf(of);
      if (whole === undefined) return;
      const relation = relations.get(`${line} ${whole}`) ?? new Map<number, 1 | -1>([[whole, -1]]);
      relations.set(`${line} ${whole}`, relation.set(part, 1));
    };
    all.forEach((cell, part) => {
      const { period, place: where, words } = cell;
      if (period && period.length !== 'year') add('time', { ...cell, time: String(period.year) }, part);
      // The nearest place around it that has a cell: a level may have no cube.
      const around = where.map((_, size) => ({ ...cell, place: where.slice(0, size) })).reverse();
      const nearest = around.find((each) => rowOf(each) !== undefined);
      if (nearest) add(`place ${where.length}`, nearest, part);
      this.#named.forEach((named, index) => {
        const word = words[index] ?? TOTAL;
        if (word === TOTAL) return;
        const isOfRest = named.size > 0 && word !== REST && !named.has(word);
        const whole = words.map((each, at) => (at === index ? (isOfRest ? REST : TOTAL) : each));
        add(`words ${index}`, { ...cell, words: whole }, part);
      });
    });
    return [...relations.values()];
  }

  /** Whether a cell is in a cube: others are only what can be computed. */
  get isPublished(): boolean[] {
    const published = new Set([...this.#keys.values()].flat());
    return Array.from(this.#cells.keys(), (key) => published.has(key));
  }

  /** The cell of each row of a cube, by its place in `values`. */
  rowsOf(cube: Cube): number[] {
    return (this.#keys.get(cube) ?? []).map((key) => this.#placeOf(key) ?? -1);
  }

  /** For each row of a cube whether its cell is hidden. */
  hiddenIn(cube: Cube, hidden: Uint8Array): Uint8Array {
    return Uint8Array.from(this.rowsOf(cube), (cell) => hidden[cell] ?? 0);
  }
}
