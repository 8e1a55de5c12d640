import type { Column } from '../table/column.js';
import type { MeasureMessages } from './messages.js';
import type { Words } from './words.js';

/** More names than this are no title. */
const MOST_NAMED = 3;

/** What readers call a measure: its label, or in words how it was made; the count behind a rate as it is counted. */
export function measureTitle(
  { label, name, role }: Pick<Column, 'label' | 'name' | 'role'>,
  words: Words,
  measures: MeasureMessages,
): string {
  if (label !== undefined) return label;
  const counted = role === 'attribute' ? /^n \((.*)\)$/s.exec(name)?.[1] : undefined;
  if (counted !== undefined) return `n (${measureTitle({ name: counted }, words, measures)})`;
  if (name === 'count()') return words.rows;
  const [, beside = '', level = ''] = /^(\w+) (\d+%)?/.exec(name) ?? [];
  if (role === 'attribute' && words.besides && Object.hasOwn(words.besides, beside))
    return words.besides[beside as 'lower'](level);
  const [, verb = '', column = ''] = /^(\w+)\((.+)\)$/s.exec(name) ?? [];
  return Object.hasOwn(measures.made, verb)
    ? measures.made[verb as keyof MeasureMessages['made']](column)
    : name;
}

/** All of them as one title, where they are few. */
export function measuresTitle(
  all: readonly Pick<Column, 'label' | 'name'>[],
  words: Words,
  measures: MeasureMessages,
): string {
  const names = all.map((each) => measureTitle(each, words, measures));
  return names.length > MOST_NAMED ? measures.several : [...new Set(names)].join(', ');
}
