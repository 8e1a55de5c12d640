import type { Database, SqlValue } from 'sql.js';
import type { Table } from './table.js';

export interface SqlResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SqlValue[])[];
}

/** An in-memory SQLite that stands for the portal's PostgreSQL; loaded when the first query comes. */
export class SqlDatabase {
  #database: Promise<Database> | undefined;
  readonly #loaded = new Set<string>();

  /** Runs a query over the named tables and gives at most the asked rows. */
  async run(sql: string, tables: ReadonlyMap<string, Table>, mostRows: number): Promise<SqlResult> {
    this.#database ??= openDatabase();
    const database = await this.#database;
    for (const [name, table] of tables) {
      if (this.#loaded.has(name)) continue;
      loadTable(database, name, table);
      this.#loaded.add(name);
    }
    const statement = database.prepare(sql);
    try {
      const rows: SqlValue[][] = [];
      while (rows.length < mostRows && statement.step()) rows.push(statement.get());
      return { columns: statement.getColumnNames(), rows };
    } finally {
      statement.free();
    }
  }

  async close(): Promise<void> {
    (await this.#database)?.close();
    this.#database = undefined;
    this.#loaded.clear();
  }
}

async function openDatabase(): Promise<Database> {
  const { default: initSqlJs } = await import('sql.js');
  const engine = await initSqlJs();
  const database = new engine.Database();
  // PostgreSQL tells capitals from small letters here.
  database.run('PRAGMA case_sensitive_like = ON');
  return database;
}

function loadTable(database: Database, name: string, { columns, rows }: Table): void {
  const definitions = columns.map(
    ({ id, type }) => `${quoted(id)} ${type === 'numeric' ? 'NUMERIC' : 'TEXT'}`,
  );
  database.run(`CREATE TABLE ${quoted(name)} ("_id" INTEGER PRIMARY KEY, ${definitions.join(', ')})`);
  const places = columns.map(() => '?').join(', ');
  database.run('BEGIN');
  const insert = database.prepare(`INSERT INTO ${quoted(name)} VALUES (NULL, ${places})`);
  for (const row of rows) insert.run([...row]);
  insert.free();
  database.run('COMMIT');
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
