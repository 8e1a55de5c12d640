import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Answer } from '../../engine/engine.js';
import { safeUrl } from '../../request/safe-url.js';
import { readIsoPeriod } from '../../table/period-iso.js';
import { about as spanish } from '../../text/es/about.js';
import type { AboutMessages } from '../../text/messages.js';
import type { Words } from '../../text/words.js';
import { aboutStyles } from './about.styles.js';
import { citeApa, citeBibtex, citePlain, type Cited } from './citation.js';
import type { Frame } from './frame-model.js';
import { wear } from './wear.js';

/** What the page tells about the figure beyond its frame. */
export interface AboutOptions {
  readonly definition: string;
  readonly method: string;
  readonly comparability: string;
  readonly contact: string;
  readonly updatedOn: string;
  readonly baseURI: string;
}

/** Text, or a link where the text is an address. */
function textOrLink(text: string, base: string): TemplateResult {
  const isAddress = /^(https?:\/\/|\/)\S+$/.test(text.trim());
  const url = isAddress ? safeUrl(text, base) : undefined;
  if (url) return html`<a href=${url.href} target="_blank" rel="noopener noreferrer">${text}</a>`;
  // One address and nothing else: no further header can be smuggled into the message.
  const isMail = /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(text.trim());
  return isMail ? html`<a href=${`mailto:${text.trim()}`}>${text}</a>` : html`${text}`;
}

function citedOf(
  frame: Frame,
  answer: Answer,
  options: AboutOptions,
  words: Words,
  about: AboutMessages,
): Cited {
  const { url, fetchedAt, metadata } = answer.provenance;
  const updated = readIsoPeriod(options.updatedOn || (metadata.updated ?? ''));
  return {
    author: frame.source?.name ?? words.sourceUndeclared,
    title: frame.heading,
    year: updated ? String(updated.year) : about.undated,
    url: frame.source?.href ?? url,
    retrieved: about.retrieved(words.dateTime(fetchedAt)),
    isoRetrieved: new Date(fetchedAt).toISOString().slice(0, 10),
  };
}

/** Whether the figure is the source's of now, or of a day. */
function freshnessOf({ provenance }: Answer, words: Words, about: AboutMessages): string {
  const { snapshot } = provenance;
  if (!snapshot) return about.live;
  const date = words.date(snapshot.date);
  return snapshot.isFrozen ? about.frozen(date) : about.ofSnapshot(date);
}

/** What stands one action away from every figure: meaning, method, comparability, contact, how to cite. */
export function renderAbout(
  frame: Frame,
  answer: Answer,
  options: AboutOptions,
  words: Words,
  about: AboutMessages = spanish,
): TemplateResult {
  const cited = citedOf(frame, answer, options, words, about);
  const description = options.definition || (answer.provenance.metadata.description ?? '');
  const told: [string, string][] = [
    [about.definition, description],
    [about.method, options.method],
    [about.comparability, options.comparability],
    [about.contact, options.contact],
    [about.freshness, freshnessOf(answer, words, about)],
  ];
  const item = ([term, text]: [string, string]) =>
    text === ''
      ? nothing
      : html`<dt>${term}</dt>
          <dd>${textOrLink(text, options.baseURI)}</dd>`;
  const citations: [string, string][] = [
    [about.citePlain, citePlain(cited)],
    ['APA', citeApa(cited)],
    ['BibTeX', citeBibtex(cited)],
  ];
  return html`<dl class="about" part="about">
    ${told.map(item)}
    <dt>${about.cite}</dt>
    ${citations.map(
      ([style, text]) =>
        html`<dd>
          <span class="small">${style}</span>
          <pre>${text}</pre>
        </dd>`,
    )}
  </dl>`;
}

/** Makes an element ready to show what stands one action away, and gives what writes it. */
export function aboutFor(element: LitElement): typeof renderAbout {
  wear(element, aboutStyles);
  return renderAbout;
}
