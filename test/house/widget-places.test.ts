import { expect } from 'chai';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readProject, ROOT } from './project.js';
import { TAGS } from './widgets.js';

/** The folders of `src/widgets` but for the frame that all widgets have. */
const NAMES = readdirSync(join(ROOT, 'src/widgets'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'figure')
  .map(({ name }) => name)
  .sort();

/** Where a widget has to be named to be loaded, published, shown and tested, and how it stands there. */
const PLACES: Readonly<Record<string, (name: string) => string>> = {
  'src/auto.ts': (name) => `'./widgets/${name}/${name}.js'`,
  'src/index.ts': (name) => `'./widgets/${name}/${name}.js'`,
  'src/embed/obs.css': (name) => `obs-${name}:not(:defined)`,
  '.rollup/widgets.json': (name) => `"${name}"`,
  'package.json': (name) => `"./${name}"`,
  'examples/shots.ts': (name) => `obs-${name}`,
};

describe('a widget', () => {
  it('is one of those that the tests of the house know', () => {
    expect(TAGS.map((tag) => tag.slice('obs-'.length)).sort()).to.deep.equal(NAMES);
  });

  for (const [place, written] of Object.entries(PLACES)) {
    it(`is named in ${place}`, () => {
      const text = readProject(place);
      expect(NAMES.filter((name) => !text.includes(written(name)))).to.deep.equal([]);
    });
  }

  it('has its element, its styles, its model and its story', () => {
    const files = NAMES.flatMap((name) => [
      `src/widgets/${name}/${name}.ts`,
      `src/widgets/${name}/${name}.styles.ts`,
      `src/widgets/${name}/${name}-model.ts`,
      `stories/${name}.stories.ts`,
    ]);
    for (const file of files) expect(readProject(file), file).not.to.equal('');
  });

  it('keeps its room, in the page and in its own style alike, under the name that the page may change', () => {
    for (const name of NAMES) {
      const files = [`${name}.styles.ts`, 'reserved.styles.ts'].map((file) => `src/widgets/${name}/${file}`);
      const styles = files.map((file) => (existsSync(join(ROOT, file)) ? readProject(file) : '')).join('');
      const em = new RegExp(`min-block-size: var\\(--obs-${name}-block-size, (\\d+)em\\)`).exec(styles)?.[1];
      const pixels = new RegExp(
        `\\[data-obs='${name}'\\] \\{[^}]*min-height: var\\(--obs-${name}-block-size, (\\d+)px\\)`,
      ).exec(readProject('src/embed/obs.css'))?.[1];
      expect(Number(pixels), name).to.equal(Number(em) * 16);
    }
  });
});
