import type { DataError } from '../errors.js';
import { nearestName } from '../table/nearest.js';
import type { Notice } from '../table/notice.js';
import type { OwnerMessages } from './messages.js';

/** More names than this hide the one that is looked for. */
const MOST_CHOICES = 12;

function choices(list: readonly string[]): string {
  const shown = list.slice(0, MOST_CHOICES).join(', ');
  return list.length > MOST_CHOICES ? `${shown}, …` : shown;
}

/** Only the parts that say something. */
function said(parts: readonly (string | false | undefined)[]): string[] {
  return parts.filter((part): part is string => typeof part === 'string' && part !== '');
}

/** The attribute that sets each limit. */
const WAIT = { firstByte: 'first-byte-timeout', whole: 'timeout', stall: 'stall-timeout' } as const;

/** How a workbook begins: as a zip file, or as Excel wrote it before 2007. */
const WORKBOOK = /^(PK|\xd0)/;

/** The cause in words, more closely where the code alone does not tell. */
function causeOf(
  owner: OwnerMessages,
  { code, details: { attribute, value = '', isCut, isRedirect } }: DataError,
): string {
  if (isCut) return owner.cause.cut;
  if (isRedirect) return owner.cause.redirected;
  if (code === 'not-data' && WORKBOOK.test(value)) return owner.cause.excel;
  if (code === 'bad-address' && attribute === 'src' && value.trim() === '') return owner.cause['no-address'];
  if (code === 'bad-attribute' && attribute === 'for') return owner.cause['no-such-id'];
  return owner.error[code];
}

/** What went wrong, for the page's owner: the attribute, the value, what was expected, the nearest real name. */
export function describeError(owner: OwnerMessages, error: DataError): string {
  const { code, details } = error;
  const {
    attribute,
    value = '',
    expected = [],
    position,
    host,
    path = '',
    status,
    line,
    limit,
    what,
    seconds,
    waitedFor,
  } = details;
  const isName = code === 'missing-column' || code === 'no-resource' || code === 'bad-attribute';
  const nearest = isName ? nearestName(value, expected) : undefined;
  const cause = causeOf(owner, error);
  const place = said([
    attribute !== undefined && `${attribute}="${value}"`,
    host !== undefined && host + path,
    status !== undefined && `HTTP ${status}`,
    line !== undefined && `↵ ${line}`,
    limit !== undefined && `> ${limit} ${what ?? ''}`,
    seconds !== undefined && `${waitedFor ? `${WAIT[waitedFor]}: ` : ''}${seconds} s`,
  ]).join(' · ');
  return said([
    place === '' ? cause : `${place}: ${cause}`,
    position !== undefined && owner.position(position + 1),
    nearest !== undefined && owner.nearest(nearest),
    expected.length > 0 && owner.expected(choices(expected)),
    details.serverMessage && owner.serverSaid(details.serverMessage),
  ]).join(' ');
}

/** What was repaired, assumed or left out, for the page's owner. */
export function describeNotice(owner: OwnerMessages, notice: Notice): string {
  const { code, column, attribute, value, count, total, line, nearest, expected = [] } = notice;
  const place = said([
    column,
    value !== undefined && (attribute === undefined ? `«${value}»` : `${attribute}="${value}"`),
    count !== undefined && (total === undefined ? `× ${count}` : `${count} / ${total}`),
    line !== undefined && `↵ ${line}`,
  ]).join(' · ');
  return said([
    place === '' ? owner.notice[code] : `${place}: ${owner.notice[code]}`,
    nearest !== undefined && owner.nearest(nearest),
    expected.length > 0 && owner.expected(choices(expected)),
  ]).join(' ');
}
