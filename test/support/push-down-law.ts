import { expect } from 'chai';
import fc from 'fast-check';
import { pageEngine } from '../../src/engine/page-engine.js';
import type { Question } from '../../src/engine/engine.js';
import { parseQuestion } from '../../src/engine/parse-question.js';
import { DataError } from '../../src/errors.js';
import { runQuery } from '../../src/query/run-query.js';
import { cellAt, textAt } from '../../src/table/cell.js';
import { fromRows } from '../../src/table/rows.js';
import type { Table } from '../../src/table/table.js';
import { conditionOf } from './arbitrary-condition.js';
import { never, question } from './question.js';

/** One row of police reports, as a portal may hold it. */
export interface Report {
  readonly anio: number;
  readonly mes: number;
  readonly lugar: string | null;
  readonly tipo: string;
  readonly cantidad: number | null;
  readonly monto: number | null;
}

export const REPORT_COLUMNS = ['anio', 'mes', 'lugar', 'tipo', 'cantidad', 'monto'] as const;

/** Words that break grammars: quotes, signs of a protocol's own, capitals and accents that are not the same. */
const PLACES = ['LIMA', 'Lima', 'Áncash', 'ANCASH', "D'ONOFRIO", 'a,b', '50% más', 'x_y', 'Ñaña "B"', '(x)*'];
const KINDS = ['Robo', 'robo', 'Hurto', 'Estafa & otros', 'A+B', '2024-A'];

const report: fc.Arbitrary<Report> = fc.record({
  anio: fc.integer({ min: 2019, max: 2024 }),
  mes: fc.integer({ min: 1, max: 12 }),
  lugar: fc.option(fc.constantFrom(...PLACES), { freq: 6 }),
  tipo: fc.constantFrom(...KINDS),
  cantidad: fc.option(fc.integer({ min: 0, max: 5000 }), { freq: 6 }),
  monto: fc.option(
    fc.integer({ min: -500, max: 5000 }).map((cents) => cents / 4),
    { freq: 6 },
  ),
});

/** What a table may hold beside its rows: what they add up to, how they changed. */
const TOTALS = ['TOTAL', 'Total general', 'Subtotal', 'todos', 'Porcentaje', 'Variación %'];
const total: fc.Arbitrary<Report> = fc
  .tuple(report, fc.constantFrom(...TOTALS), fc.boolean())
  .map(([row, word, isOfPlaces]) => ({ ...row, ...(isOfPlaces ? { lugar: word } : { tipo: word }) }));

/** One row for each month of some years, the first and the last of which may not be whole. */
const everyMonth = fc
  .tuple(fc.nat(11), fc.integer({ min: 12, max: 40 }), fc.array(report, { minLength: 1, maxLength: 5 }))
  .map(([from, length, rows]) =>
    Array.from({ length }, (_, step) => ({
      ...(rows[step % rows.length] as Report),
      anio: 2020 + Math.floor((from + step) / 12),
      mes: 1 + ((from + step) % 12),
    })),
  );

const reports = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: fc.array(report, { minLength: 1, maxLength: 30 }) },
      { weight: 1, arbitrary: everyMonth },
    ),
    fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      fc.array(fc.tuple(total, fc.nat(30)), { minLength: 1, maxLength: 3 }),
    ),
  )
  .map(([rows, totals]) =>
    totals.reduce((all: readonly Report[], [row, at]) => [...all.slice(0, at), row, ...all.slice(at)], rows),
  );

const quoted = (word: string): string => `'${word.replaceAll("'", "''")}'`;
const comparison = fc.constantFrom('=', '<>', '<', '<=', '>', '>=');
const simple: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(fc.constantFrom('=', '<>', '<', '>='), fc.constantFrom(...PLACES, 'nada'))
    .map(([op, word]) => `lugar ${op} ${quoted(word)}`),
  fc.constantFrom(...KINDS).map((word) => `tipo = ${quoted(word)}`),
  fc
    .uniqueArray(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 3 })
    .map((words) => `tipo in (${words.map(quoted).join(', ')})`),
  fc
    .tuple(fc.constantFrom('mes', 'cantidad', 'monto'), comparison, fc.constantFrom(0, 3, 12, 2021, 12.25))
    .map(([column, op, value]) => `${column} ${op} ${value}`),
  fc.tuple(comparison, fc.constantFrom(2018, 2021, 2024)).map(([op, year]) => `anio ${op} ${year}`),
  fc.constantFrom('lugar is null', 'cantidad is not null', 'anio between 2020 and 2022', 'lugar is not null'),
);

