import { expect } from 'chai';
import { allWords } from '../../support/all-words.js';
import { makeFrame } from '../../../src/widgets/figure/frame-model.js';
import { answerOf, UNSAID } from '../../support/answer.js';
import { seriesTable } from '../../support/make-table.js';

const cautionsFor = (notes?: readonly string[]): readonly string[] => {
  const answer = answerOf(seriesTable({ 2023: 5, 2024: 7 }), { metadata: notes ? { notes } : {} });
  return makeFrame(answer, UNSAID, allWords(), {}).cautions;
};

describe('what a source says must be read with its figures', () => {
  it('stands among the cautions, in its own words', () => {
    expect(cautionsFor(['Los totales no suman', '<b>Ojo</b>'])).to.deep.equal([
      'Los totales no suman',
      '<b>Ojo</b>',
    ]);
    expect(cautionsFor()).to.deep.equal([]);
  });

  it('is cut where a figure has no room for more', () => {
    const [note = ''] = cautionsFor(['palabra '.repeat(100)]);
    expect(note).to.match(/^palabra .*pal…$/);
    expect(note.length).to.be.within(290, 300);
    expect(cautionsFor(['x'.repeat(300)])).to.deep.equal(['x'.repeat(300)]);
  });
});
