import { existsSync, readFileSync } from 'node:fs';
import { readByHand } from '../../table/read-by-hand.js';
import { SHARED } from '../../support/real-files.js';
import { fact, type Case } from '../case.js';
import { cellsOf } from '../measure.js';

const FILE = 'hostile/own-fixtures/csv-hostile.json';

interface Fixture {
  readonly id: string;
  readonly base64: string;
}
type Expected = Pick<Case, 'asked' | 'facts' | 'fails'>;
type Cells = readonly (readonly [name: string, cells: readonly string[]])[];

const fixtures = (text: string): readonly Fixture[] => JSON.parse(text) as readonly Fixture[];

/** The columns with their cells, and what the owner is told. */
const holds = (columns: Cells, notices: readonly string[] = []): Expected => ({
  facts: ({ table }) => [
    fact('rows', table.length, columns[0]?.[1].length),
    fact(
      'columns',
      table.columns.map(({ name }) => [name, cellsOf(table, name)]),
      columns,
    ),
    fact(
      'told',
      table.notices.map(({ code }) => code),
      notices,
    ),
  ],
});

/** What a plain reader of RFC 4180 has in the file. */
const byHand = (id: string, delimiter = ',', write = (cell: string): string => cell): Expected => ({
  facts: (answer, text) => {
    const bytes = Buffer.from(fixtures(text).find((each) => each.id === id)?.base64 ?? '', 'base64');
    const [header = [], ...rows] = readByHand(bytes.toString('utf8').replace(/^\ufeff/, ''), delimiter);
    const columns = header.map((name, at) => [name, rows.map((row) => write(row[at] ?? ''))] as const);
    return holds(columns).facts?.(answer, text, []) ?? [];
  },
});

const AB: Cells = [['a', ['1']], ['b', ['2']]]; // prettier-ignore
const NUMBERS = ['1234.5', '1234.5', '1234.5', '', '', '', '', '', '12', '6.1', '8.5', '', '-3', '', '', '', '', '', '']; // prettier-ignore
const DAYS = [
  ...['2024', '2024-05-12', '2024-Q3', '2024-Q3', '2024-09', '2024-09', '2024-09', '2024-09', '2024-09'],
  ...['2024-09', '2024-12-05'],
];

/** Each file of the collection as its author expects it, as far as reading goes. */
const EXPECTED: Readonly<Record<string, Expected>> = {
  bom: byHand('bom'),
  'utf16le-bom': holds([['año', ['2024']], ['tasa', ['6.1']]]), // prettier-ignore
  'windows-1252': holds([['distrito', ['Ñaña']], ['año', ['2024']], ['tasa', ['6.1']]], ['read-as-windows-1252']), // prettier-ignore
  'semicolon-decimal-comma': byHand('semicolon-decimal-comma', ';', (cell) => cell.replace(',', '.')),
  'sep-line': holds(AB),
  tab: byHand('tab', '\t'),
  pipe: byHand('pipe', '|'),
  'dup-headers': holds([['a', ['1']], ['a (2)', ['2']]], ['column-renamed']), // prettier-ignore
  'blank-header': holds([['columna_1', ['1']], ['b', ['2']]], ['column-renamed']), // prettier-ignore
  'ragged-short': holds([['a', ['1', '2']], ['b', ['', '3']]], ['rows-short']), // prettier-ignore
  'ragged-long': holds(AB, ['rows-long']),
  'cr-only': holds([['a', ['1', '3']], ['b', ['2', '4']]]), // prettier-ignore
  'mixed-eol': holds([['a', ['1', '3', '5']], ['b', ['2', '4', '6']]]), // prettier-ignore
  'quoted-newline': byHand('quoted-newline'),
  'unterminated-quote': {
    facts: ({ table }) => [
      fact('is told', table.notices.filter(({ code }) => code === 'quote-unclosed').length, 1),
    ],
  },
  'space-before-quote': holds([['a', ['1']], ['"b"', ['"x']]], ['rows-long']), // prettier-ignore
  nul: holds(AB, ['nul-removed']),
  'proto-headers': byHand('proto-headers'),
  'html-200': { fails: 'not-data' },
  'login-200': { fails: 'not-data' },
  'php-warning': { fails: 'not-data' },
  'json-in-csv': { fails: 'server-error' },
  empty: { fails: 'empty-reply' },
  'only-header': byHand('only-header'),
  'only-ws': { fails: 'empty-reply' },
  'peru-numbers': {
    asked: { value: 'v' },
    ...holds([['v', NUMBERS]], ['decimal-mixed', 'unreadable-number', 'units-mixed']),
  },
  'peru-dates': {
    asked: { time: 'f' },
    ...holds([['f', DAYS]], ['unreadable-period', 'date-order-assumed', 'rows-without-time']),
  },
  ubigeo: holds(
    [['ubigeo', ['010101', '150101', '010101', '010101']], ['n', ['5', '9', '5', '5']]],
    ['codes-padded'],
  ), // prettier-ignore
  'homoglyph-rtl': byHand('homoglyph-rtl'),
  'long-cell': { fails: 'too-big' },
  'many-cols': { fails: 'too-big' },
  'script-cell': byHand('script-cell'),
  'url-cells': byHand('url-cells', '\0', (cell) => cell.trim()),
  'formula-cells': byHand('formula-cells', ',', (cell) => cell.trim()),
};

/** A file that is not known here must be told; it is by a case of which nothing is asserted. */
const hostile = ({ id }: Fixture): Case => ({
  protocol: 'csv',
  suite: 'csv-hostile',
  file: FILE,
  item: id,
  address: `https://archivos.example/csv-hostile/${id}.csv`,
  wrap: (text) =>
    new Uint8Array(Buffer.from(fixtures(text).find((each) => each.id === id)?.base64 ?? '', 'base64')),
  ...EXPECTED[id],
});

export const hostileCases: readonly Case[] = (
  existsSync(SHARED + FILE) ? fixtures(readFileSync(SHARED + FILE, 'utf8')) : []
).map(hostile);