/** Conditions within conditions. */
const condition = conditionOf(simple, { maxDepth: 3, words: ['and', 'and', 'or'] });

const MEASURES = [
  ...['sum(cantidad)', 'avg(cantidad)', 'min(monto)', 'max(cantidad)', 'count()', 'count(cantidad)'],
  ...['count(lugar)', 'sum(monto), count()', 'sum(cantidad), max(cantidad)', 'avg(monto), sum(cantidad)', ''],
];

export type Asked = Pick<
  Question,
  'value' | 'time' | 'by' | 'where' | 'per' | 'reporting' | 'sort' | 'limit' | 'range'
>;

const asked: fc.Arbitrary<Asked> = fc
  .record({
    value: fc.constantFrom(...MEASURES),
    time: fc.constantFrom('', 'anio', 'anio', 'anio, mes', 'year(anio, mes)'),
    by: fc.constantFrom('', 'lugar', 'tipo', 'lugar, tipo'),
    where: fc.oneof(fc.constant(''), condition),
    per: fc.constantFrom('', '', '1000 of sum(monto)'),
    reporting: fc.constantFrom('', '', '', 'sum(monto) of sum(cantidad)', 'count(monto) of count()'),
    sort: fc.constant(''),
    limit: fc.constant(''),
    range: fc.constantFrom('', '', '2020..2022'),
  })
  .map((each) => ({
    ...each,
    per: /^(sum|count)\([a-z]*\)$/.test(each.value) ? each.per : '',
    reporting: each.value === '' ? '' : each.reporting,
    range: each.time === '' ? '' : each.range,
  }));

/** Rows as text with their statuses, in an order of their own: without `sort` the order is nobody's promise. */
function told(table: Table): string[] {
  const rows = Array.from({ length: table.length }, (_, row) =>
    table.columns
      .map((column) => `${column.name}=${textAt(column, row)}/${cellAt(column, row).status}`)
      .join(' '),
  );
  return rows.sort();
}

/** The table or what went wrong, in words that can be compared. */
export async function outcome(work: Promise<Table>): Promise<unknown> {
  try {
    return told(await work);
  } catch (reason) {
    if (reason instanceof DataError && reason.code !== 'internal') return reason.code;
    throw reason;
  }
}

/** What a portal answers to one request, without a network. */
export interface PortalReply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Law {
  readonly protocol: string;
  /** The address of the data set: `run` makes it another one each time, since a page remembers what it read. */
  readonly src: (run: number) => string;
  /** A portal that holds these rows, with all the quirks of its kind. */
  readonly portal: (rows: readonly Report[]) => (url: URL, body?: string) => PortalReply;
  readonly source?: Question['source'];
  /** What the portal's protocol cannot ask at all is left out. */
  readonly where?: (asked: Asked) => boolean;
  readonly runs?: number;
}

let run = 0;

/**
 * The law of push-down: whatever part of a random question a portal answers, the table is the one that the page makes
 * of all rows by itself. Gives how many requests asked the portal for more than rows, by the first word that tells it.
 */
export async function expectSameAnswer(law: Law): Promise<readonly string[]> {
  const { fetch } = globalThis;
  const requests: string[] = [];
  try {
    await fc.assert(
      fc.asyncProperty(reports, asked.filter(law.where ?? (() => true)), async (rows, each) => {
        const answer = law.portal(rows);
        globalThis.fetch = (input, init) => {
          const url = new URL(input as string);
          requests.push(url.href);
          const { body, status = 200, headers } = answer(url, init?.body as string | undefined);
          const response = new Response(status === 204 ? null : body, {
            status,
            ...(headers && { headers }),
          });
          return Promise.resolve(Object.defineProperty(response, 'url', { value: url.href }));
        };
        const local = question('https://datos.example/', each);
        const table = await fromRows(
          REPORT_COLUMNS,
          rows.map((row) => REPORT_COLUMNS.map((name) => row[name])),
        );
        const expected = await outcome(parseQuestion(local).then((query) => runQuery(table, query)));
        const src = law.src(run++);
        const source = law.source ?? {};
        const pushed = pageEngine.ask(question(src, { ...each, protocol: law.protocol, source }), {
          signal: never,
        });
        expect(await outcome(pushed.then((got) => got.table))).to.deep.equal(expected);
      }),
      { numRuns: law.runs ?? 2000 },
    );
  } finally {
    globalThis.fetch = fetch;
  }
  return requests;
}
