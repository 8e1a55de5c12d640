import { readFileSync } from 'node:fs';

/** The states in which a widget can be; each story is tagged with the one that it shows. */
const STATES = ['loading', 'ready', 'stale', 'empty', 'failed'] as const;

export interface Story {
  readonly id: string;
  readonly state: (typeof STATES)[number];
}

interface Entry {
  readonly id: string;
  readonly type: 'story' | 'docs';
  readonly tags?: readonly string[];
}

/** What a built Storybook holds: its stories with the state that each shows, and its pages of text. */
export function readIndex(folder: string): { readonly stories: Story[]; readonly pages: string[] } {
  const { entries } = JSON.parse(readFileSync(`${folder}index.json`, 'utf8')) as {
    entries: Readonly<Record<string, Entry>>;
  };
  const all = Object.values(entries);
  const stories = all
    .filter(({ type }) => type === 'story')
    .map(({ id, tags = [] }): Story => {
      const [state, ...more] = STATES.filter((each) => tags.includes(each));
      if (state === undefined || more.length > 0)
        throw new Error(`${id} must have one tag that says which state it shows: ${STATES.join(', ')}.`);
      return { id, state };
    });
  return { stories, pages: all.filter(({ type }) => type === 'docs').map(({ id }) => id) };
}
