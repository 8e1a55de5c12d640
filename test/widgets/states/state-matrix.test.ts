import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { RENDERERS, STATES, tableWith } from './render-state.js';

/** What was read and found right of each state, a line for each that shows it. */
const REVIEWED = readFileSync(new URL('state-matrix.txt', import.meta.url), 'utf8');
const STORIES = readFileSync(new URL('../../../stories/states.stories.ts', import.meta.url), 'utf8');

async function matrix(): Promise<string> {
  const parts: string[] = [];
  for (const state of STATES) {
    const lines = [`# ${state}`];
    for (const [name, render] of Object.entries(RENDERERS))
      lines.push(`${name}: ${await render(tableWith(state))}`);
    parts.push(`${lines.join('\n')}\n`);
  }
  return parts.join('\n');
}

describe('the state of a value', () => {
  it('[STAT-08] is shown and told as it was reviewed, by all that shows a value', async () => {
    expect(await matrix()).to.equal(REVIEWED);
  });

  for (const [name, render] of Object.entries(RENDERERS))
    it(`[STAT-08] can be told from every other one: ${name}`, async () => {
      const shown: string[] = [];
      for (const state of STATES) shown.push(await render(tableWith(state)));
      expect(shown.filter((text) => text.trim() === '')).to.deep.equal([]);
      expect([...new Set(shown)]).to.deep.equal(shown);
    });

  it('[STAT-08] has a story of its own, which shows it in every way', () => {
    const written = (pattern: RegExp): (string | undefined)[] =>
      [...STORIES.matchAll(pattern)].map(([, name]) => name);
    expect(written(/= of\('(\w+)'/g)).to.deep.equal(STATES);
    expect(written(/key: '(\w+)'/g)).to.deep.equal(Object.keys(RENDERERS));
  });
});
