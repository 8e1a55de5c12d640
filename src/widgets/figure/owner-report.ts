import type { DataError } from '../../errors.js';
import type { Notice } from '../../table/notice.js';
import { describeError, describeNotice } from '../../text/describe-problem.js';
import { owner as spanish } from '../../text/es/owner.js';
import type { OwnerMessages } from '../../text/messages.js';

const said = new Set<string>();

/** The browser's console is where the page's owner looks; once for each thing to say. */
function say(element: Element, text: string): void {
  const line = `<${element.localName}> ${text}`;
  if (said.has(line)) return;
  said.add(line);
  console.warn(line, element);
}

/** Tells the page's owner why there are no figures; gives the text, to be shown behind a fold as well. */
export function reportError(element: Element, error: DataError, owner: OwnerMessages = spanish): string {
  const text = describeError(owner, error);
  say(element, text);
  if (error.code === 'internal' && error.cause !== undefined) console.error(error.cause);
  return text;
}

/** Tells the page's owner what was repaired, assumed or left out. */
export function reportNotices(
  element: Element,
  notices: readonly Notice[],
  owner: OwnerMessages = spanish,
): void {
  for (const notice of notices) say(element, describeNotice(owner, notice));
}
