import { REPORT_COLUMNS, type PortalReply, type Report } from '../support/push-down-law.js';
import { ReportDatabase, type Rows } from './report-database.js';

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
function query(database: ReportDatabase, layer: Layer, given: URLSearchParams): PortalReply {
  const { columns, tail } = selectOf(given);
  if (given.has('outStatistics') && !layer.supportsStatistics) return refused('outStatistics');
  if (given.has('resultOffset') && !layer.supportsPagination) return refused('Pagination is not supported.');
  let rows: Rows;
  try {
    rows = database.select(columns, given.get('where') ?? '', tail);
  } catch (error) {
    return refused(String(error));
  }
  const { names, values } = rows;
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
    // Capitals do not count in the filters of the databases behind many servers.
    const database = new ReportDatabase(rows, 'NOCASE');
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
