import { en } from './en.js';
import { es } from './es.js';
import type { Words } from './words.js';

/** The words of a language; Spanish where there are none in it. */
export function wordsOf(lang: string): Words {
  return /^en(-|$)/i.test(lang) ? en : es;
}
