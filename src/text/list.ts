import type { Words } from './words.js';

/** `2014, 2018 y 2022` */
export function listText(words: Words, items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${words.and} ${items.at(-1) ?? ''}`;
}
