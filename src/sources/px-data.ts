import { DataError } from '../errors.js';
import { Pauses } from '../pause.js';
import { cellsOf, type Dimension } from './cube.js';
import type { Keywords } from './px-keywords.js';

/** A number, a sign in quotes or without, the end. */
const TOKEN = /"([^"]*)"|;|([^\s",;]+)/g;

/** The cells of a PX file as written; where it has keys, only the rows that it holds. */
export interface PxCells {
  readonly at: (cell: number) => string;
  readonly filled: () => readonly number[];
}

async function tokensOf(text: string, from: number): Promise<string[]> {
  const pauses = new Pauses();
  const tokens: string[] = [];
  // What is read in slices keeps a place of its own: files may be read side by side.
  const pattern = new RegExp(TOKEN);
  pattern.lastIndex = from;
  for (let found = pattern.exec(text); found && found[0] !== ';'; found = pattern.exec(text)) {
    tokens.push(found[1] ?? found[2] ?? '');
    if (tokens.length % 5000 === 0) await pauses.breathe();
  }
  return tokens;
}

/** The data, checked against the size of the table: with one cell too few, all others would be of another row. */
export async function pxCells(
  text: string,
  keywords: Keywords,
  { stub, heading }: { stub: readonly Dimension[]; heading: readonly Dimension[] },
  host: string,
): Promise<PxCells> {
  const tokens = await tokensOf(text, keywords.dataFrom);
  const sizes = (dimensions: readonly Dimension[]): number[] => dimensions.map(({ codes }) => codes.length);
  const width = cellsOf(sizes(heading));
  const kinds = stub.map(({ id }) => keywords.list('KEYS', id)[0]?.toUpperCase());
  const malformed = (): never => {
    const expected = [String(cellsOf(sizes([...stub, ...heading])))];
    throw new DataError('malformed', { host, value: `DATA: ${tokens.length}`, expected });
  };
  if (!kinds.some((kind) => kind !== undefined)) {
    const isWhole = tokens.length === width * cellsOf(sizes(stub));
    return isWhole ? { at: (cell) => tokens[cell] ?? '', filled: () => [] } : malformed();
  }
  const places = stub.map(({ codes, id }, index) => {
    const words = kinds[index] === 'CODES' ? codes : keywords.list('VALUES', id);
    return new Map(words.map((word, place) => [word, place]));
  });
  const length = stub.length + width;
  if (tokens.length % length !== 0) return malformed();
  const cells = new Map<number, string>();
  for (let from = 0; from < tokens.length; from += length) {
    let row = 0;
    for (const [index, place] of places.entries()) {
      const at = place.get(tokens[from + index] ?? '');
      if (at === undefined) return malformed();
      row = row * place.size + at;
    }
    for (let cell = 0; cell < width; cell++) {
      cells.set(row * width + cell, tokens[from + stub.length + cell] ?? '');
    }
  }
  return { at: (cell) => cells.get(cell) ?? '', filled: () => [...cells.keys()] };
}
