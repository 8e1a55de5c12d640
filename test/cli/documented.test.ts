import { expect } from 'chai';
import { DATA_CODES, MANIFEST_CODES, DIMENSIONS } from '../../src/cli/check/finding.js';
import { en } from '../../src/cli/words/en.js';
import { es } from '../../src/cli/words/es.js';
import { codesIn, rowsOf, sectionOf } from '../house/markdown.js';
import { readProject } from '../house/project.js';

const CODES: readonly string[] = [...MANIFEST_CODES, ...DATA_CODES];
const PAGE = readProject('docs/comprobaciones.md');

describe('what check tells', () => {
  it('is documented by every code, in the words of the report', () => {
    const rows = rowsOf(PAGE.slice(0, PAGE.indexOf('## ')));
    const told = rows.map(([code = '', sentence = '']) => [codesIn(code)[0], sentence.trim()]);
    const known = CODES.map((code) => [code, es.finding[code as keyof typeof es.finding]]);
    expect(told.sort()).to.deep.equal(known.sort());
  });

  it('names every dimension by which data are scored', () => {
    const told = rowsOf(sectionOf(PAGE, 'Cómo se califica')).map(([name = '']) => name.trim());
    expect(told).to.deep.equal(DIMENSIONS.map((dimension) => es.dimension[dimension]));
  });

  it('is a sentence of its own for every code, in both languages', () => {
    for (const words of [es, en]) {
      const sentences = Object.values(words.finding);
      expect(new Set(sentences).size).to.equal(CODES.length);
      for (const sentence of sentences) expect(sentence).to.match(/^\p{Lu}.*\.$/u);
    }
  });

  it('is told in English as well', () => {
    expect(en.verdict(0, 0)).to.equal('All is good.');
    expect(en.verdict(2, 3)).to.equal('2 faults; a source could not be read.');
    expect(en.threshold('validity', 0.99)).to.equal('at least 99%');
  });
});
