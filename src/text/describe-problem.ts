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

/** What went wrong, for the page's owner: the attribute, the value, what was expected, the nearest real name. */
export function describeError(owner: OwnerMessages, { code, details }: DataError): string {
  const {
    attribute,
    value = '',
    expected = [],
    position,
    host,
    status,
    line,
    limit,
    what,
    seconds,
  } = details;
  const isName = code === 'missing-column' || code === 'no-resource' || code === 'bad-attribute';
  const nearest = isName ? nearestName(value, expected) : undefined;
  const place = said([
    attribute !== undefined && `${attribute}="${value}"`,
    host,
    status !== undefined && `HTTP ${status}`,
    line !== undefined && `↵ ${line}`,
    limit !== undefined && `> ${limit} ${what ?? ''}`,
    seconds !== undefined && `${seconds} s`,
  ]).join(' · ');
  return said([
    place === '' ? owner.error[code] : `${place}: ${owner.error[code]}`,
    position !== undefined && owner.position(position + 1),
    nearest !== undefined && owner.nearest(nearest),
    expected.length > 0 && owner.expected(choices(expected)),
    details.serverMessage && owner.serverSaid(details.serverMessage),
  ]).join(' ');
}

/** What was repaired, assumed or left out, for the page's owner. */
export function describeNotice(owner: OwnerMessages, notice: Notice): string {
  const { code, column, value, count, total, line, nearest } = notice;
  const place = said([
    column,
    value !== undefined && `«${value}»`,
    count !== undefined && (total === undefined ? `× ${count}` : `${count} / ${total}`),
    line !== undefined && `↵ ${line}`,
  ]).join(' · ');
  return said([
    place === '' ? owner.notice[code] : `${place}: ${owner.notice[code]}`,
    nearest !== undefined && owner.nearest(nearest),
  ]).join(' ');
}
