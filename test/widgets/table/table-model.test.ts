import { expect } from 'chai';
import { en } from '../../../src/text/en.js';
import { measures } from '../../../src/text/es/measures.js';
import { allWords } from '../../support/all-words.js';
import { sortedRows } from '../../../src/query/sort.js';
import { fromRows } from '../../../src/table/rows.js';
import {
  asRead,
  makeTableModel,
  matchingRows,
  type TableModel,
} from '../../../src/widgets/table/table-model.js';
import type { Question } from '../../../src/engine/engine.js';
import { answerOf, ask, saying } from '../../support/answer.js';
import { numbers, tableOf, texts } from '../../support/make-table.js';

const rows = [
  ['Ica', '2', '1000'],
  ['Lima', '30', '1000'],
];

const modelOf = async (asked: Partial<Question>): Promise<TableModel> =>
  makeTableModel(
    answerOf(await ask(await fromRows(['lugar', 'n', 'p'], rows), asked)),
    saying({}),
    undefined,
    allWords(),
    measures,
  );

describe('a table', () => {
  it('[STAT-04] says of a rate that there are too few cases for it', async () => {
    const model = await modelOf({ value: 'sum(n)', by: 'lugar', per: '1000 of sum(p)' });
    expect([model.cell(0, 1), model.cell(0, 2).text]).to.deep.equal([
      { text: 'n. a.', marks: '', meaning: 'menos de 3 casos: no se calcula tasa' },
      '2',
    ]);
    expect(model.cell(1, 1)).to.deep.equal({ text: '30.0', marks: '', meaning: '' });
    expect(model.frame.legend).to.deep.equal(['n. a.: menos de 3 casos: no se calcula tasa']);
  });

  it('names what it measures in words', async () => {
    const counted = await modelOf({ value: 'count()', by: 'lugar' });
    expect(counted.headers.map(({ label }) => label)).to.deep.equal(['lugar', 'Número de registros']);
    const several = await modelOf({ value: 'avg(n), max(n)', by: 'lugar' });
    expect(several.headers.map(({ label }) => label)).to.deep.equal([
      'lugar',
      'Promedio de n',
      'Máximo de n',
    ]);
    expect(several.frame.heading).to.equal('Promedio de n, Máximo de n');
    const rate = await modelOf({ value: 'count()', by: 'lugar', per: '1000 of sum(p)' });
    expect(rate.headers.at(-1)?.label).to.equal('n (Número de registros)');
  });

  it('[STAT-04] has the ends of an interval as columns, named in words, with the unit of the rate', async () => {
    const asked = { value: 'sum(n)', by: 'lugar', per: '1000 of sum(p)', interval: '95' };
    const model = await modelOf(asked);
    expect(model.headers.map(({ label }) => label)).to.deep.equal([
      'lugar',
      'n',
      'n (n)',
      'Límite inferior (confianza del 95%)',
      'Límite superior (confianza del 95%)',
    ]);
    expect([3, 4].map((column) => model.cell(1, column).text)).to.deep.equal(['20.2', '42.8']);
    expect(model.cell(0, 3).text).to.equal('n. a.');
    const table = await ask(await fromRows(['lugar', 'n', 'p'], rows), asked);
    const english = makeTableModel(answerOf(table), saying({}), undefined, allWords(en), en.table.measures);
    expect(english.headers.at(-1)?.label).to.equal('Upper limit (95% confidence)');
  });

  it('says a unit that is the name of its column once', () => {
    const count = numbers('n', [1], { role: 'measure', label: 'Denuncias' });
    const unitBeside = (unit: string): string | undefined =>
      makeTableModel(answerOf(tableOf(count)), saying({ unit }), undefined, allWords(), measures).headers[0]
        ?.unit;
    expect([unitBeside('denuncias'), unitBeside('víctimas')]).to.deep.equal(['', 'víctimas']);
  });

  it('shows codes by their names, and finds rows by either', () => {
    const words = allWords();
    const geo = texts('geo', ['ES', 'PE'], { wordLabels: ['España', 'Perú'] });
    const table = tableOf(geo, numbers('n', [1, 2]));
    const model = makeTableModel(answerOf(table), saying({}), undefined, words, measures);
    expect([model.cell(0, 0).text, model.cell(1, 0).text]).to.deep.equal(['España', 'Perú']);
    expect([...matchingRows(table, 'espana', words)]).to.deep.equal([0]);
    expect([...matchingRows(table, 'pe', words)]).to.deep.equal([1]);
    const places = texts('geo', ['DE', 'ES', 'CH'], { wordLabels: ['Alemania', 'España', 'Suiza'] });
    const sorted = sortedRows(tableOf(places), [[asRead(places), false]]);
    expect([...sorted]).to.deep.equal([0, 1, 2]);
  });

  it('names the columns of rows as the source does', async () => {
    expect((await modelOf({})).headers.map(({ label }) => label)).to.deep.equal(['lugar', 'n', 'p']);
  });
});
