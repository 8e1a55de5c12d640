import { existsSync, readFileSync } from 'node:fs';
import { SHARED } from '../../support/real-files.js';
import { fact, type Case } from '../case.js';
import type { ErrorCode } from '../../../src/errors.js';

const SEARCH = 'real/ckan/package_search-dados.gov.br.json';

interface Dataset {
  readonly name: string;
  readonly title: string;
  readonly license_title: string;
  readonly metadata_modified: string;
  readonly organization: { readonly title: string };
  readonly resources: readonly { readonly format: string; readonly url: string }[];
}

const datasetsIn = (text: string): readonly Dataset[] =>
  (JSON.parse(text) as { result: { results: readonly Dataset[] } }).result.results;

/** A file that stands where the recording of a portal has only the address of one. */
const STAND_IN = 'hostile/csv-spectrum/csvs/simple.csv';

/** Each dataset that a search in Brazil found, as its own page has it; a ZIP or a page for people holds no rows. */
const found = ({ name, resources }: Dataset, place: number): Case => {
  const readable = resources.filter(({ format }) => format === 'CSV' || format === 'JSON');
  return {
    protocol: 'ckan',
    file: SEARCH,
    item: name,
    address: `https://legado.dados.gov.br/dataset/${name}`,
    wrap: (text) => JSON.stringify({ success: true, result: datasetsIn(text)[place] }),
    beside: Object.fromEntries(readable.map(({ url }) => [new URL(url).host, STAND_IN])),
    ...(readable.length === 0 && { fails: 'no-resource' }),
    facts: ({ table, provenance: { url, metadata } }, text) => {
      const dataset = datasetsIn(text)[place];
      return [
        fact('rows of what stands there', table.length, 1),
        fact('is a file of the dataset', new URL(url).href, new URL(readable[0]?.url ?? '').href),
        fact('title', metadata.title, dataset?.title),
        fact('license', metadata.license, dataset?.license_title),
        fact('publisher', metadata.publisher, dataset?.organization.title),
        fact('updated', metadata.updated, dataset?.metadata_modified.slice(0, 10)),
      ];
    },
  };
};

const refused = (
  protocol: string,
  file: string,
  address: string,
  fails: ErrorCode,
  wrap?: Case['wrap'],
): Case => ({ protocol, file: `real/${file}`, address, fails, ...(wrap && { wrap }) });

const rows = (name: string): string => `https://${name}.example/api/3/action/datastore_search?resource_id=1`;
const layer = (name: string): string => `https://${name}.example/arcgis/rest/services/x/FeatureServer/0`;

export const datasetCases: readonly Case[] = [
  ...(existsSync(SHARED + SEARCH) ? datasetsIn(readFileSync(SHARED + SEARCH, 'utf8')) : []).map(found),
  refused(
    'ckan',
    'ckan/full_ckan_dataset.json',
    'https://pagina.example/dataset/zimbabwe',
    'no-resource',
    (text) => `{"success":true,"result":${text}}`,
  ),
  refused('ckan', 'ckan/dkan2-openapi-datastore.json', rows('openapi'), 'server-error'),
  refused('ckan', 'ckan/dkan2-query-groupby.request.json', rows('pregunta'), 'server-error'),
  refused('ckan', 'ckan/dkan2-query-schema.json', rows('esquema'), 'server-error'),
  refused('arcgis', 'arcgis/query-ids-only-carson.json', layer('ids'), 'malformed'),
  {
    protocol: 'arcgis',
    file: 'real/arcgis/polygon-metadata-error.json',
    address: layer('busqueda'),
    facts: ({ table }, text) => [
      fact('rows', table.length, (JSON.parse(text) as { features: readonly unknown[] }).features.length),
    ],
  },
  refused('json', 'ubigeo/equivalencias.json', 'https://archivos.example/equivalencias.json', 'not-data'),
];
