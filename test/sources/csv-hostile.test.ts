import '../support/as-module.js';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { EMPTY_QUERY } from '../../src/query/query.js';
import { runQuery } from '../../src/query/run-query.js';
import { source } from '../../src/sources/csv.js';
import { failureOf } from '../support/failure.js';
import { codes, names, readBytes, texts, type ReadText } from '../support/read-text.js';
import { describeWith, HOSTILE } from '../support/real-files.js';

interface HostileFile {
  readonly id: string;
  readonly base64: string;
}

type Check = (read: () => Promise<ReadText>) => Promise<unknown>;

/** Reads the file, which must be readable, and looks at its table. */
const table =
  (look: (read: ReadText['table']) => unknown): Check =>
  async (read) =>
    look((await read()).table);

const columns = (expected: Readonly<Record<string, readonly string[]>>, ...notices: string[]): Check =>
  table((read) => {
    expect(names(read)).to.deep.equal(Object.keys(expected));
    for (const [name, cells] of Object.entries(expected))
      expect(texts(read, name), name).to.deep.equal(cells);
    expect(codes(read)).to.deep.equal(notices);
  });

/** The answer to the only column taken as a measure or as the time, with what was told. */
const asked = (role: 'measures' | 'time', expected: readonly string[], ...notices: string[]): Check =>
  table(async (read) => {
    const [name = ''] = names(read);
    const query = role === 'time' ? { time: [name] } : { measures: [{ aggregate: null, column: name }] };
    const answer = await runQuery(read, { ...EMPTY_QUERY, ...query });
    expect(texts(answer, name)).to.deep.equal(expected);
    expect(codes(answer)).to.deep.equal(notices);
  });

