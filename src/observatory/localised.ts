import type { Text } from './schema-parts.js';

/** A text in the reader's language: that very one, else the language without its country, Spanish, the first there is. */
export function localised(text: Text | undefined, lang: string): string {
  if (text === undefined || typeof text === 'string') return text ?? '';
  const [language = ''] = lang.split('-');
  const wanted = [lang, language, 'es'].find((each) => Object.hasOwn(text, each));
  return (wanted === undefined ? Object.values(text)[0] : text[wanted]) ?? '';
}
