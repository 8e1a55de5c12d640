import { html, nothing } from 'lit';
import type { DataState } from '../../controllers/data-controller.js';
import type { LanguageController } from '../../controllers/language-controller.js';
import type { Question } from '../../engine/engine.js';
import { DataError } from '../../errors.js';
import { nearestName } from '../../table/nearest.js';
import type { Notice } from '../../table/notice.js';
import { describeError, describeNotice } from '../../text/describe-problem.js';
import { error as spanishErrors } from '../../text/es/error.js';
import { owner as spanishOwner } from '../../text/es/owner.js';
import type { Messages, OwnerMessages } from '../../text/messages.js';
import type { Rendered } from './frame.js';
import type { Frame } from './frame-model.js';
import { areQuiet, ObsNoticeEvent } from './notice-event.js';
import { oddValues, type Said } from './odd-values.js';
import { ownerStyles } from './owner.styles.js';
import { observedBy } from './may-be-unknown.js';
import { unknownAttributes } from './unknown-attributes.js';
import { wear } from './wear.js';

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
  /** The detail as it stands below the sentence. */
  readonly forOwner: Rendered;
}

function renderDetail(detail: string, { intro }: OwnerMessages): Rendered {
  return detail === ''
    ? nothing
    : html`<details class="owner small">
        <summary>${intro}</summary>
        <p>${detail}</p>
      </details>`;
}

/** Where the widget asked, for errors that were found far from the request. */
function addressOf(element: Element): Pick<URL, 'host' | 'pathname'> {
  const src = element.getAttribute('src') ?? element.getAttribute('data-obs-src') ?? '';
  const isAddress = URL.canParse(src, element.baseURI);
  return isAddress ? new URL(src, element.baseURI) : { host: '', pathname: '' };
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
  wear(element, ownerStyles);
  const { code, details } = error;
  const { host, pathname } = addressOf(element);
  const isThere = details.path === undefined && details.host === host;
  const whole = isThere ? new DataError(code, { ...details, path: pathname }) : error;
  const owner = messages?.owner ?? spanishOwner;
  const detail = describeError(owner, blamingBreakdown(element, whole));
  say(element, detail);
  if (code === 'internal' && error.cause !== undefined) console.error(error.cause);
  const sentenceFor = (messages?.error ?? spanishErrors)[code];
  const sentence = sentenceFor(details.host ?? host).replace(/\s+/g, ' ');
  return { sentence, detail, forOwner: renderDetail(detail, owner) };
}

/** Puts in words what was repaired, assumed or left out. */
function described(element: Element, notices: readonly Notice[], owner: OwnerMessages): string[] {
  const known = observedBy(element);
  return notices.map((notice) => {
    const isName = notice.code === 'unknown-attribute';
    const nearest = isName ? nearestName(notice.value ?? '', known) : notice.nearest;
    return describeNotice(owner, nearest === undefined ? notice : { ...notice, nearest });
  });
}

/** Why the answer has no rows, where no notice tells. */
function noRows({ question }: Reporting, owner: OwnerMessages): string {
  const { where = '', range: period = '' } = question ?? {};
  const asked = Object.entries({ where, period }).filter(([, value]) => value.trim() !== '');
  return owner.noRows(asked.map(([name, value]) => `${name}="${value}"`).join(' · '));
}

/** A widget whose owner is told. */
export type Reporting = Element &
  Said & {
    readonly question: Question | undefined;
    readonly lang: string;
  };

/** All that was repaired, assumed, left out or said wrongly. */
function noticesOf(
  element: Reporting,
  view: DataState,
  frame: Frame | undefined,
  isUnknownLanguage: boolean,
): Notice[] {
  return [
    ...(view.answer?.table.notices ?? []),
    ...unknownAttributes(element).map((value): Notice => ({ code: 'unknown-attribute', value })),
    ...oddValues(element),
    ...(isUnknownLanguage ? [{ code: 'unknown-language', value: element.lang } as const] : []),
    ...(frame && !frame.source ? [{ code: 'source-undeclared' } as const] : []),
    ...(frame && frame.monthsLate > 0 ? [{ code: 'late', count: frame.monthsLate } as const] : []),
  ];
}

/**
 * Tells the page's scripts by an event, and its owner in the console, what was repaired, assumed or left out, and
 * what went wrong. Gives what stands in place of the figures, where there are none.
 */
export function tellOwner(
  element: Reporting,
  view: DataState,
  frame: Frame | undefined,
  { messages, isUnknown }: Pick<LanguageController, 'messages' | 'isUnknown'>,
  isNews: boolean,
): Explained | undefined {
  const owner = messages?.owner ?? spanishOwner;
  const notices = noticesOf(element, view, frame, isUnknown);
  if ((isNews || isUnknown) && notices.length > 0) element.dispatchEvent(new ObsNoticeEvent(notices));
  const isQuiet = !view.error && areQuiet(notices);
  const told = isQuiet ? [] : described(element, notices, owner);
  if (view.name === 'empty' && notices.every(({ code }) => code !== 'no-such-value'))
    told.unshift(noRows(element, owner));
  for (const each of told) say(element, each);
  if (view.error) return explain(element, view.error, messages);
  wear(element, ownerStyles);
  if (view.name !== 'empty') return undefined;
  const detail = told.join(' ');
  const sentence = (messages?.error ?? spanishErrors).empty('');
  return { sentence, detail, forOwner: renderDetail(detail, owner) };
}
