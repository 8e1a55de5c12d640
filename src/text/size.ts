import type { Words } from './words.js';

/** `12 kB`, `1.3 MB` */
export function sizeText(words: Words, bytes: number): string {
  if (bytes < 1e6) return `${words.number(Math.max(1, bytes / 1e3))} kB`;
  return `${words.number(bytes / 1e6, 1)} MB`;
}
