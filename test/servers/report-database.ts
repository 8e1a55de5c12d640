import initSqlJs, { type Database, type SqlJsStatic, type SqlValue } from 'sql.js';
import { REPORT_COLUMNS, type Report } from '../support/push-down-law.js';

const SQL: SqlJsStatic = await initSqlJs();
/** One for all: each holds the memory of its own, and a law makes thousands. */
let last: Database | undefined;

export interface Rows {
  readonly names: readonly string[];
  readonly values: readonly (readonly SqlValue[])[];
}

/** Police reports in a database that knows nothing of this project, for servers that answer by SQL; one at a time. */
export class ReportDatabase {
  readonly #database: Database;

  /** `collation`: whether capitals count when texts are compared. */
  constructor(rows: readonly Report[], collation: 'BINARY' | 'NOCASE' = 'BINARY') {
    last?.close();
    last = this.#database = new SQL.Database();
    const text = `TEXT COLLATE ${collation}`;
    this.#database.run(
      `CREATE TABLE report (OBJECTID INTEGER, anio INTEGER, mes INTEGER, lugar ${text}, tipo ${text}, cantidad INTEGER, monto REAL)`,
    );
    rows.forEach((row, index) => {
      const cells = REPORT_COLUMNS.map((name) => row[name]);
      this.#database.run('INSERT INTO report VALUES (?,?,?,?,?,?,?)', [1000 + index * 3, ...cells]);
    });
  }

  /** Throws where the database does not understand. */
  select(columns: string, where: string, tail = ''): Rows {
    const statement = this.#database.prepare(
      `SELECT ${columns} FROM report WHERE ${where === '' ? '1=1' : where}${tail}`,
    );
    const values: SqlValue[][] = [];
    while (statement.step()) values.push(statement.get());
    const names = statement.getColumnNames();
    statement.free();
    return { names, values };
  }
}
