import { source } from '../../src/sources/json-stat.js';
import { readText } from './read-text.js';

export const category = (...list: string[]) => ({ category: { index: list } });

/** A small dataset of JSON-stat 2, with changes. */
export const dataset = (changes: object = {}): string =>
  JSON.stringify({
    version: '2.0',
    class: 'dataset',
    label: 'Homicidios',
    id: ['geo', 'time'],
    size: [2, 2],
    dimension: { geo: category('01', '02'), time: category('2023', '2024') },
    value: [1, 2, 3, null],
    ...changes,
  });

/** The dataset with changes, as it is read. */
export const readDataset = (changes: object = {}) => readText(source, dataset(changes));
