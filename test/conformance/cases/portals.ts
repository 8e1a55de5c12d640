import { fact, type Case } from '../case.js';
import { rounded, sumOf, wordsOf } from '../measure.js';

const ACTION = 'https://portal.example/api/3/action/';

interface Envelope {
  readonly result: {
    readonly fields: readonly { readonly id: string }[];
    readonly records: readonly Readonly<Record<string, unknown>>[];
  };
}

/** The columns that a reply lists, but for the server's own. */
const listed = (text: string): string[] =>
  (JSON.parse(text) as Envelope).result.fields.map(({ id }) => id).filter((id) => id !== '_id');

/** A reply of rows, as objects or without any. */
const ckanRows = (file: string, parameters = '', summed: readonly string[] = []): Case => ({
  protocol: 'ckan',
  file: `real/ckan/${file}`,
  address: `${ACTION}datastore_search?resource_id=${file}${parameters}`,
  facts: ({ table }, text) => [
    fact('rows', table.length, (JSON.parse(text) as Envelope).result.records.length),
    fact(
      'columns',
      table.columns.map(({ name }) => name),
      listed(text),
    ),
    ...summed.map((name) => {
      const { records } = (JSON.parse(text) as Envelope).result;
      const sum = records.reduce((total, record) => total + Number(record[name]), 0);
      return fact(`sum of ${name}`, sumOf(table, name), rounded(sum));
    }),
  ],
});

export const portalCases: readonly Case[] = [
  ckanRows('datastore_search-rows.json', '', ['minimum', 'maximum']),
  ckanRows('datastore_search-limit0-types.json', '&limit=0'),
  ckanRows('datastore_search-past-end.json', '&offset=100'),
  {
    protocol: 'ckan',
    file: 'real/ckan/error-not-authorized.json',
    address: `${ACTION}datastore_search?resource_id=denied`,
    status: 403,
    fails: 'http',
  },
  {
    protocol: 'dkan',
    file: 'real/dkan7/datastore-search-ua-medicines.json',
    address: 'https://dkan.example/api/action/datastore/search.json?resource_id=m&limit=3',
    facts: ({ table }, text) => {
      const { records } = (JSON.parse(text) as Envelope).result;
      const sum = records.reduce((total, record) => total + Number(record['Kilkist']), 0);
      return [
        fact('rows', table.length, records.length),
        fact('sum of Kilkist', sumOf(table, 'Kilkist'), rounded(sum)),
        fact('columns of the server itself', wordsOf(table, 'feeds_flatstore_entry_id'), undefined),
      ];
    },
  },
  {
    protocol: 'dkan',
    file: 'real/dkan7/datastore-search-empty.json',
    address: 'https://dkan.example/api/action/datastore/search.json?resource_id=e',
    facts: ({ table }, text) => [
      fact('rows', table.length, 0),
      fact(
        'columns',
        table.columns.map(({ name }) => name),
        listed(text).filter((name) => !name.startsWith('feeds_') && name !== 'timestamp'),
      ),
    ],
  },
  {
    protocol: 'dkan',
    file: 'real/dkan7/datastore-search-exception.json',
    address: 'https://dkan.example/api/action/datastore/search.json?resource_id=x',
    fails: 'server-error',
  },
  {
    protocol: 'dkan',
    file: 'real/dkan7/package_show-not-found.json',
    address: 'https://dkan.example/dataset/ninguno?',
    asked: { protocol: 'dkan' },
    fails: 'no-resource',
  },
];
