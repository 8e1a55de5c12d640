import { readFileSync } from 'node:fs';
import type { Fault } from './report.js';

/** The states in which a widget can be; each story is tagged with the one that it shows. */
const STATES = ['loading', 'ready', 'stale', 'empty', 'failed'] as const;

export interface Story {
  readonly id: string;
  readonly state: (typeof STATES)[number];
  /** Tagged `notice`: it tells what must be known before its figure is used. */
  readonly hasNotice: boolean;
}

interface Entry {
  readonly id: string;
  readonly type: 'story' | 'docs';
  readonly tags?: readonly string[];
}

function storyOf({ id, tags = [] }: Entry): Story {
  const [state, ...more] = STATES.filter((each) => tags.includes(each));
  if (state === undefined || more.length > 0)
    throw new Error(`${id} must have one tag that says which state it shows: ${STATES.join(', ')}.`);
  return { id, state, hasNotice: state === 'stale' || tags.includes('notice') };
}

/** What a built Storybook holds: its stories with the state that each shows, and its pages of text. */
export function readIndex(folder: string): { readonly stories: Story[]; readonly pages: string[] } {
  const { entries } = JSON.parse(readFileSync(`${folder}index.json`, 'utf8')) as {
    entries: Readonly<Record<string, Entry>>;
  };
  const all = Object.values(entries);
  return {
    stories: all.filter(({ type }) => type === 'story').map(storyOf),
    pages: all.filter(({ type }) => type === 'docs').map(({ id }) => id),
  };
}

/** States that a widget has no story of. */
export function missingStates(stories: readonly Story[], widgets: readonly string[]): Fault[] {
  return widgets.flatMap((widget) => {
    const own = stories.filter(({ id }) => id.startsWith(`${widget}--`));
    const missing = STATES.filter((state) => own.every((story) => story.state !== state));
    const all = own.some(({ state, hasNotice }) => hasNotice && state === 'ready')
      ? missing
      : [...missing, 'notice'];
    return all.map((state) => ({ rule: 'no story', target: `${widget} ${state}` }));
  });
}
