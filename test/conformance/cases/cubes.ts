import { STATUS } from '../../../src/table/status.js';
import { fact, type Case, type Fact } from '../case.js';
import { absentIn, cellsOf, rounded, sumOf, withStatus, wordsOf } from '../measure.js';
import type { Answer } from '../../../src/engine/engine.js';

interface Category {
  readonly index?: readonly string[] | Readonly<Record<string, number>>;
  readonly label?: Readonly<Record<string, string>>;
}
interface Cube {
  readonly id: readonly string[];
  readonly size: readonly number[];
  readonly label?: string;
  readonly value: readonly (number | string | null)[];
  readonly status?: Readonly<Record<string, string>>;
  readonly dimension: Readonly<Record<string, { readonly category: Category }>>;
}

/** The codes of a dimension, in alphabetical order. */
function codesOf(cube: Cube, id: string): string[] {
  const { index, label = {} } = cube.dimension[id]?.category ?? {};
  return [...(Array.isArray(index) ? (index as string[]) : Object.keys(index ?? label))].sort();
}

/** What is counted in any cube of numbers, of which `coded` are dimensions without time. */
function counted({ table }: Answer, cube: Cube, coded: readonly string[]): Fact[] {
  const numbers = cube.value.filter((each) => typeof each === 'number');
  const cells = cube.size.reduce((all, each) => all * each, 1);
  return [
    fact('rows', table.length, cells),
    fact('sum', sumOf(table, 'value'), rounded(numbers.reduce((sum, each) => sum + each, 0))),
    fact('missing', absentIn(table, 'value'), cells - numbers.length),
    ...coded.map((id) => fact(`codes of ${id}`, wordsOf(table, id), codesOf(cube, id))),
  ];
}

const cube = (file: string, coded: readonly string[]): Case => ({
  protocol: 'json-stat',
  file: `real/json-stat/${file}`,
  address: `https://archivos.example/json-stat/${file}`,
  facts: (answer, text) => {
    const raw = JSON.parse(text) as Cube;
    const estimated = Object.values(raw.status ?? {}).filter((sign) => sign === 'e').length;
    return [
      ...counted(answer, raw, coded),
      fact('title', answer.provenance.metadata.title, raw.label),
      fact('estimated', withStatus(answer.table, 'value', STATUS.estimated), estimated),
    ];
  },
});

/** What a table of PxWeb has by its description, of which no data were recorded: names, and what is asked of it. */
const described = (table: string, file: string, config: string, time: string): Case => ({
  protocol: 'pxweb',
  file: `real/pxweb/${file}`,
  address: `https://${table.toLowerCase()}.example/api/v2/tables/${table}`,
  beside: { '/api/v2/config': `real/pxweb/${config}` },
  facts: (answer, text, asked) => {
    const raw = JSON.parse(text) as Cube;
    const parts = asked.map((url) => new URL(url)).filter(({ pathname }) => pathname.endsWith('/data'));
    const of = (url: URL, id: string): string => url.searchParams.get(`valueCodes[${id}]`) ?? '';
    const all = (id: string): string[] =>
      parts.flatMap((url) => (of(url, id) === '*' ? codesOf(raw, id) : of(url, id).split(',')));
    return [
      fact('rows', answer.table.length, 0),
      fact(
        'columns',
        answer.table.columns.map(({ name }) => name),
        [...raw.id, 'value'],
      ),
      fact('title', answer.provenance.metadata.title, raw.label),
      fact('periods that were asked for', all(time).sort(), codesOf(raw, time)),
    ];
  },
});

export const cubeCases: readonly Case[] = [
  {
    protocol: 'json',
    file: 'real/pxweb/v2-agg-Alder10ar.json',
    address: 'https://listas.example/api/v2/codelists/agg_Alder10ar',
    facts: ({ table }, text) => {
      const { values } = JSON.parse(text) as { values: readonly { readonly code: string }[] };
      const codes = values.map(({ code }) => code);
      return [fact('rows', table.length, values.length), fact('codes', cellsOf(table, 'code'), codes)];
    },
  },
  cube('galicia.v2.json', ['birth', 'residence', 'gender']),
  cube('oecd.v2.json', ['area']),
  cube('us-unr.v2.json', ['county']),
  {
    protocol: 'json-stat',
    file: 'real/json-stat/order.v2.json',
    address: 'https://archivos.example/json-stat/order.json',
    facts: ({ table }, text) => {
      const { value } = JSON.parse(text) as Cube;
      return [fact('rows', table.length, 24), fact('cells', cellsOf(table, 'value'), value)];
    },
  },
  {
    protocol: 'json-stat',
    file: 'real/json-stat/eurostat-name_gpd_c-geo_IT_FR.v1.json',
    address: 'https://ec.europa.eu/eurostat/wdds/rest/data/v1.1/json/en/nama_gdp_c',
    facts: (answer, text) => {
      const [raw] = Object.values(
        JSON.parse(text) as Readonly<Record<string, Cube & { dimension: Pick<Cube, 'id' | 'size'> }>>,
      );
      return raw ? counted(answer, { ...raw, ...raw.dimension }, ['geo', 'unit']) : [];
    },
  },
  {
    protocol: 'json-stat',
    file: 'real/json-stat/collection.v2.json',
    address: 'https://archivos.example/json-stat/collection.json',
    beside: { 'samples/oecd.json': 'real/json-stat/oecd.v2.json' },
    facts: ({ table, provenance }) => [
      fact('rows of its first', table.length, 36 * 12),
      fact('where its first is', provenance.url, 'https://json-stat.org/samples/oecd.json'),
    ],
  },
  {
    protocol: 'json-stat',
    file: 'real/json-stat/eurostat-error-413.xml',
    address: 'https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0/data/todo',
    status: 413,
    fails: 'too-big',
  },
  described('TAB004', 'v2-TAB004-metadata.json', 'v2-config-default.json', 'TIME'),
  described('TAB6471', 'v2-scb-TAB6471_metadata.json', 'v2-scb-config.json', 'Tid'),
  {
    protocol: 'pxweb',
    file: 'real/pxweb/v2-scb-tables.json',
    address: 'https://listas.example/api/v2/tables',
    fails: 'no-resource',
  },
  {
    protocol: 'pxweb',
    file: 'real/pxweb/v2-scb-search.json',
    address: 'https://listas.example/api/v2/tables?query=folk',
    fails: 'no-resource',
  },
  {
    protocol: 'px',
    file: 'real/pxweb/datasymbols.px',
    address: 'https://archivos.example/datasymbols.px',
    facts: ({ table }, text) => {
      const [, data = ''] = /\bDATA=\s*([^;]*);/.exec(text) ?? [];
      const cells = data.trim().split(/\s+/);
      const numbers = cells.filter((cell) => !cell.startsWith('"')).map(Number);
      return [
        fact('rows', table.length, cells.length),
        fact(
          'sum',
          sumOf(table, 'value'),
          numbers.reduce((sum, each) => sum + each, 0),
        ),
        fact('missing', absentIn(table, 'value'), cells.length - numbers.length),
        fact('codes of region', wordsOf(table, 'region'), ['00', '01', '0114', '0115']),
      ];
    },
  },
];
