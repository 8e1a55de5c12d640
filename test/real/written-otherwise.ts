import fc from 'fast-check';
import { Buffer } from 'node:buffer';
import type { RawFile } from './raw-csv.js';

/** The ways in which spreadsheets and offices write one and the same table. */
export interface Manner {
  readonly encoding: 'utf8' | 'utf8-bom' | 'latin1' | 'utf16le' | 'utf16be';
  readonly delimiter: ',' | ';' | '\t' | '|';
  readonly newline: '\n' | '\r\n' | '\r';
  readonly quotes: boolean;
  readonly hint: boolean;
  /** Decimal mark and thousands mark. */
  readonly marks: '.' | ',' | '.,' | ',.' | '. ' | ', ' | ',\u00a0';
  readonly above: readonly (readonly string[])[];
  readonly below: readonly (readonly string[])[];
  readonly padded: boolean;
}

export const manners: fc.Arbitrary<Manner> = fc.record({
  encoding: fc.constantFrom('utf8', 'utf8-bom', 'latin1', 'utf16le', 'utf16be'),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  quotes: fc.boolean(),
  hint: fc.boolean(),
  marks: fc.constantFrom('.', ',', '.,', ',.', '. ', ', ', ',\u00a0'),
  above: fc.constantFrom([], [['Muertes violentas, 2023-2025']], [['MINSA'], [''], ['Muertes; por año']]),
  below: fc.constantFrom([], [['Fuente: MINSA - SINADEF']], [[''], ['Nota: cifras preliminares']]),
  padded: fc.boolean(),
});

function numberText(cell: string, [decimal = '.', thousands = '']: readonly string[]): string {
  const number = /^(-?)(\d+)(?:\.(\d+))?$/.exec(cell);
  if (!number) return cell;
  const [, sign = '', whole = '', fraction] = number;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return sign + grouped + (fraction === undefined ? '' : decimal + fraction);
}

function encode(text: string, encoding: Manner['encoding']): Buffer {
  if (encoding === 'latin1') return Buffer.from(text, 'latin1');
  if (encoding === 'utf8') return Buffer.from(text, 'utf8');
  if (encoding === 'utf8-bom') return Buffer.from(`\ufeff${text}`, 'utf8');
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return encoding === 'utf16le' ? bytes : bytes.swap16();
}

/** The file written in another manner; `numbers` are the columns whose cells are. */
export function writeOtherwise(
  { header, rows }: RawFile,
  numbers: readonly string[],
  manner: Manner,
): Buffer {
  const { delimiter, quotes, newline, marks } = manner;
  const cellText = (cell: string): string => {
    const needsQuotes = quotes || cell.includes(delimiter) || cell.includes('"');
    return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell;
  };
  const pad = (cells: readonly string[]): readonly string[] =>
    manner.padded ? header.map((_, index) => cells[index] ?? '') : cells;
  const body = rows.map((row) =>
    row.map((cell, index) => (numbers.includes(header[index] ?? '') ? numberText(cell, [...marks]) : cell)),
  );
  const lines = [...manner.above.map(pad), header, ...body, ...manner.below.map(pad)];
  const text = lines.map((cells) => cells.map(cellText).join(delimiter)).join(newline) + newline;
  return encode(manner.hint ? `sep=${delimiter}${newline}${text}` : text, manner.encoding);
}
