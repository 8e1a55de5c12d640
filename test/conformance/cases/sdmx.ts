import { readByHand } from '../../table/read-by-hand.js';
import { fact, type Case } from '../case.js';
import { cellsOf, rounded, sumOf, wordsOf } from '../measure.js';

interface Dimension {
  readonly id: string;
  readonly values: readonly { readonly id: string }[];
}
interface Structure {
  readonly dimensions: Readonly<Record<'dataSet' | 'series' | 'observation', readonly Dimension[]>>;
}
type Observations = Readonly<Record<string, readonly (number | null)[]>>;
interface DataSet {
  readonly action?: string;
  readonly structure?: number;
  readonly observations?: Observations;
  readonly series?: Readonly<Record<string, { readonly observations?: Observations }>>;
}
interface Body {
  readonly structure?: Structure;
  readonly structures?: readonly Structure[];
  readonly dataSets: readonly DataSet[];
}

/** The values of a key such as `0:1`, by dimension. */
const named = (dimensions: readonly Dimension[], key: string): [string, string][] =>
  dimensions.map(({ id, values }, place) => [id, values[Number(key.split(':')[place])]?.id ?? '']);

/** Every observation of a message that is not taken out, as `currency day value`; one that is repeated once. */
function ratesIn(text: string): string[] {
  const message = JSON.parse(text) as Body & { readonly data?: Body };
  const body = message.data ?? message;
  const rates = new Set<string>();
  for (const dataSet of body.dataSets) {
    const structure = body.structure ?? message.structure ?? body.structures?.[dataSet.structure ?? 0];
    const { dataSet: fixed = [], series = [], observation = [] } = structure?.dimensions ?? {};
    if (dataSet.action === 'Delete') continue;
    const whole = dataSet.observations ? { '': { observations: dataSet.observations } } : {};
    for (const [key, { observations = {} }] of Object.entries({ ...whole, ...dataSet.series }))
      for (const [place, [value]] of Object.entries(observations)) {
        const parts = [
          ...fixed.map(({ id, values }): [string, string] => [id, values[0]?.id ?? '']),
          ...(key === '' ? named([...series, ...observation], place) : named(series, key)),
          ...(key === '' ? [] : named(observation, place)),
        ];
        const at: Readonly<Record<string, string>> = Object.fromEntries(parts);
        if (typeof value === 'number')
          rates.add(`${at['CURRENCY'] ?? ''} ${at['TIME_PERIOD'] ?? ''} ${value}`);
      }
  }
  return [...rates].sort();
}

/** A message of exchange rates; nothing but its reply tells what it is, unless it is at the ECB. */
const rates = (file: string): Case => ({
  protocol: 'sdmx',
  file: `real/sdmx/${file}`,
  address: file.startsWith('ecb')
    ? `https://data-api.ecb.europa.eu/service/data/EXR/${file}`
    : `https://archivos.example/sdmx/${file}`,
  facts: ({ table }, text) => {
    const expected = ratesIn(text);
    const [currencies, days, values] = ['CURRENCY', 'TIME_PERIOD', 'OBS_VALUE'].map((name) =>
      cellsOf(table, name),
    );
    const found = currencies?.map((each, row) => `${each} ${days?.[row] ?? ''} ${values?.[row] ?? ''}`);
    const sum = expected.reduce((total, rate) => total + Number(rate.split(' ')[2]), 0);
    return [
      fact('rows', table.length, expected.length),
      fact('rates', found?.sort(), expected),
      fact('sum of OBS_VALUE', sumOf(table, 'OBS_VALUE'), rounded(sum)),
    ];
  },
});

/** An example of SDMX-CSV, ids first and names after a colon where there are names. */
const example = (file: string): Case => ({
  protocol: 'sdmx-csv',
  file: `real/sdmx/${file}`,
  address: `https://archivos.example/sdmx/${file}`,
  facts: ({ table }, text) => {
    const [header = [], ...rows] = readByHand(text.endsWith('\n') ? text : `${text}\n`);
    const id = (cell = ''): string => cell.split(':')[0] ?? '';
    const column = (name: string): string[] => {
      const place = header.findIndex((cell) => id(cell) === name);
      return rows.map((row) => row[place] ?? '');
    };
    const sum = column('OBS_VALUE').reduce((total, cell) => total + Number(cell), 0);
    return [
      fact('rows', table.length, rows.length),
      fact('sum of OBS_VALUE', sumOf(table, 'OBS_VALUE'), rounded(sum)),
      fact('different ATTR_1', wordsOf(table, 'ATTR_1'), [...new Set(column('ATTR_1').map(id))].sort()),
      fact('periods', cellsOf(table, 'DIM_3'), column('DIM_3')),
      fact('columns of the message itself', wordsOf(table, 'STRUCTURE_ID'), undefined),
    ];
  },
});

export const sdmxCases: readonly Case[] = [
  rates('ecb-exr-ts.draft.json'),
  rates('ecb-exr-xs.draft.json'),
  rates('ecb-exr-flat.draft.json'),
  rates('ecb-exr-action-delete.draft.json'),
  rates('exr-flat.draft-2014.json'),
  rates('exr-flat.v1.0rcts-header-layout.json'),
  rates('exr-time-series.v1.0rcts-header-layout.json'),
  rates('exr-action-delete.v1.0.json'),
  rates('exr-time-series.v2.0.json'),
  rates('exr-flat.v2.0.json'),
  rates('exr-cross-section.v2.0.json'),
  rates('exr-action-delete.v2.0.json'),
  rates('constructed-sample-full.v2.0.json'),
  {
    protocol: 'sdmx',
    file: 'real/sdmx/structure-constructed-sample.v2.0.json',
    address: 'https://sdmx.example/rest/data/dataflow/ECB/EXR/1.0',
    fails: 'not-data',
  },
  {
    protocol: 'sdmx',
    file: 'real/sdmx/ecb-codelists-structure.xml',
    address: 'https://sdmx.example/rest/data/dataflow/ECB/CODES/1.0',
    fails: 'not-data',
  },
  {
    protocol: 'sdmx',
    file: 'real/sdmx/estat-apro-structure.xml',
    address: 'https://sdmx.example/rest/data/dataflow/ESTAT/APRO/1.0',
    fails: 'not-data',
  },
  example('csv-example-01.csv'),
  example('csv-example-05.csv'),
];
