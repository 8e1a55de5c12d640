import { fact, type Case } from '../case.js';
import { cellsOf, rounded, sumOf, wordsOf } from '../measure.js';
import type { ErrorCode } from '../../../src/errors.js';

type Row = Readonly<Record<string, unknown>>;

const refused = (protocol: string, file: string, address: string, fails: ErrorCode, status = 200): Case => ({
  protocol,
  file: `real/${file}`,
  address,
  fails,
  status,
});

const CATALOG = '/api/explore/v2.1/catalog/datasets/geonames';

/** Places of Opendatasoft: two of all, whichever way they are asked for. */
const places = (address: string): Case => ({
  protocol: 'opendatasoft',
  file: 'real/ods/example-records-v2.1.json',
  item: new URL(address).host,
  address,
  beside: { [`${new URL(address).host}${CATALOG}?`]: 'real/ods/example-dataset-v2.1.json' },
  facts: ({ table, provenance }, text) => {
    const { total_count: total, results } = JSON.parse(text) as { total_count: number; results: Row[] };
    const sum = results.reduce((all, { population }) => all + Number(population), 0);
    return [
      fact('rows', table.length, results.length),
      fact('sum of population', sumOf(table, 'population'), rounded(sum)),
      fact(
        'codes',
        cellsOf(table, 'admin4_code'),
        results.map((row) => row['admin4_code']),
      ),
      fact('is told to be a part', provenance.partial, { received: results.length, total }),
    ];
  },
});

/** Crimes of the United Kingdom, where nothing but the reply or nothing but the address tells so. */
const crimes = (file: string, address: string): Case => ({
  protocol: 'police-uk',
  file: `real/police-uk/${file}`,
  address,
  facts: ({ table }, text) => {
    const rows = JSON.parse(text) as (Row & { location: { latitude: string } })[];
    const sum = rows.reduce((total, { location }) => total + Number(location.latitude), 0);
    const categories = rows.map(({ category }) => String(category));
    return [
      fact('rows', table.length, rows.length),
      fact(
        'months',
        cellsOf(table, 'month'),
        rows.map(({ month }) => month),
      ),
      fact(
        'ids',
        cellsOf(table, 'id'),
        rows.map(({ id }) => String(id)),
      ),
      fact('different category', wordsOf(table, 'category'), [...new Set(categories)].sort()),
      fact('sum of latitude', sumOf(table, 'latitude'), rounded(sum)),
    ];
  },
});

const BRAZIL = 'https://api.worldbank.org/v2/country/BR/indicator/NY.GDP.MKTP.CD?per_page=1';
const SERIES = 'https://apis.datos.gob.ar/series/api/series/?ids=';

export const serviceCases: readonly Case[] = [
  {
    protocol: 'socrata',
    file: 'real/socrata/rows-page-2-last.json',
    address: 'https://datos.example/resource/ab2c-d3e4.json',
    facts: ({ table }, text) => {
      const rows = JSON.parse(text) as Readonly<Record<'id' | 'date' | 'counts', string>>[];
      return [
        fact('rows', table.length, rows.length),
        fact(
          'ids',
          cellsOf(table, 'id'),
          rows.map(({ id }) => id),
        ),
        fact(
          'days',
          cellsOf(table, 'date'),
          rows.map(({ date }) => date.slice(0, 10)),
        ),
        fact(
          'sum of counts',
          sumOf(table, 'counts'),
          rows.reduce((sum, each) => sum + Number(each.counts), 0),
        ),
      ];
    },
  },
  refused(
    'socrata',
    'socrata/error-malformed.json',
    'https://mal.example/resource/ab2c-d3e5.json',
    'http',
    400,
  ),
  refused(
    'socrata',
    'socrata/view-metadata-with-columns.json',
    'https://agua.example/d/9ubz-5r4b',
    'server-error',
  ),
  refused('socrata', 'socrata/view-metadata.json', 'https://vista.example/d/9ubz-5r4b', 'server-error'),
  places(`https://todos.example${CATALOG}/records?`),
  places(`https://dos.example${CATALOG}/records?limit=2`),
  {
    protocol: 'opendatasoft',
    file: 'real/ods/example-datasets-v2.1.json',
    address: 'https://catalogo.example/api/explore/v2.1/catalog/datasets?limit=2',
    facts: ({ table, provenance }, text) => {
      const { total_count: total, results } = JSON.parse(text) as { total_count: number; results: Row[] };
      const ids = results.map((row) => row['dataset_id']);
      return [
        fact('rows', table.length, results.length),
        fact('ids', cellsOf(table, 'dataset_id'), ids),
        fact('is told to be a part', provenance.partial, { received: results.length, total }),
      ];
    },
  },
  refused(
    'opendatasoft',
    'ods/example-catalog_facets.json',
    'https://facetas.example/api/explore/v2.1/catalog/facets',
    'not-data',
  ),
  refused('opendatasoft', 'ods/error-odsql.json', `https://odsql.example${CATALOG}/records`, 'http', 400),
  refused('opendatasoft', 'ods/error-quota-429.json', `https://cuota.example${CATALOG}/records`, 'http', 429),
  {
    protocol: 'world-bank',
    file: 'real/world-bank/indicator-ok.json',
    address: BRAZIL,
    later: { part: /[?&]page=\d/, body: '[{"page":2,"pages":66,"per_page":1,"total":66},[]]' },
    facts: ({ table, provenance }, text, asked) => {
      const [head, rows] = JSON.parse(text) as [
        { pages: number; lastupdated: string },
        { date: string; value: number; countryiso3code: string; indicator: { value: string } }[],
      ];
      return [
        fact('rows', table.length, rows.length),
        fact(
          'sum of value',
          sumOf(table, 'value'),
          rows.reduce((sum, { value }) => sum + value, 0),
        ),
        fact(
          'countries',
          cellsOf(table, 'countryiso3code'),
          rows.map((row) => row.countryiso3code),
        ),
        fact(
          'years',
          cellsOf(table, 'date'),
          rows.map(({ date }) => date),
        ),
        fact('title', provenance.metadata.title, rows[0]?.indicator.value),
        fact('updated', provenance.metadata.updated, head.lastupdated),
        fact('pages that were asked for', asked.length, head.pages),
      ];
    },
  },
  refused(
    'world-bank',
    'world-bank/error-invalid-indicator.json',
    'https://api.worldbank.org/v2/country/BR/indicator/NADA',
    'server-error',
  ),
  refused('series-tiempo', 'series-tiempo-ar/distribution_daily.json', `${SERIES}1.1_A`, 'not-data'),
  refused('series-tiempo', 'series-tiempo-ar/full_data.json', `${SERIES}1.1_B`, 'not-data'),
  refused('series-tiempo', 'series-tiempo-ar/openapi.json', `${SERIES}1.1_C`, 'not-data'),
  crimes('crimes-at-location.json', 'https://archivos.example/police/at-location.json'),
  crimes('crimes-street-all.json', 'https://data.police.uk/api/crimes-street/all-crime?lat=51&lng=0'),
];
