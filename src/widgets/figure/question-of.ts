import type { Otherwise, Question } from '../../engine/engine.js';
import { DataError } from '../../errors.js';
import { propertyName } from './attribute-texts.js';
import { SOURCE_OPTIONS } from './source-attributes.js';

/** What a widget asks, in the words of the question. */
export const ASKED =
  'value time by where per interval reporting suppress-under sort limit status labels breaks revisions provisional-from complete-through max-bytes timeout first-byte-timeout stall-timeout';
type Asked = Omit<
  Question,
  'src' | 'base' | 'protocol' | 'hosts' | 'otherwise' | 'source' | 'range' | 'series' | 'compared'
>;
type Options = Question['source'];

/** The texts of a widget's attributes, by the names of its properties. */
export type AttributeTexts = Asked &
  Readonly<Record<'src' | 'protocol' | 'baseURI' | keyof Options, string>> & {
    readonly otherwise?: Otherwise | undefined;
  };

/** Those of the texts that these attributes have. */
function textsOf(texts: AttributeTexts, attributes: string, all: boolean): Record<string, string> {
  const names = attributes.split(' ').map(propertyName) as (keyof AttributeTexts)[];
  return Object.fromEntries(
    names.flatMap((name) => (all || texts[name] ? [[name, texts[name] as string]] : [])),
  );
}

/** The question that the attributes ask. Fails with a DataError that names the attribute. */
export function questionOf(texts: AttributeTexts, range: string, series: boolean): Question {
  const { src, baseURI: base, otherwise } = texts;
  const protocol = texts.protocol.trim();
  if (src.trim() === '')
    throw new DataError('bad-address', { attribute: 'src', value: '', expected: ['https://…'] });
  return {
    ...(textsOf(texts, ASKED, true) as unknown as Asked),
    ...{ src, base, range, series },
    ...(protocol && { protocol }),
    ...(otherwise && { otherwise }),
    source: textsOf(texts, SOURCE_OPTIONS, false),
  };
}
