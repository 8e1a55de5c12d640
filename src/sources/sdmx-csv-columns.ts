import type { ColumnDescription } from '../table/describe.js';
import { readPeriod } from '../table/period-notation.js';
import { isStatus, STATUS_COLUMN, StatusWords } from './sdmx-status.js';
import { sdmxPeriod } from './sdmx-time.js';
import { MULTIPLIER, UNIT, unitText, type OnlyValue } from './sdmx-unit.js';

/** How the names of codes are written: not at all, in the cell, in a column of their own. */
type Labels = 'none' | 'both' | 'beside';

/** One component of an SDMX-CSV file: where its codes are, and what becomes of them. */
interface CsvComponent {
  readonly id: string;
  readonly label: string;
  readonly index: number;
}

/** What describes the message, and is no part of an observation. */
const FRAME = /^(DATAFLOW|STRUCTURE(\[.*\])?|STRUCTURE_ID|STRUCTURE_NAME|ACTION|LAST UPDATE)$/;

/** `FREQ: Frequency` → its id and its name; several values in a cell are told by `[]`. */
function parted(text: string): [id: string, name: string] {
  const at = text.indexOf(': ');
  const [id, name] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 2)];
  return [id.trim(), name.trim()];
}

/** Whether each id is followed by the column of its names, as `csvfilewithlabels` and `labels=name` have it. */
function areBeside(header: readonly string[]): boolean {
  const ids = header.filter((_, index) => index % 2 === 0);
  const names = header.filter((_, index) => index % 2 === 1);
  const isId = (text: string): boolean => /^[\w@$-]+(\[\])?$/.test(text);
  return (
    header.length % 2 === 0 &&
    ids.every(isId) &&
    ids.some((id) => /^(OBS_VALUE|TIME_PERIOD)$/.test(id)) &&
    names.every((name) => name === '' || !/^(OBS_VALUE|TIME_PERIOD)$/.test(name)) &&
    names.some((name) => name === '' || !isId(name))
  );
}

/** The columns of an SDMX-CSV file, 1.0 or 2.0, with or without names. */
export class CsvColumns {
  readonly components: readonly CsvComponent[];
  readonly statuses = new StatusWords();
  readonly #frame: ReadonlyMap<string, number>;
  readonly #labels: Labels;
  readonly #value: number;
  readonly #words = new Map<CsvComponent, Map<string, string>>();
  readonly #sentences = new Set<CsvComponent>();

  constructor(header: readonly string[]) {
    const frame = new Map<string, number>();
    const rest: number[] = [];
    header.forEach((name, index) => {
      const [id] = parted(name);
      if (FRAME.test(id)) frame.set(id.replace(/\[.*/, ''), index);
      else rest.push(index);
    });
    this.#frame = frame;
    const names = rest.map((index) => header[index] ?? '');
    const isBoth = names.filter((name) => name.includes(': ')).length * 2 > names.length;
    this.#labels = isBoth ? 'both' : areBeside(names) ? 'beside' : 'none';
    const step = this.#labels === 'beside' ? 2 : 1;
    this.components = rest.flatMap((index, place): CsvComponent[] => {
      if (place % step !== 0) return [];
      const [id, name] = isBoth ? parted(header[index] ?? '') : [header[index] ?? '', ''];
      const label = step === 2 ? (names[place + 1] ?? '') : name;
      return [{ id: id.replace(/\[\]$/, ''), label, index }];
    });
    this.#value = this.components.findIndex(({ id }) => id === 'OBS_VALUE');
    for (const each of this.components) this.#words.set(each, new Map());
  }

  /** One of the columns that describe the message. */
  frame(name: string, cells: readonly string[]): string {
    return cells[this.#frame.get(name) ?? -1] ?? '';
  }

  /** The cell as its code; its name is learnt. */
  code(component: CsvComponent, cells: readonly string[]): string {
    const cell = cells[component.index]?.trim() ?? '';
    const words = this.#words.get(component);
    const [code, name] =
      this.#labels === 'both' ? parted(cell) : [cell, cells[component.index + 1]?.trim() ?? ''];
    if (this.#sentences.has(component)) return cell;
    const named = this.#labels === 'none' ? '' : name;
    if (words && code !== '' && !words.has(code)) words.set(code, named);
    return code;
  }

  /**
   * Learns the cells of all rows. Where names stand in the cells, a column in which one code has several is of sentences
   * with a colon in them, which stay whole: `Source: police`, `Source: courts`.
   */
  learn(rows: readonly (readonly string[])[]): void {
    if (this.#labels !== 'both') return;
    for (const component of this.components) {
      const names = new Map<string, string>();
      const isText = rows.some((cells) => {
        const [code, name] = parted(cells[component.index]?.trim() ?? '');
        const known = names.get(code);
        if (known === undefined && name !== '') names.set(code, name);
        return known !== undefined && name !== '' && name !== known;
      });
      if (isText) this.#sentences.add(component);
    }
  }

  /** The time: by its name, or the last dimension, where its cells are periods. */
  timePlace(): number {
    const named = this.components.findIndex(({ id }) => /^TIME(_PERIOD)?$/i.test(id));
    if (named >= 0 || this.#value < 1) return named;
    const last = this.components[this.#value - 1];
    const words = last ? [...(this.#words.get(last)?.keys() ?? [])] : [];
    const isTime = words.length > 0 && words.every((word) => readPeriod(sdmxPeriod(word)) !== undefined);
    return isTime ? this.#value - 1 : -1;
  }

  /** The only value of the component that is called so. */
  #only(called: RegExp): OnlyValue | undefined {
    const component = this.components.find(({ id }) => called.test(id));
    const words = component && this.#words.get(component);
    const [only] = words?.size === 1 ? words : [];
    return only && { text: only[0], name: only[1] || only[0] };
  }

  /** The statuses of an observation, as one word. */
  statusWord(codes: readonly string[]): string {
    return this.statuses.word(
      this.components.flatMap(({ id }, place): [string, string][] =>
        isStatus(id) ? [[id, codes[place] ?? '']] : [],
      ),
    );
  }

  descriptions(): ColumnDescription[] {
    const time = this.timePlace();
    const unit = unitText(this.#only(UNIT), this.#only(MULTIPLIER));
    const { legend } = this.statuses;
    const hasStatus = this.components.some(({ id }) => isStatus(id));
    return this.components.flatMap((component, place): ColumnDescription[] => {
      if (isStatus(component.id)) return [];
      const { id: name, label } = component;
      const said = { name, ...(label && label !== name && { label }) };
      const words = [...(this.#words.get(component) ?? [])];
      if (place === time) return [{ ...said, kind: 'period' }];
      if (place === this.#value) {
        const isNumber = words.length === 0 || words.some(([word]) => !Number.isNaN(Number(word)));
        const status = hasStatus && { status: STATUS_COLUMN, legend };
        return [isNumber ? { ...said, kind: 'number', ...(unit && { unit }), ...status } : said];
      }
      // Without OBS_VALUE nothing tells measures from dimensions: their cells do.
      if (this.#value < 0 && words.some(([, named]) => named === '' || named === undefined)) return [said];
      const wordLabels = new Map(words.filter(([code, named]) => named !== '' && named !== code));
      return [{ ...said, kind: 'text', ...(wordLabels.size > 0 && { wordLabels }) }];
    });
  }
}
