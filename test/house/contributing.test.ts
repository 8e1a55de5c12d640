import { expect } from 'chai';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { codesIn, rowsOf, sectionOf } from './markdown.js';
import { levelOf } from './layers.js';
import { readProject, ROOT } from './project.js';

const GUIDE = readProject('CONTRIBUTING.md');

describe('the guide for those who take part', () => {
  it('tells every step of the test command, in its order', () => {
    const steps = [...readProject('test/run.ts').matchAll(/name: '(\w+)',/g)].map(([, name]) => name);
    const told = rowsOf(sectionOf(GUIDE, 'El comando de pruebas')).map(([name = '']) => codesIn(name)[0]);
    expect(told).to.deep.equal(steps);
    expect(steps.length).to.be.above(8);
  });

  it('draws the levels as the check of the layers has them', () => {
    const section = sectionOf(GUIDE, 'Dónde va cada cosa');
    const drawn = [...section.matchAll(/^(\d) {2}(.+)$/gm)].flatMap(([, level = '', places = '']) =>
      places
        .trim()
        .split(/\s{2,}/)
        .map((place) => [place.replace(/\/.*$/, ''), Number(level)] as const),
    );
    for (const [place, level] of drawn) expect(levelOf(place), place).to.equal(level);
    const told = rowsOf(section).map(([place = '']) => codesIn(place)[0]?.replace('/', ''));
    const folders = drawn.map(([place]) => place).filter((place) => !/^(index|auto)\.ts$/.test(place));
    expect(told.sort()).to.deep.equal(folders.sort());
  });

  it('names files and folders that are there', () => {
    const paths = codesIn(GUIDE).filter((code) =>
      /^(src|test|stories|examples|\.storybook)\/[^<]*$/.test(code),
    );
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).to.deep.equal([]);
    expect(paths.length).to.be.above(12);
  });

  it('names what stands in those files: the lists to which a source, a widget, a language is added', () => {
    expect(readProject('src/sources/protocols.ts')).to.contain('const SOURCES = {');
    expect(readProject('src/sources/recognise.ts')).to.contain('const ADDRESSES');
    expect(readProject('src/sources/recognise.ts')).to.contain('const DOCUMENTS');
    expect(readProject('src/text/languages.ts')).to.contain('const LANGUAGES');
    expect(readProject('src/widgets/define.ts')).to.contain('function defineWidget(');
    expect(JSON.parse(readProject('.rollup/widgets.json'))).to.include('card');
    expect(readProject('examples/shots.ts')).to.contain('function settled(');
  });
});
