import type { AboutMessages } from '../../text/messages.js';
import type { MethodSectionName, MethodTerm } from '../../text/method-messages.js';
import type { Frame } from '../figure/frame-model.js';
import { citationsOf, type Citation } from './citations.js';
import { entriesOf, type Said } from './entries.js';
import { told, type MethodTold } from './method-told.js';

export interface MethodSection {
  readonly name: MethodSectionName;
  readonly title: string;
  readonly entries: readonly { readonly term: string; readonly said: readonly Said[] }[];
}

/** The sheet that tells how an indicator is made, and how to cite it. */
export interface MethodModel {
  readonly frame: Frame;
  /** Only those that tell something. */
  readonly sections: readonly MethodSection[];
  readonly citations: readonly Citation[];
  /** Whom to write to about a mistake, with the figure named in the subject. */
  readonly contact: Said | undefined;
}

/** What each section tells, in the order of reading. */
const SECTIONS: Readonly<Record<MethodSectionName, readonly MethodTerm[]>> = {
  meaning: ['definition', 'unit', 'direction', 'place'],
  calculation: ['formula', 'rows', 'sources', 'offence', 'iccs', 'guide'],
  comparison: ['comparability', 'caveats', 'breaks', 'revisions'],
  people: ['publisher', 'source', 'steward', 'custodian', 'legalBasis', 'access', 'license'],
  dates: ['updated', 'completeThrough', 'provisionalFrom', 'frequency', 'nextUpdate', 'lineage', 'version'],
  quality: ['results', 'thresholds', 'suppression'],
};

function contactOf(of: MethodTold): Said | undefined {
  const { manifest, indicator, messages } = of;
  const { email } =
    manifest.contributors.find(({ roles, email }) => email !== undefined && roles?.includes('contact')) ??
    manifest.contributors.find((each) => each.email !== undefined) ??
    {};
  if (email === undefined) return undefined;
  const subject = encodeURIComponent(messages.subject(told(of, indicator.title), indicator.name));
  // The mark that would begin a further header of the letter is written so that it does not.
  const address = encodeURIComponent(email).replace('%40', '@');
  return { text: messages.write(email), href: `mailto:${address}?subject=${subject}` };
}

/** `retrievedAt`: when the manifest was read, in milliseconds since 1970. */
export function makeMethod(
  of: MethodTold,
  frame: Frame,
  retrievedAt: number,
  about: AboutMessages,
): MethodModel {
  const entries = entriesOf(of);
  const { sections: titles, terms } = of.messages;
  const sections = (Object.keys(SECTIONS) as MethodSectionName[]).map((name) => ({
    name,
    title: titles[name],
    entries: SECTIONS[name].flatMap((term) => {
      const said = entries[term] ?? [];
      return said.length === 0 ? [] : [{ term: terms[term], said }];
    }),
  }));
  return {
    frame,
    sections: sections.filter((each) => each.entries.length > 0),
    citations: citationsOf(of, retrievedAt, about),
    contact: contactOf(of),
  };
}
