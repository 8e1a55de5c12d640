import type { Words } from '../words/words.js';
import type { Today } from './todays-value.js';

/** The ways to put an indicator in a page, by how much its editor lets through. */
export const FORMS = ['div', 'element', 'iframe', 'plain'] as const;
/** Those, and the page that the frame holds. */
export type Form = (typeof FORMS)[number] | 'page';

/** What the code to paste is made of. */
export interface SnippetParts {
  readonly widget: string;
  readonly indicator: string;
  /** `''` for the whole country. */
  readonly place: string;
  readonly lang: string;
  /** Public addresses: of the manifest, of `auto.js`, of the data. */
  readonly manifest: string;
  readonly script: string;
  readonly data: string;
  /** Of the page that stands in a frame. */
  readonly frame: string;
  readonly today: Today;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as HTML has it, in an element or in an attribute. */
function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);
}

function attributes(all: Readonly<Record<string, string>>, prefix = ''): string {
  return Object.entries(all)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ` ${prefix}${name}="${escaped(value)}"`)
    .join('');
}

/** What is shown, where and when. */
const titleOf = ({ today: { heading, about } }: SnippetParts): string =>
  [heading, about].filter((each) => each !== '').join(', ');

/** What a reader has where the widget does not come: the value, where and when, whose, and a link to the data. */
function fallback(parts: SnippetParts, words: Words): string {
  const { today, data } = parts;
  const { heading, value, about, source, statuses } = today;
  const qualified = [about, ...statuses].filter((each) => each !== '').join('; ');
  const told = source === undefined ? '' : ` ${words.snippet.source(source)}.`;
  const link = words.snippet.dataLink(titleOf(parts));
  return `<p>${escaped(heading)}: <strong>${escaped(value)}</strong>${
    qualified === '' ? '' : ` (${escaped(qualified)})`
  }.${escaped(told)} <a href="${escaped(data)}">${escaped(link)}</a></p>`;
}

/** Spanish is what widgets speak without being told. */
const langOf = ({ lang }: SnippetParts): string => (lang === 'es' ? '' : lang);

function scriptTag({ script }: SnippetParts): string {
  return `<script type="module" src="${escaped(script)}"></script>`;
}

function element(parts: SnippetParts, words: Words): string {
  const { widget, indicator, place, manifest } = parts;
  const tag = `obs-${widget}`;
  const said = attributes({ indicator, place, observatory: manifest, lang: langOf(parts) });
  return `<${tag}${said}>\n  ${fallback(parts, words)}\n</${tag}>`;
}

/** The frame of a page of one's own, which `page` writes; beside it what stands where frames are taken out. */
function framed(parts: SnippetParts, words: Words): string {
  const sandbox = 'allow-scripts allow-same-origin allow-popups allow-downloads';
  const said = attributes({ src: parts.frame, title: titleOf(parts), width: '100%', height: '480' });
  return `<iframe${said} loading="lazy" sandbox="${sandbox}"></iframe>\n${fallback(parts, words)}`;
}

/** The page that stands in the frame. */
function page(parts: SnippetParts, words: Words): string {
  const { lang } = parts;
  return `<!doctype html>
<html lang="${escaped(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(titleOf(parts))}</title>
${scriptTag(parts)}
</head>
<body>
${element(parts, words)}
</body>
</html>`;
}

/** The code to paste, in one of its forms. */
export function snippet(form: Form, parts: SnippetParts, words: Words): string {
  if (form === 'plain') return fallback(parts, words);
  if (form === 'iframe') return framed(parts, words);
  if (form === 'page') return page(parts, words);
  if (form === 'element') return `${scriptTag(parts)}\n${element(parts, words)}`;
  const { widget, indicator, place, manifest } = parts;
  const said = attributes({ indicator, place, observatory: manifest, lang: langOf(parts) }, 'data-obs-');
  return `${scriptTag(parts)}\n<div data-obs="${escaped(widget)}"${said}>\n  ${fallback(parts, words)}\n</div>`;
}
