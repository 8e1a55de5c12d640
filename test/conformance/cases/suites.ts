import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { SHARED } from '../../support/real-files.js';
import { fact, type Case } from '../case.js';
import { cellsOf } from '../measure.js';

const SPECTRUM = 'hostile/csv-spectrum/';
const PARSING = 'hostile/json-test-suite/test_parsing/';
const TRANSFORM = 'hostile/json-test-suite/test_transform/';

const namesIn = (folder: string): string[] =>
  existsSync(SHARED + folder) ? readdirSync(SHARED + folder).sort() : [];

/** Its JSON has another number than its CSV; no cell of it is quoted. */
const OTHERWISE = 'location_coordinates.csv';

function byCommas(text: string): Record<string, string | undefined>[] {
  const [header = [], ...records] = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  return records.map((cells) => Object.fromEntries(header.map((key, at) => [key, cells[at]])));
}

/** A file of csv-spectrum, of which another file says in JSON what is in it. */
const spectrum = (name: string): Case => ({
  protocol: 'csv',
  suite: 'csv-spectrum',
  file: `${SPECTRUM}csvs/${name}`,
  address: `https://archivos.example/csv-spectrum/${name}`,
  facts: ({ table }, text) => {
    const json = readFileSync(`${SHARED}${SPECTRUM}json/${name.replace('.csv', '.json')}`, 'utf8');
    const expected =
      name === OTHERWISE ? byCommas(text) : [JSON.parse(json) as Record<string, string>].flat();
    const columns = table.columns.map((column) => [column.name, cellsOf(table, column.name)] as const);
    return [
      fact('rows', table.length, expected.length),
      fact(
        'records',
        expected.map((_, row) => Object.fromEntries(columns.map(([key, cells]) => [key, cells?.[row]]))),
        expected,
      ),
    ];
  },
});

/** How many rows a document has: of a list of records, or of lists below one of names; `undefined` where it has none. */
function rowsIn(value: unknown): number | undefined {
  if (Array.isArray(value)) {
    if (value.every(isRecord)) return value.length;
    return value.every(Array.isArray) ? value.length - 1 : undefined;
  }
  const lists = isRecord(value) ? Object.values(value as object).filter(Array.isArray) : [];
  return lists.find((list) => list.length > 0 && list.every(isRecord))?.length;
}

const isRecord = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is valid has rows that are counted, or is refused as holding none. */
function ofValid(text: string): Pick<Case, 'facts' | 'fails'> {
  const rows = rowsIn(JSON.parse(text));
  return rows === undefined
    ? { fails: 'not-data' }
    : { facts: ({ table }) => [fact('rows', table.length, rows)] };
}

/** Nothing is wrong with it once its NUL is taken out. */
const MENDED = 'n_structure_null-byte-outside-string.json';

const json = (folder: string, name: string): Case => {
  const base = {
    protocol: 'json',
    suite: 'json-test-suite',
    file: folder + name,
    address: `https://archivos.example/json-test-suite/${name.replaceAll('#', '%23')}`,
  };
  if (name === MENDED)
    return { ...base, facts: ({ table }) => [fact('told', table.notices, [{ code: 'nul-removed' }])] };
  if (name.startsWith('n_')) return { ...base, fails: ['malformed', 'too-big', 'empty-reply', 'not-data'] };
  if (name.startsWith('i_')) return { ...base, mayFail: ['malformed', 'too-big', 'not-data'] };
  return { ...base, ...ofValid(readFileSync(SHARED + folder + name, 'utf8')) };
};

export const suiteCases: readonly Case[] = [
  ...namesIn(`${SPECTRUM}csvs/`).map(spectrum),
  ...namesIn(PARSING).map((name) => json(PARSING, name)),
  ...namesIn(TRANSFORM).map((name) => json(TRANSFORM, name)),
];
