/** A row of a database: what each column holds. */
export type DatabaseRow = Readonly<Record<string, string | number | null>>;

type Value = string | number | boolean | null;
type Evaluate = (rows: readonly DatabaseRow[]) => Value;

/** The database understood and said no, as CKAN answers it: 409. */
export class SqlError extends Error {}

const TOKEN = /\s*(?:("(?:[^"]|"")*")|('(?:[^']|'')*')|(\d+)|([A-Za-z_]+)|(::|~\*|[(),*>~]))/y;
const ALLOWED = new Set(['count', 'sum', 'min', 'max', 'avg', 'strpos']);

function tokens(sql: string): string[] {
  const found: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < sql.trimEnd().length) {
    const token = TOKEN.exec(sql);
    if (!token) throw new SqlError('syntax error');
    found.push(token[0].trim());
  }
  return found;
}

const unquoted = (token: string, quote: string): string =>
  token.slice(1, -1).replaceAll(quote + quote, quote);

/** A regular expression of PostgreSQL, of those that mean the same here. */
const matches = (text: Value, pattern: Value, flags: string): Value =>
  text === null ? null : new RegExp(String(pattern).replaceAll('[:alnum:]', 'a-z'), flags).test(String(text));

const and = (a: Value, b: Value): Value =>
  a === false || b === false ? false : a === null || b === null ? null : true;
const or = (a: Value, b: Value): Value =>
  a === true || b === true ? true : a === null || b === null ? null : false;

function aggregate(name: string, values: readonly Value[]): Value {
  const present = values.filter((value) => value !== null).map(Number);
  if (name === 'count') return present.length;
  if (present.length === 0) return null;
  // PostgreSQL adds numerics exactly, and CKAN writes them as texts.
  const cents = present.reduce((sum, value) => sum + Math.round(value * 10_000), 0);
  if (name === 'sum') return String(cents / 10_000);
  return String(name === 'min' ? Math.min(...present) : Math.max(...present));
}

/** Reads SQL of the kind that CKAN lets through: one SELECT from one table. */
class Select {
  readonly #tokens: string[];
  readonly #known: ReadonlySet<string>;
  #at = 0;

  constructor(sql: string, known: readonly string[]) {
    this.#tokens = tokens(sql);
    this.#known = new Set(known);
  }

