import initSqlJs, { type Database, type SqlJsStatic, type SqlValue } from 'sql.js';
import { REPORT_COLUMNS, type PortalReply, type Report } from '../support/push-down-law.js';

const SQL: SqlJsStatic = await initSqlJs();

export interface Layer {
  /** Rows that it gives at once; more it cuts off. */
  readonly maxRecordCount: number;
  readonly supportsPagination: boolean;
  readonly supportsStatistics: boolean;
  /** Old servers say nothing where they cut off. */
  readonly tellsLimit: boolean;
}

const TYPES: Readonly<Record<(typeof REPORT_COLUMNS)[number], string>> = {
  anio: 'esriFieldTypeInteger',
  mes: 'esriFieldTypeSmallInteger',
  lugar: 'esriFieldTypeString',
  tipo: 'esriFieldTypeString',
  cantidad: 'esriFieldTypeInteger',
  monto: 'esriFieldTypeDouble',
};

const FIELDS = [
  { name: 'OBJECTID', type: 'esriFieldTypeOID', alias: 'OBJECTID' },
  ...REPORT_COLUMNS.map((name) => ({ name, type: TYPES[name], alias: `${name} (reporte)`, domain: null })),
];

function databaseOf(rows: readonly Report[]): Database {
  const database = new SQL.Database();
  // Capitals do not count in the filters of the databases behind many servers.
  database.run(
    'CREATE TABLE layer (OBJECTID INTEGER, anio INTEGER, mes INTEGER, lugar TEXT COLLATE NOCASE, tipo TEXT COLLATE NOCASE, cantidad INTEGER, monto REAL)',
  );
  rows.forEach((row, index) =>
    database.run('INSERT INTO layer VALUES (?,?,?,?,?,?,?)', [
      1000 + index * 3,
      ...REPORT_COLUMNS.map((name) => row[name]),
    ]),
  );
  return database;
}

const said = (body: unknown, status = 200): PortalReply => ({ status, body: JSON.stringify(body) });
/** Errors come with HTTP 200. */
const refused = (detail: string): PortalReply =>
  said({
    error: { code: 400, message: 'Cannot perform query. Invalid query parameters.', details: [detail] },
  });

interface Statistic {
  readonly statisticType: string;
  readonly onStatisticField: string;
  readonly outStatisticFieldName: string;
}

function selectOf(given: URLSearchParams): { columns: string; tail: string } {
  const groups = given.get('groupByFieldsForStatistics') ?? '';
  const statistics = JSON.parse(given.get('outStatistics') ?? '[]') as Statistic[];
  const made = statistics.map(
    (each) => `${each.statisticType}(${each.onStatisticField}) AS ${each.outStatisticFieldName}`,
  );
  if (made.length > 0) {
    const columns = [...groups.split(',').filter(Boolean), ...made].join(', ');
    const parted = groups.split(',').map((name) => `${name} COLLATE BINARY`);
    return { columns, tail: groups === '' ? '' : ` GROUP BY ${parted.join(', ')}` };
  }
  const order = given.get('orderByFields');
  return { columns: given.get('outFields') ?? '*', tail: order === null ? '' : ` ORDER BY ${order}` };
}

/** Answers a layer's query as ArcGIS does, by a database that knows nothing of this project. */
function query(database: Database, layer: Layer, given: URLSearchParams): PortalReply {
  const { columns, tail } = selectOf(given);
  if (given.has('outStatistics') && !layer.supportsStatistics) return refused('outStatistics');
  if (given.has('resultOffset') && !layer.supportsPagination) return refused('Pagination is not supported.');
  let names: string[];
  let values: SqlValue[][];
  try {
    const statement = database.prepare(
      `SELECT ${columns} FROM layer WHERE ${given.get('where') ?? ''}${tail}`,
    );
    names = statement.getColumnNames();
    values = [];
    while (statement.step()) values.push(statement.get());
    statement.free();
  } catch (error) {
    return refused(String(error));
  }
  const from = Number(given.get('resultOffset') ?? 0);
  const most = Math.min(layer.maxRecordCount, Number(given.get('resultRecordCount') ?? Infinity));
  const page = values.slice(from, from + most);
  const isCut = values.length > from + page.length;
  return said({
    ...(given.has('outStatistics') ? {} : { objectIdFieldName: 'OBJECTID' }),
    fields: names.map(
      (name) => FIELDS.find((field) => field.name === name) ?? { name, type: 'esriFieldTypeDouble' },
    ),
    features: page.map((row) => ({
      attributes: Object.fromEntries(names.map((name, index) => [name, row[index] ?? null])),
    })),
    ...(isCut && (layer.tellsLimit || given.has('outStatistics')) && { exceededTransferLimit: true }),
  });
}

/** A layer of police reports. */
export function arcgisPortal(layer: Layer): (rows: readonly Report[]) => (url: URL) => PortalReply {
  return (rows) => {
    const database = databaseOf(rows);
    return (url) => {
      if (url.searchParams.get('f') !== 'json') return { status: 200, body: '<html>Query</html>' };
      if (url.pathname.endsWith('/query')) return query(database, layer, url.searchParams);
      return said({
        name: 'Denuncias',
        copyrightText: 'PNP',
        fields: FIELDS,
        maxRecordCount: layer.maxRecordCount,
        advancedQueryCapabilities: {
          supportsPagination: layer.supportsPagination,
          supportsStatistics: layer.supportsStatistics,
        },
      });
    };
  };
}
