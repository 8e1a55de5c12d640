import '../support/as-module.js';
import { readFileSync } from 'node:fs';
import { mutatedJson, mutatedText } from '../support/mutate.js';
import { expectTableOrError } from '../support/mutated-outcomes.js';
import { describeWith, REAL } from '../support/real-files.js';

const ACTION = 'https://datos.example/api/3/action/';
const SEARCH = 'https://datos.example/api/action/datastore/search.json?limit=100';

/** The beginning of a real file: long enough for its quirks, short enough to be changed everywhere. */
const start = (name: string, lines = 8): string =>
  readFileSync(REAL + name, 'utf8')
    .split('\n')
    .slice(0, lines)
    .join('\n')
    .slice(0, 4000);
const whole = (name: string): string => readFileSync(REAL + name, 'utf8');

function records(name: string): string {
  const rows = JSON.parse(whole(name)) as unknown[];
  return JSON.stringify(rows.slice(0, 5));
}

interface RealDataset {
  readonly resources: readonly Readonly<Record<string, unknown>>[];
  readonly [name: string]: unknown;
}

/** Datasets of a real catalogue, each in an envelope of its own, with only what is read of it. */
function datasets(wrap: (dataset: unknown) => unknown): string[] {
  const { result } = JSON.parse(whole('ckan/package_search-dados.gov.br.json')) as {
    result: { results: RealDataset[] };
  };
  return result.results.slice(2, 5).map(({ title, license_title, metadata_modified, resources }) => {
    const [first] = resources.map(({ id, name, format, url }) => ({ id, name, format, url }));
    const organization = { title };
    const read = { title, license_title, metadata_modified, organization, resources: [first] };
    return JSON.stringify({ success: true, result: wrap(read) });
  });
}

describeWith(REAL, 'a real reply, changed at random,', () => {
  it('ends in a table or a DataError: CSV', () =>
    expectTableOrError(
      'csv',
      'https://datos.example/d.csv',
      mutatedText([
        start('crime-csv/pe-mpfn-delitos-denunciados-2023.csv'),
        start('crime-csv/pe-lambayeque-delitos-2019-2023.csv'),
        start('crime-csv/es-interior-balance-criminalidad-2023-4-municipios.csv'),
        start('crime-csv/us-chicago-crimes-append.csv'),
        start('crime-csv/pe-sinadef-violentas-por-departamento-2023-2025.csv'),
        start('crime-csv/ar-caba-delitos-2016-2017-31MB.csv'),
        // Of a text almost everything is a table: what is none has to be among what is read.
        '<!DOCTYPE html>\n<title>403 Forbidden</title>',
      ]),
    ));

  const documents = (): string[] => [
    records('crime-json/pe-lambayeque-delitos-2019-2023.json'),
    records('police-uk/crimes-street-all.json'),
    whole('ods/example-records-v2.1.json'),
    whole('arcgis/query-page-partial.json'),
    whole('world-bank/indicator-ok.json'),
    whole('series-tiempo-ar/distribution_daily.json'),
    whole('ckan/datastore_search-rows.json'),
  ];

  it('ends in a table or a DataError: JSON, its values', () =>
    expectTableOrError('json', 'https://datos.example/d.json', mutatedJson(documents())));

  it('ends in a table or a DataError: JSON, its letters', () =>
    expectTableOrError('json', 'https://datos.example/d.json', mutatedText(documents())));

  const ckanRows = (): string[] => [
    whole('ckan/datastore_search-rows.json'),
    whole('ckan/datastore_search-limit0-types.json'),
    whole('ckan/datastore_search-past-end.json'),
  ];

  it('ends in a table or a DataError: the rows of CKAN', () =>
    expectTableOrError('ckan', `${ACTION}datastore_search?limit=32000`, mutatedJson(ckanRows())));

  it('ends in a table or a DataError: the rows of CKAN, their letters', () =>
    expectTableOrError('ckan', `${ACTION}datastore_search?limit=32000`, mutatedText(ckanRows())));

  it('ends in a table or a DataError: the datasets of CKAN', () =>
    expectTableOrError('ckan', `${ACTION}package_show?id=x`, mutatedJson(datasets((dataset) => dataset))));

  const dkanRows = (): string[] => [
    whole('dkan7/datastore-search-ua-medicines.json'),
    whole('dkan7/datastore-search-empty.json'),
  ];

  it('ends in a table or a DataError: the rows of DKAN 7', () =>
    expectTableOrError('dkan', SEARCH, mutatedJson(dkanRows())));

  it('ends in a table or a DataError: the rows of DKAN 7, their letters', () =>
    expectTableOrError('dkan', SEARCH, mutatedText(dkanRows())));

  it('ends in a table or a DataError: the datasets of DKAN 7', () =>
    expectTableOrError('dkan', `${ACTION}package_show?id=x`, mutatedJson(datasets((dataset) => [dataset]))));
});
