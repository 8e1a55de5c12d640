import { DataError } from '../errors.js';
import type { Column, TextColumn } from '../table/column.js';
import { replaceColumns } from '../table/replace-columns.js';
import { findColumn, type Table } from '../table/table.js';

/** What readers are told in place of a column's name, or of one of its values: `sexo=1`. */
type Labels = readonly (readonly [name: string, label: string])[];

/** `cantidad: Denuncias; P_MODALIDADES: Modalidad; sexo=1: Hombre`. Fails with a DataError. */
export function parseLabels(text: string): Labels {
  const parts = text.split(';').filter((part) => part.trim() !== '');
  return parts.map((part) => {
    const colon = part.lastIndexOf(':');
    const [name, label] = [part.slice(0, colon).trim(), part.slice(colon + 1).trim()];
    if (colon > 0 && label !== '') return [name, label];
    const expected = ['cantidad: Denuncias; P_MODALIDADES: Modalidad; sexo=1: Hombre'];
    throw new DataError('bad-attribute', { attribute: 'labels', value: text, expected });
  });
}

/** A code without the zeros that a program may have taken from before it. */
const bare = (word: string): string => word.replace(/^0+(?=\d+$)/, '');

/** The column with these names of its words; two words of one name are told apart by themselves. */
function withWordLabels(column: TextColumn, names: ReadonlyMap<string, string>): TextColumn {
  const { words, wordLabels } = column;
  const byBare = new Map([...names].map(([word, name]) => [bare(word), name]));
  const given = words.map(
    (word, code) => names.get(word) ?? byBare.get(bare(word)) ?? wordLabels?.[code] ?? word,
  );
  const times = new Map<string, number>();
  for (const name of given) times.set(name, (times.get(name) ?? 0) + 1);
  const told = given.map((name, code) => {
    const word = words[code] ?? '';
    return (times.get(name) ?? 0) > 1 && name !== word ? `${name} (${word})` : name;
  });
  return Object.freeze({ ...column, wordLabels: told });
}

/** A name that no column has is left alone: one list may serve several widgets. */
export function withLabels(table: Table, labels: Labels): Table {
  const columns = new Map<string, Column>();
  const names = new Map<string, Map<string, string>>();
  const columnNamed = (name: string): Column | undefined => {
    const found = findColumn(table, name);
    return found && (columns.get(found.name) ?? found);
  };
  for (const [name, label] of labels) {
    const column = columnNamed(name);
    if (column) columns.set(column.name, Object.freeze({ ...column, label }));
    const [, of = '', word = ''] = /^([^=]*)=(.*)$/.exec(name) ?? [];
    const valued = column ? undefined : columnNamed(of.trim());
    if (!valued) continue;
    names.set(valued.name, (names.get(valued.name) ?? new Map<string, string>()).set(word.trim(), label));
  }
  for (const [name, given] of names) {
    const column = columnNamed(name);
    if (column?.kind === 'text') columns.set(name, withWordLabels(column, given));
  }
  return replaceColumns(table, [...columns.values()]);
}
