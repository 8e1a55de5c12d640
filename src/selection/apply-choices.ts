import { DataError } from '../errors.js';
import { allOf, isOneOf } from '../query/write-where.js';
import type { Choice } from './selection.js';

/** What choices change of a figure, by the names of its properties. */
export const CHOSEN = ['indicator', 'place', 'period', 'where'] as const;
export type Chosen = Readonly<Record<(typeof CHOSEN)[number], string>>;

/**
 * A condition of its own, as a value in quotes: nothing that is chosen is ever read as anything else. Fails with a
 * DataError where nothing says in which column it is: a name over figures of everything would be wrong.
 */
function narrowed(texts: Chosen, { kind, column, value, label }: Choice): Chosen {
  if (column === '') {
    const expected = ['<obs-filter by="…">', ...(kind === 'place' ? ['indicator="…"'] : [])];
    throw new DataError('bad-attribute', { attribute: 'filter-by', value: label, expected });
  }
  return { ...texts, where: allOf(texts.where, isOneOf(column, [value])) };
}

function applied(texts: Chosen, choice: Choice, knowsPlaces: boolean): Chosen {
  const { kind, value, label } = choice;
  if (kind === 'indicator') return { ...texts, indicator: value };
  if (kind === 'period') return { ...texts, period: value };
  if (kind === 'breakdown') return narrowed(texts, choice);
  if (knowsPlaces || texts.indicator !== '') return { ...texts, place: value };
  return { ...narrowed(texts, choice), place: label };
}

/**
 * What a figure asks once these choices are made; which indicator comes first, since places are found by it.
 * `knowsPlaces`: it takes a place as such without an indicator, too.
 */
export function applyChoices(own: Chosen, choices: readonly Choice[], knowsPlaces = false): Chosen {
  const isFirst = ({ kind }: Choice): boolean => kind === 'indicator';
  return [...choices.filter(isFirst), ...choices.filter((each) => !isFirst(each))].reduce(
    (texts, choice) => applied(texts, choice, knowsPlaces),
    own,
  );
}