/** Each file of the collection: what its author expects, as far as reading goes. */
const EXPECTED: Readonly<Record<string, readonly [sentence: string, check: Check]>> = {
  bom: ['the byte order mark is no part of the header', columns({ a: ['1'], b: ['2'] })],
  'utf16le-bom': ['is decoded', columns({ año: ['2024'], tasa: ['6.1'] })],
  'windows-1252': ['no letter is lost', columns({ distrito: ['Ñaña'], año: ['2024'], tasa: ['6.1'] })],
  'semicolon-decimal-comma': ['commas are decimal marks', columns({ a: ['1.5'], b: ['2.5'] })],
  'sep-line': ['Excel’s hint is no header', columns({ a: ['1'], b: ['2'] })],
  tab: ['tabs part cells', columns({ a: ['1'], b: ['2'] })],
  pipe: ['bars part cells', columns({ a: ['1'], b: ['2'] })],
  'dup-headers': [
    'both columns are kept under names of their own, and it is told',
    columns({ a: ['1'], 'a (2)': ['2'] }, 'column-renamed'),
  ],
  'blank-header': [
    'the column is kept, and it is told',
    columns({ columna_1: ['1'], b: ['2'] }, 'column-renamed'),
  ],
  'ragged-short': [
    'the missing cell is missing, and it is told',
    columns({ a: ['1', '2'], b: ['', '3'] }, 'rows-short'),
  ],
  'ragged-long': ['the extra cell is told', columns({ a: ['1'], b: ['2'] }, 'rows-long')],
  'cr-only': ['both rows are read', columns({ a: ['1', '3'], b: ['2', '4'] })],
  'mixed-eol': ['all three rows are read', columns({ a: ['1', '3', '5'], b: ['2', '4', '6'] })],
  'quoted-newline': ['line ends within quotes are kept', columns({ a: ['x\ny\r\nz'], b: ['2'] })],
  'unterminated-quote': ['is told', table((read) => expect(codes(read)).to.include('quote-unclosed'))],
  'space-before-quote': [
    'is read as it is written, quotes and all, and the extra cell is told',
    columns({ a: ['1'], '"b"': ['"x'] }, 'rows-long'),
  ],
  nul: ['the NUL is taken out', columns({ a: ['1'], b: ['2'] })],
  'proto-headers': [
    '[SEC-10] six columns like any other',
    columns(
      Object.fromEntries([
        ['__proto__', ['1']],
        ['constructor', ['2']],
        ['toString', ['3']],
        ['hasOwnProperty', ['4']],
        ['valueOf', ['5']],
        ['a', ['6']],
      ]),
    ),
  ],
  'html-200': ['[REL-02] is no data', (read) => failureOf(read(), 'not-data')],
  'login-200': ['[REL-02] is no data', (read) => failureOf(read(), 'not-data')],
  'php-warning': ['[REL-02] is no data', (read) => failureOf(read(), 'not-data')],
  'json-in-csv': [
    '[REL-02] is the server’s error, in its words',
    async (read) =>
      expect((await failureOf(read(), 'server-error')).details.serverMessage).to.equal('Not found'),
  ],
  empty: ['[REL-02] is an empty reply', (read) => failureOf(read(), 'empty-reply')],
  'only-header': ['is a table without rows', columns({ a: [], b: [] })],
  'only-ws': ['[REL-02] is an empty reply', (read) => failureOf(read(), 'empty-reply')],
  'peru-numbers': [
    'each is a number or is missing, and what cannot be read is told, as are two decimal marks; nothing is guessed',
    asked(
      'measures',
      [
        '1234.5',
        '1234.5',
        '1234.5',
        '',
        '',
        '',
        '',
        '',
        '12',
        '6.1',
        '8.5',
        '',
        '-3',
        '',
        '',
        '',
        '',
        '',
        '',
      ],
      'decimal-mixed',
      'unreadable-number',
      'units-mixed',
    ),
  ],
  'peru-dates': [
    'each is a period or is missing, and what cannot be read is told; day before month',
    asked(
      'time',
      [
        '2024',
        '2024-05-12',
        '2024-Q3',
        '2024-Q3',
        '2024-09',
        '2024-09',
        '2024-09',
        '2024-09',
        '2024-09',
        '2024-09',
        '2024-12-05',
      ],
      'unreadable-period',
      'date-order-assumed',
      'rows-without-time',
    ),
  ],
  ubigeo: [
    'zeros are kept, put back where they were lost, and it is told',
    columns({ ubigeo: ['010101', '150101', '010101', '010101'], n: ['5', '9', '5', '5'] }, 'codes-padded'),
  ],
  'homoglyph-rtl': [
    'invisible signs are kept for who draws them',
    columns({ distrito: ['\u202eamil', 'Li\u200bma', 'Lima\u0301'], n: ['1', '2', '3'] }),
  ],
  'long-cell': [
    '[SEC-13] is refused as too long',
    async (read) =>
      expect((await failureOf(read(), 'too-big')).details).to.include({ what: 'characters', limit: 10_000 }),
  ],
  'many-cols': [
    '[SEC-13] is refused as too wide',
    async (read) =>
      expect((await failureOf(read(), 'too-big')).details).to.include({ what: 'columns', limit: 500 }),
  ],
  'script-cell': [
    'markup is text like any other',
    columns({
      a: [
        '<img src=x onerror=alert(1)>',
        '<svg/onload=alert(1)>',
        "{{constructor.constructor('alert(1)')()}}",
      ],
      b: ['1', '2', '3'],
    }),
  ],
  'url-cells': [
    'addresses are text like any other',
    table((read) => expect(texts(read, 'u')).to.have.length(12)),
  ],
  'formula-cells': [
    'formulas are text like any other',
    table((read) => expect(texts(read, 'a')).to.include.members(['=1+1', '@SUM(1)', '-5', '＝1+1'])),
  ],
};

describeWith(HOSTILE, 'hostile CSV files', () => {
  const files = (): HostileFile[] =>
    JSON.parse(readFileSync(`${HOSTILE}own-fixtures/csv-hostile.json`, 'utf8')) as HostileFile[];

  it('are all known here, and no other is', () => {
    expect(files().map(({ id }) => id))
      .to.have.members(Object.keys(EXPECTED))
      .and.to.have.length(34);
  });

  for (const [id, [sentence, check]] of Object.entries(EXPECTED)) {
    it(`${id}: ${sentence}`, async () => {
      const file = files().find((each) => each.id === id);
      const bytes = Buffer.from(file?.base64 ?? '', 'base64');
      await check(() => readBytes(source, bytes));
    });
  }
});
