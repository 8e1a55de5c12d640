import type { Limited } from '../../engine/engine.js';
import type { Kind } from '../../selection/selection.js';
import type { AttributeTexts } from '../figure/question-of.js';

/** What a filter asks: the texts of its attributes, and where the manifest is. */
export interface Wanted {
  readonly kind: Kind;
  readonly texts: AttributeTexts &
    Limited &
    Readonly<Record<'indicator' | 'place' | 'asOf' | 'snapshot', string>>;
  readonly level: string;
  readonly lang: string;
  /** The language that periods are written in: another one once its words are there. */
  readonly written: string;
  /** Whether it follows a filter of places. */
  readonly isOfPlace: boolean;
  /** The address of the manifest; `''` where the options are of data that the page names itself. */
  readonly url: string;
}

/** With the lists of hosts that hold where the filter stands. */
export type Asked = Wanted & { readonly hosts: readonly string[] };
