import type { DataError } from '../errors.js';
import type { Notice } from '../table/notice.js';
import type { OwnerMessages } from './messages.js';

/** More names than this hide the one that is looked for. */
const MOST_CHOICES = 12;

function choices(list: readonly string[]): string {
  const shown = list.slice(0, MOST_CHOICES).join(', ');
  return list.length > MOST_CHOICES ? `${shown}, …` : shown;
}

/** What went wrong, for the page's owner: the attribute, the value, what was expected, the nearest real name. */
export function describeError(owner: OwnerMessages, { code, details }: DataError): string {
  const {
    attribute,
    value,
    expected,
    nearest,
    position,
    host,
    status,
    line,
    limit,
    what,
    seconds,
    serverMessage,
  } = details;
  const place = [
    attribute !== undefined && `${attribute}="${value ?? ''}"`,
    host,
    status !== undefined && `HTTP ${status}`,
    line !== undefined && `↵ ${line}`,
    limit !== undefined && `> ${limit} ${what ?? ''}`,
    seconds !== undefined && `${seconds} s`,
  ].filter((part): part is string => typeof part === 'string');
  const sentences = [
    place.length > 0 ? `${place.join(' · ')}: ${owner.error[code]}` : owner.error[code],
    position !== undefined && owner.position(position + 1),
    nearest !== undefined && owner.nearest(nearest),
    expected && expected.length > 0 && owner.expected(choices(expected)),
    serverMessage && owner.serverSaid(serverMessage),
  ];
  return sentences.filter((part): part is string => typeof part === 'string' && part !== '').join(' ');
}

/** What was repaired, assumed or left out, for the page's owner. */
export function describeNotice(
  owner: OwnerMessages,
  { code, column, value, count, total, line, nearest }: Notice,
): string {
  const place = [
    column,
    value !== undefined && `«${value}»`,
    count !== undefined && (total === undefined ? `× ${count}` : `${count} / ${total}`),
    line !== undefined && `↵ ${line}`,
  ].filter((part): part is string => typeof part === 'string');
  const where = place.length > 0 ? `${place.join(' · ')}: ` : '';
  return [`${where}${owner.notice[code]}`, nearest !== undefined && owner.nearest(nearest)]
    .filter(Boolean)
    .join(' ');
}
