import { source } from '../../src/sources/sdmx.js';
import { cellAt, textAt } from '../../src/table/cell.js';
import { statusNames } from '../../src/table/status.js';
import type { Table } from '../../src/table/table.js';
import { columnNamed } from './make-table.js';
import { readText, type ReadText } from './read-text.js';

export const URL_OF_DATA = 'https://datos.example/rest/data/EXR';

/** A message, as text or to be written as such, read by the source alone. */
export const read = (value: unknown): Promise<ReadText> =>
  readText(source, typeof value === 'string' ? value : JSON.stringify(value), URL_OF_DATA);

/** Each value with its statuses: `12 provisional`. */
export function observed(table: Table, name = 'OBS_VALUE'): string[] {
  const column = columnNamed(table, name, 'number');
  return Array.from({ length: table.length }, (_, row) => {
    const { value, status } = cellAt(column, row);
    return [...(value === undefined ? [] : [textAt(column, row)]), ...statusNames(status)].join(' ');
  });
}

/** Coded values with a name each. */
export const listed = (...ids: string[]): { id: string; name: string }[] =>
  ids.map((id) => ({ id, name: `Nombre de ${id}` }));
export const TIME = { id: 'TIME_PERIOD', keyPosition: 1, values: [{ id: '2023' }, { id: '2024' }] };
export const PLACE = { id: 'REF_AREA', name: 'Lugar', keyPosition: 0, values: listed('PE', 'CO') };

interface Parts {
  readonly attributes?: object;
  readonly measures?: object;
  readonly dimensions?: object;
  readonly dataSets?: unknown;
  readonly more?: object;
}

/** A message of SDMX-JSON 2.0 with one structure. */
export function message({ attributes, measures, dimensions, dataSets, more }: Parts): unknown {
  const structure = {
    name: 'Homicidios',
    dimensions: dimensions ?? { dataSet: [], series: [PLACE], observation: [TIME] },
    ...(attributes && { attributes }),
    ...(measures && { measures }),
  };
  const meta = {
    sender: { id: 'INEI', names: { en: 'Institute', es: 'Instituto' } },
    prepared: '2026-01-01',
  };
  return { meta, data: { structures: [structure], dataSets }, ...more };
}

/** One data set with one series, of the first place. */
export const series = (observations: object, more: object = {}): unknown[] => [
  { structure: 0, series: { '0': { observations, ...more } } },
];