  #peek(): string {
    return this.#tokens[this.#at] ?? '';
  }

  #take(wanted?: string): string {
    const token = this.#tokens[this.#at++] ?? '';
    if (wanted !== undefined && token.toUpperCase() !== wanted) throw new SqlError(`expected ${wanted}`);
    return token;
  }

  #accept(wanted: string): boolean {
    if (this.#peek().toUpperCase() !== wanted) return false;
    this.#at++;
    return true;
  }

  #or(): Evaluate {
    let left = this.#and();
    while (this.#accept('OR')) {
      const [a, b] = [left, this.#and()];
      left = (rows) => or(a(rows), b(rows));
    }
    return left;
  }

  #and(): Evaluate {
    let left = this.#not();
    while (this.#accept('AND')) {
      const [a, b] = [left, this.#not()];
      left = (rows) => and(a(rows), b(rows));
    }
    return left;
  }

  #not(): Evaluate {
    if (!this.#accept('NOT')) return this.#comparison();
    const inner = this.#not();
    return (rows) => {
      const value = inner(rows);
      return value === null ? null : !value;
    };
  }

  #comparison(): Evaluate {
    const left = this.#cast();
    if (this.#accept('~')) return this.#regex(left, '');
    if (this.#accept('~*')) return this.#regex(left, 'i');
    if (!this.#accept('>')) return left;
    const right = this.#cast();
    return (rows) => {
      const [a, b] = [left(rows), right(rows)];
      return a === null || b === null ? null : a > b;
    };
  }

  #regex(left: Evaluate, flags: string): Evaluate {
    const pattern = this.#cast();
    return (rows) => matches(left(rows), pattern(rows), flags);
  }

  #cast(): Evaluate {
    let inner = this.#primary();
    while (this.#accept('::')) {
      const type = this.#take();
      const of = inner;
      inner = (rows) => {
        const value = of(rows);
        if (value === null) return null;
        if (type === 'text') return String(value);
        if (!/^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(String(value)))
          throw new SqlError(`invalid input syntax for type numeric: "${String(value)}"`);
        return Number(value);
      };
    }
    return inner;
  }

  #primary(): Evaluate {
    const token = this.#take();
    if (token === '(') {
      const inner = this.#or();
      this.#take(')');
      return inner;
    }
    if (token.startsWith('"')) return this.#column(unquoted(token, '"'));
    if (token.startsWith("'")) return () => unquoted(token, "'");
    if (/^\d+$/.test(token)) return () => Number(token);
    if (token.toUpperCase() === 'CASE') return this.#case();
    return this.#call(token);
  }

  #column(name: string): Evaluate {
    if (!this.#known.has(name)) throw new SqlError(`column "${name}" does not exist`);
    return ([row]) => row?.[name] ?? null;
  }

  #case(): Evaluate {
    this.#take('WHEN');
    const when = this.#or();
    this.#take('THEN');
    const then = this.#or();
    this.#take('END');
    return (rows) => (when(rows) === true ? then(rows) : null);
  }

  #call(name: string): Evaluate {
    if (!ALLOWED.has(name)) throw new SqlError(`not authorized to call function ${name}`);
    this.#take('(');
    if (name === 'count' && this.#accept('*')) {
      this.#take(')');
      return (rows) => rows.length;
    }
    const of = this.#or();
    if (name !== 'strpos') {
      this.#take(')');
      return (rows) =>
        aggregate(
          name,
          rows.map((row) => of([row])),
        );
    }
    this.#take(',');
    const part = this.#or();
    this.#take(')');
    return (rows) => {
      const text = of(rows);
      return text === null ? null : String(text).indexOf(String(part(rows))) + 1;
    };
  }

  #list(): { name: string; value: Evaluate }[] {
    const columns = [];
    do {
      const start = this.#peek();
      const value = this.#or();
      columns.push({ name: unquoted(this.#accept('AS') ? this.#take() : start, '"'), value });
    } while (this.#accept(','));
    return columns;
  }

  run(tables: ReadonlyMap<string, readonly DatabaseRow[]>): { names: string[]; rows: Value[][] } {
    this.#take('SELECT');
    const columns = this.#list();
    this.#take('FROM');
    const table = tables.get(unquoted(this.#take(), '"'));
    if (!table) throw new SqlError('relation does not exist');
    const where = this.#accept('WHERE') ? this.#or() : () => true;
    const kept = table.filter((row) => where([row]) === true);
    let by: Evaluate[] | undefined;
    if (this.#accept('GROUP')) {
      this.#take('BY');
      by = this.#list().map(({ value }) => value);
    }
    if (this.#at < this.#tokens.length) throw new SqlError(`syntax error at "${this.#peek()}"`);
    const groups = new Map<string, DatabaseRow[]>(by ? [] : [['', []]]);
    for (const row of kept) {
      const key = by ? JSON.stringify(by.map((each) => each([row]))) : '';
      groups.set(key, [...(groups.get(key) ?? []), row]);
    }
    const rows = [...groups.values()].map((group) => columns.map(({ value }) => value(group)));
    return { names: columns.map(({ name }) => name), rows };
  }
}

/** Runs one query over tables by their names, whose columns are `known`. Fails with an SqlError. */
export function runSql(
  sql: string,
  tables: ReadonlyMap<string, readonly DatabaseRow[]>,
  known: readonly string[],
): { names: string[]; rows: Value[][] } {
  if (sql.includes(';')) throw new SqlError('Query is not a single statement');
  return new Select(sql, known).run(tables);
}
