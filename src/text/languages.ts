import type { Messages } from './messages.js';

/** What a `lang` attribute means: which words, and in which languages numbers and dates are tried. */
export interface Language {
  /** The words, where they are not Spanish. */
  readonly load: (() => Promise<Messages>) | undefined;
  /** For Intl, never the browser's own; without it the words' own. */
  readonly locales?: readonly string[];
}

const SPANISH: Language = { load: undefined };

/** A language is one file, and one line here. */
const LANGUAGES: Readonly<Record<string, Language>> = {
  es: SPANISH,
  en: { load: async () => (await import('./en.js')).en },
  // Words are Spanish until somebody who speaks them has written them; numbers are as in Peru.
  qu: { load: undefined, locales: ['qu-PE', 'es-PE'] },
  ay: { load: undefined, locales: ['ay-PE', 'es-PE'] },
};

/** The language of a tag such as `en` or `en-US`; `undefined` for one that is not here. */
export function findLanguage(tag: string): Language | undefined {
  const code = tag.toLowerCase().split('-')[0] ?? '';
  return Object.hasOwn(LANGUAGES, code) ? LANGUAGES[code] : undefined;
}
