import { asTextColumn } from '../query/as-text.js';
import { EMPTY_QUERY } from '../query/query.js';
import { dataUrl } from '../request/safe-url.js';
import { SharedTasks } from '../request/shared-tasks.js';
import type { SourceOptions } from '../sources/source.js';
import { protocolOfFile } from '../sources/protocol-of.js';
import { DataError } from '../errors.js';
import { TableBuilder } from '../table/builder.js';
import { isUbigeo } from '../table/code-column.js';
import { CODE_SYSTEMS, codeSystemIn, isPeruvian, type CodeSystem } from '../table/code-system.js';
import type { TextColumn } from '../table/column.js';
import { getColumn } from '../table/get-column.js';
import type { Notice } from '../table/notice.js';
import { replaceColumns } from '../table/replace-columns.js';
import type { Table } from '../table/table.js';
import { readSinadef, repairUbigeo } from '../table/ubigeo.js';
import { readPortal } from './read-portal.js';
import type { Reading } from './reading.js';

const MS_PER_DAY = 86_400_000;

/** Tables of equivalences, read once a page. */
const tables = new SharedTasks<Table>(5 * 60_000, 4);

/** A table of equivalences: a file read as any other, its request shared. */
function codeTableAt(address: URL, reading: Reading): Promise<Table> {
  return tables.run(address.href, reading.signal, async (signal) => {
    const question = { ...reading.question, src: address.href, source: {} };
    const builder = new TableBuilder();
    const afresh: Reading = { ...reading, question, signal, builder, notices: [], columns: [] };
    const protocol = protocolOfFile(address);
    return (await readPortal(address, protocol, EMPTY_QUERY, afresh, false)).table;
  });
}

/** The column of codes of places: the one that the page names, else the one that is called so. */
function codesIn(table: Table, { codeColumn = '' }: SourceOptions): TextColumn {
  const named = codeColumn.trim() || table.columns.find(({ name }) => isUbigeo(name))?.name;
  return asTextColumn(getColumn(table, named ?? '', 'code-column'));
}

/** Which list the codes are from, as the page says or their form tells; two that differ are a mistake of the page. */
function systemOf(
  { codeSystem: told }: TextColumn,
  { codeSystem = '' }: SourceOptions,
): CodeSystem | undefined {
  if (codeSystem.trim() === '') return told;
  const said = codeSystemIn('code-system', codeSystem);
  if (told === undefined || told === said) return said;
  throw new DataError('bad-attribute', { attribute: 'code-system', value: codeSystem, expected: [told] });
}

async function withCodes(table: Table, options: SourceOptions, reading: Reading): Promise<Table> {
  const { codeTo = '', codeTable = '' } = options;
  const given = codesIn(table, options);
  const said = systemOf(given, options);
  const isPeru = said !== undefined && isPeruvian(said);
  const { column, notices }: { column: TextColumn; notices: readonly Notice[] } = isPeru
    ? repairUbigeo(given)
    : { column: readSinadef(given), notices: [] };
  const from = systemOf(column, options);
  const declared: TextColumn = from ? Object.freeze({ ...column, codeSystem: from }) : column;
  if (codeTo.trim() === '') return replaceColumns(table, [declared], notices);
  const to = codeSystemIn('code-to', codeTo);
  // Two lists fit the same digits: which one it is must be said.
  if (!from)
    throw new DataError('bad-attribute', { attribute: 'code-system', value: '', expected: CODE_SYSTEMS });
  if (from === to) return replaceColumns(table, [declared], notices);
  if (codeTable.trim() === '') {
    throw new DataError('bad-attribute', {
      attribute: 'code-table',
      value: '',
      expected: ['https://…/equivalencias.csv'],
    });
  }
  const [equivalences, { convertCodes }] = await Promise.all([
    codeTableAt(dataUrl(codeTable, reading.question.base), reading),
    import('../query/convert-codes.js'),
  ]);
  const converted = convertCodes(declared, from, to, equivalences);
  return replaceColumns(table, [converted.column], [...notices, ...converted.notices]);
}

/** The rows as the page wants them before the question is put: wide columns made long, codes of places in another list, held against what it expects. */
export async function reshape(table: Table, reading: Reading): Promise<Table> {
  const { source } = reading.question;
  // Nothing can be missing from nothing.
  if (table.length === 0) return table;
  const { unpivot = '', codeSystem, codeColumn, codeTo, codeTable, expected = '' } = source;
  const long = unpivot.trim() === '' ? table : (await import('../query/unpivot.js')).unpivot(table, unpivot);
  const hasCodes = [codeSystem, codeColumn, codeTo, codeTable].some((text) => (text ?? '').trim() !== '');
  const coded = hasCodes ? await withCodes(long, source, reading) : long;
  if (expected.trim() === '') return coded;
  const { checkExpected } = await import('../query/expected/check-expected.js');
  return checkExpected(coded, expected, Math.floor(Date.now() / MS_PER_DAY));
}
