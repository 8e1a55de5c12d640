import { DataError } from '../../errors.js';
import { nearestName } from '../../table/nearest.js';
import type { Notice } from '../../table/notice.js';
import { describeError, describeNotice } from '../../text/describe-problem.js';
import { error as spanishErrors } from '../../text/es/error.js';
import { owner as spanishOwner } from '../../text/es/owner.js';
import type { Messages } from '../../text/messages.js';

const said = new Set<string>();

/** The browser's console is where the page's owner looks; once for each thing to say. */
function say(element: Element, text: string): void {
  const line = `<${element.localName}> ${text}`;
  if (said.has(line)) return;
  said.add(line);
  console.warn(line, element);
}

/** Why there are no figures: a plain sentence for the reader, what to mend for the page's owner. */
export interface Explained {
  readonly sentence: string;
  readonly detail: string;
}

/** Where the widget asked, for errors that were found far from the request. */
function hostOf(element: Element): string {
  const src = element.getAttribute('src') ?? element.getAttribute('data-obs-src') ?? '';
  return URL.canParse(src, element.baseURI) ? new URL(src, element.baseURI).host : '';
}

/** A card shows one series: where it is asked for several, the breakdown is what is wrong, not how values become one. */
function blamingBreakdown(element: Element, error: DataError): DataError {
  const by = element.getAttribute('by') ?? element.getAttribute('data-obs-by') ?? '';
  if (error.code !== 'several-rows' || element.localName !== 'obs-card' || by.trim() === '') return error;
  return new DataError('several-rows', {
    attribute: 'by',
    value: by,
    expected: ['by=""', 'where="…"', '<obs-trend>'],
  });
}

/** Puts an error in words, and in the console. */
export function explain(element: Element, error: DataError, messages: Messages | undefined): Explained {
  const { code, details } = error;
  const detail = describeError(messages?.owner ?? spanishOwner, blamingBreakdown(element, error));
  say(element, detail);
  if (code === 'internal' && error.cause !== undefined) console.error(error.cause);
  const sentenceFor = (messages?.error ?? spanishErrors)[code];
  return { sentence: sentenceFor(details.host ?? hostOf(element)).replace(/\s+/g, ' '), detail };
}

/** Tells the page's owner what was repaired, assumed or left out. */
export function report(element: Element, notices: readonly Notice[], messages: Messages | undefined): void {
  const known = (element.constructor as { observedAttributes?: readonly string[] }).observedAttributes ?? [];
  for (const notice of notices) {
    const isName = notice.code === 'unknown-attribute';
    const nearest = isName ? nearestName(notice.value ?? '', known) : notice.nearest;
    const whole = nearest === undefined ? notice : { ...notice, nearest };
    say(element, describeNotice(messages?.owner ?? spanishOwner, whole));
  }
}
