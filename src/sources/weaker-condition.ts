import type { Comparison, Condition, Literal } from '../query/query.js';
import { looksLikeCode, looksLikeYears } from '../table/code-column.js';
import type { ColumnDescription } from '../table/describe.js';
import { firstDay, type Period } from '../table/period.js';
import { readIsoPeriod } from '../table/period-iso.js';
import type { PortalKind } from './column-kind.js';

/** A text as SQL and its kin write it. */
export const quotedText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** How one query language writes the parts of a condition; `undefined` where it cannot. */
export interface Wording {
  /** What readers are told of the columns. */
  readonly columns: readonly ColumnDescription[] | undefined;
  kind(column: string): PortalKind | undefined;
  name(column: string): string | undefined;
  text(value: string): string | undefined;
  /** A day, `2024-09-05`; its first moment where the column has moments. */
  day(day: string, kind: 'day' | 'moment'): string;
  compare(name: string, op: Comparison, literal: string): string;
  isNull(name: string): string;
}

/** What most portals write as SQL does. */
export const SQL: Pick<Wording, 'text' | 'compare' | 'isNull'> = {
  text: quotedText,
  compare: (name, op, literal) => `${name} ${op} ${literal}`,
  isNull: (name) => `${name} is null`,
};

/** A longer one makes an address that servers refuse. */
const LONGEST = 2000;

/** A number of days since 1970 as a date; `undefined` past the calendar of the year 9999. */
function isoDay(days: number): string | undefined {
  const text = firstDay({ start: days }).toISOString().slice(0, 10);
  return /^\d{4}-/.test(text) ? text : undefined;
}

/** The number as every language writes it. */
function numberOf({ text }: Literal): string | undefined {
  const number = text.trim() === '' ? '' : String(Number(text));
  return /^-?\d+(\.\d+)?$/.test(number) ? number : undefined;
}

class Weakening {
  readonly #wording: Wording;

  constructor(wording: Wording) {
    this.#wording = wording;
  }

  /**
   * A condition that is true wherever this one is; with `positive` false, one that is false wherever this one is.
   * `undefined` stands for the condition that always is.
   */
  of(condition: Condition, positive: boolean): string | undefined {
    switch (condition.kind) {
      case 'and':
      case 'or': {
        const sides = [condition.left, condition.right].map((side) => this.of(side, positive));
        const known = sides.filter((side) => side !== undefined);
        const mayDrop = (condition.kind === 'and') === positive;
        if (!mayDrop && known.length < 2) return undefined;
        return known.length > 1 ? `(${known.join(` ${condition.kind} `)})` : known[0];
      }
      case 'not': {
        const inner = this.of(condition.of, !positive);
        return inner === undefined ? undefined : `not (${inner})`;
      }
      case 'null': {
        // The page takes more for missing than a database does: an empty text, an unreadable number.
        const name = positive ? undefined : this.#name(condition.column);
        return name === undefined ? undefined : this.#wording.isNull(name);
      }
      case 'in': {
        const { column, values } = condition;
        const each = values.map((value) => this.#compare(column, '=', value, positive));
        const known = each.filter((one) => one !== undefined);
        if (known.length === 0 || (positive && known.length < each.length)) return undefined;
        return `(${known.join(' or ')})`;
      }
      case 'compare':
        return this.#compare(condition.column, condition.op, condition.value, positive);
    }
  }

  /**
   * What a column is, where that is sure: of a text that the description leaves to its cells what it is, the page may
   * take it for periods.
   */
  #kind(column: string): PortalKind | undefined {
    const { columns } = this.#wording;
    const kind = this.#wording.kind(column);
    const isSure = kind !== 'text' || columns?.some((each) => each.name === column && each.kind === 'text');
    return isSure ? kind : undefined;
  }

  /** A column's name, where it is sure what it is. */
  #name(column: string): string | undefined {
    return this.#kind(column) === undefined ? undefined : this.#wording.name(column);
  }

  #compare(column: string, op: Comparison, literal: Literal, positive: boolean): string | undefined {
    const [name, kind] = [this.#name(column), this.#kind(column)];
    if (name === undefined || kind === undefined) return undefined;
    if (kind === 'text') return this.#text(name, op, literal, positive);
    if (kind === 'number') return this.#number(column, name, op, literal);
    const period = readIsoPeriod(literal.text);
    if (!period) return undefined;
    // In which day of the reader's a moment is, the page tells: a day more on each side.
    if (kind === 'moment' && (!positive || op === '<>')) return undefined;
    return this.#period(name, op, period, kind);
  }

  /** Portals may take `LIMA` and `Lima` for the same, and have an order of their own: only more rows may come of it. */
  #text(name: string, op: Comparison, literal: Literal, positive: boolean): string | undefined {
    const isSafe = op === (positive ? '=' : '<>') && literal.isText && literal.text !== '';
    const text = isSafe ? this.#wording.text(literal.text) : undefined;
    return text === undefined ? undefined : this.#wording.compare(name, op, text);
  }

  #number(column: string, name: string, op: Comparison, literal: Literal): string | undefined {
    // The page compares codes as text, and years as periods.
    if (looksLikeCode(column, [])) return undefined;
    if (looksLikeYears(column, []) && !/^[12]\d{3}$/.test(literal.text)) return undefined;
    const number = numberOf(literal);
    return number === undefined ? undefined : this.#wording.compare(name, op, number);
  }

  /** A day lies before, in or after a period; for moments a day more on each side does as well. */
  #period(name: string, op: Comparison, { start, end }: Period, kind: 'day' | 'moment'): string | undefined {
    const days = kind === 'moment' ? 1 : 0;
    const bound = (sign: '<' | '>=', at: number): string | undefined => {
      const day = isoDay(sign === '<' ? at + days : at - days);
      return day === undefined ? undefined : this.#wording.compare(name, sign, this.#wording.day(day, kind));
    };
    if (op === '>=') return bound('>=', start);
    if (op === '>') return bound('>=', end);
    if (op === '<') return bound('<', start);
    if (op === '<=') return bound('<', end);
    const [one, other] =
      op === '=' ? [bound('>=', start), bound('<', end)] : [bound('<', start), bound('>=', end)];
    if (one === undefined || other === undefined) return undefined;
    return `(${one} ${op === '=' ? 'and' : 'or'} ${other})`;
  }
}

/**
 * The part of `where` that a portal's database can answer, in its own language: it keeps every row that the page
 * keeps, and perhaps more, which the page filters again. `undefined` where the portal can leave nothing out.
 */
export function weakerCondition(condition: Condition | undefined, wording: Wording): string | undefined {
  const weaker = condition && new Weakening(wording).of(condition, true);
  return weaker === undefined || weaker.length > LONGEST ? undefined : weaker;
}
