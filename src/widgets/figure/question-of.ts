import { PROTOCOLS, type ProtocolName, type Question } from '../../engine/engine.js';
import { DataError } from '../../errors.js';
import { choice, propertyName } from './attribute-texts.js';

/** What a widget asks, in the words of the question. */
export const ASKED =
  'value time by where per sort limit status labels breaks provisional-from complete-through max-bytes timeout first-byte-timeout stall-timeout';
type Asked = Omit<Question, 'src' | 'base' | 'protocol' | 'source' | 'range' | 'series'>;

/** The texts of a widget's attributes, by the names of its properties. */
export type AttributeTexts = Asked &
  Readonly<Record<'src' | 'protocol' | 'resource' | 'decimal' | 'baseURI', string>>;

/** The question that the attributes ask. Fails with a DataError that names the attribute. */
export function questionOf(texts: AttributeTexts, range: string, series: boolean): Question {
  const { src, resource, baseURI: base } = texts;
  const decimal = choice('decimal', texts.decimal, ['.', ',']) as '' | '.' | ',';
  const protocol = choice('protocol', texts.protocol, PROTOCOLS) as '' | ProtocolName;
  if (src.trim() === '')
    throw new DataError('bad-address', { attribute: 'src', value: '', expected: ['https://…'] });
  const names = ASKED.split(' ').map(propertyName) as (keyof Asked)[];
  return {
    ...(Object.fromEntries(names.map((name) => [name, texts[name]])) as unknown as Asked),
    ...{ src, base, range, series },
    ...(protocol && { protocol }),
    source: { ...(resource && { resource }), ...(decimal && { decimal }) },
  };
}
