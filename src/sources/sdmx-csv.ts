import { DataError } from '../errors.js';
import { Pauses } from '../pause.js';
import type { TableBuilder } from '../table/builder.js';
import type { Notice } from '../table/notice.js';
import { findDialect } from './csv-dialect.js';
import { readQuotedRecord } from './csv-record.js';
import { CsvColumns } from './sdmx-csv-columns.js';
import { explainSdmx } from './sdmx-failure.js';
import { about, plan } from './sdmx-plan.js';
import { isStatus, STATUS_COLUMN } from './sdmx-status.js';
import { sdmxPeriod } from './sdmx-time.js';
import type { Part, Source, SourceMetadata, TextReply } from './source.js';

type Cells = readonly string[];

/** All records: what a column is, its cells tell only when all are there. */
async function readRecords(text: string, host: string): Promise<Cells[]> {
  const { delimiter, start } = findDialect(text);
  const pauses = new Pauses();
  const records: Cells[] = [];
  for (let from = start, count = 1; from < text.length; count++) {
    const record = readQuotedRecord(text, from, delimiter);
    if (!record) throw new DataError('malformed', { host, line: count });
    if (record.cells.some((cell) => cell.trim() !== '')) records.push(record.cells);
    from = record.next;
    if (count % 500 === 0) await pauses.breathe();
  }
  return records;
}

/**
 * Values with a decimal comma, as a spreadsheet of a country that writes one leaves them, with the point of SDMX; where
 * none of them has a point.
 */
function withPoints(rows: readonly Cells[], place: number): readonly Cells[] {
  const values = rows.map((cells) => cells[place]?.trim() ?? '');
  const isComma = (value: string): boolean => /^-?\d+,\d+$/.test(value);
  if (!values.some(isComma) || values.some((value) => value.includes('.'))) return rows;
  return rows.map((cells) =>
    cells.map((cell, index) => (index === place && isComma(cell.trim()) ? cell.replace(',', '.') : cell)),
  );
}

/** What the rows say of the message that they came in. */
class Frame {
  readonly #columns: CsvColumns;
  readonly #titles = new Set<string>();
  readonly #updates = new Set<string>();
  readonly #flows = new Set<string>();

  constructor(columns: CsvColumns) {
    this.#columns = columns;
  }

  flow(cells: Cells): string {
    return this.#columns.frame('STRUCTURE_ID', cells) || this.#columns.frame('DATAFLOW', cells);
  }

  learn(cells: Cells): void {
    const flow = this.flow(cells);
    // `ESTAT:NA_MAIN(1.6.0): National Accounts` has a name after the reference.
    const named = /\)\s*:\s*(.+)$/.exec(flow)?.[1] ?? '';
    this.#titles.add((this.#columns.frame('STRUCTURE_NAME', cells) || named).trim());
    // Eurostat's `23/10/25 23:00:00`.
    const update = this.#columns.frame('LAST UPDATE', cells);
    this.#updates.add(update.replace(/^(\d\d)\/(\d\d)\/(\d\d) [\d:]+$/, '20$3-$2-$1'));
    this.#flows.add(flow);
  }

  /** Rows of several flows are told apart by theirs. */
  get hasSeveralFlows(): boolean {
    return this.#flows.size > 1;
  }

  metadata(): SourceMetadata {
    const [title] = this.#titles;
    const [updated] = this.#updates;
    return {
      ...(title && this.#titles.size === 1 && { title }),
      ...(updated && this.#updates.size === 1 && { updated }),
    };
  }
}

/** Why a row is no observation: it is taken out, or gives attributes of a part of the key (`~`, SDMX-CSV 2.0). */
function whyNone(columns: CsvColumns, cells: Cells, codes: Cells): string | undefined {
  if (/^d/i.test(columns.frame('ACTION', cells).trim())) return 'ACTION: D';
  return codes.includes('~') ? '~' : undefined;
}

async function addRows(
  rows: readonly Cells[],
  columns: CsvColumns,
  builder: TableBuilder,
): Promise<Part & { notices: Notice[] }> {
  const { components } = columns;
  const frame = new Frame(columns);
  const leftOut = new Map<string, number>();
  columns.learn(rows);
  const kept = rows.flatMap((cells) => {
    const codes = components.map((each) => columns.code(each, cells));
    const why = whyNone(columns, cells, codes);
    if (why !== undefined) leftOut.set(why, (leftOut.get(why) ?? 0) + 1);
    else frame.learn(cells);
    return why === undefined ? [{ codes, flow: frame.flow(cells) }] : [];
  });
  const time = columns.timePlace();
  const shown = components.flatMap(({ id }, place) => (isStatus(id) ? [] : [place]));
  for (const place of shown) builder.addColumn(components[place]?.id ?? '');
  const hasStatus = shown.length < components.length;
  if (hasStatus) builder.addColumn(STATUS_COLUMN);
  if (frame.hasSeveralFlows) builder.addColumn('DATAFLOW');
  const pauses = new Pauses();
  for (const [index, { codes, flow }] of kept.entries()) {
    const code = (place: number): string => codes[place] ?? '';
    const row = shown.map((place) => (place === time ? sdmxPeriod(code(place)) : code(place)));
    if (hasStatus) row.push(columns.statusWord(codes));
    if (frame.hasSeveralFlows) row.push(flow);
    builder.add(row);
    if (index % 500 === 0) await pauses.breathe();
  }
  const notices = [...leftOut].map(([value, count]): Notice => ({ code: 'lines-left-out', value, count }));
  return { columns: columns.descriptions(), metadata: frame.metadata(), notices };
}

async function parse(reply: TextReply, builder: TableBuilder): Promise<Part> {
  const { text, url } = reply;
  const { host } = new URL(url);
  // A service that says no, in its own words.
  if (/^\s*[[{]/.test(text)) return (await import('./sdmx.js')).source.parse(reply, builder, {});
  const [header = [], ...rows] = await readRecords(text, host);
  const columns = new CsvColumns(header.map((name) => name.trim()));
  if (columns.components.length === 0) throw new DataError('not-data', { host, expected: ['OBS_VALUE'] });
  const value = columns.components.find(({ id }) => id === 'OBS_VALUE');
  const read = value ? withPoints(rows, value.index) : rows;
  const { notices, ...part } = await addRows(read, columns, builder);
  if (read !== rows) notices.push({ code: 'decimal-assumed', column: 'OBS_VALUE', value: ',' });
  const ragged = (['rows-short', 'rows-long'] as const).flatMap((code): Notice[] => {
    const isSo = ({ length }: Cells): boolean =>
      code === 'rows-short' ? length < header.length : length > header.length;
    const count = rows.filter(isSo).length;
    return count > 0 ? [{ code, count, line: rows.findIndex(isSo) + 2 }] : [];
  });
  return { decimal: '.', ...part, notices: [...notices, ...columns.statuses.notices, ...ragged] };
}

/** SDMX-CSV 1.0 and 2.0, with ids, with names beside them or in the same cells. */
export const source: Source = { about, plan, parse, explain: explainSdmx };
