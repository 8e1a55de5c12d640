import { expect } from 'chai';
import { en } from '../../../src/text/en.js';
import type { Words } from '../../../src/text/words.js';
import { bars } from '../../../src/text/es/bars.js';
import { map } from '../../../src/text/es/map.js';
import { measures } from '../../../src/text/es/measures.js';
import { trend } from '../../../src/text/es/trend.js';
import { peruGrid } from '../../../src/sources/peru-departments.js';
import { fromRows } from '../../../src/table/rows.js';
import type { Table } from '../../../src/table/table.js';
import { makeBars, type BarsModel } from '../../../src/widgets/bars/bars-model.js';
import { makeMap, type MapOptions } from '../../../src/widgets/map/map-model.js';
import { stepModel, type StepModel } from '../../../src/widgets/map/step-model.js';
import { makeTrend, type TrendModel } from '../../../src/widgets/trend/trend-model.js';
import { twinOf } from '../../../src/widgets/trend/twin-table.js';
import { allWords } from '../../support/all-words.js';
import { answerOf, ask, saying } from '../../support/answer.js';
import { USUAL as USUAL_BARS } from '../bars/drawn-text.js';

const naming = (units: string, words = allWords()): Words => words.naming?.(units) ?? words;
const UNITS = naming('comisarías');
const TOLD = 'informaron 41 de 52 comisarías';
const WORDS_OF = /[\p{L}\p{N}][^\s]*/gu;
const ROWS = [
  ['2025', 'ICA', 90, 52, 52],
  ['2025', 'PUNO', 70, 40, 40],
  ['2026', 'ICA', 60, 41, 52],
  ['2026', 'PUNO', 75, 40, 40],
] as const;
const ASKED = { value: 'sum(casos)', reporting: 'sum(informaron) of sum(unidades)' } as const;

const rows = (of: readonly (readonly (string | number)[])[] = ROWS): Promise<Table> =>
  fromRows(['anio', 'lugar', 'casos', 'informaron', 'unidades'], of);

async function trendOf(where: string, words = UNITS, texts = trend): Promise<TrendModel> {
  const table = await ask(await rows(), { ...ASKED, time: 'anio', by: 'lugar', where });
  const options = { shape: 'line', decimals: undefined, interval: '' } as const;
  return makeTrend(answerOf(table), saying({ heading: 'Denuncias' }), options, words, texts);
}

async function barsOf(): Promise<BarsModel> {
  const table = await ask(await rows(), { ...ASKED, by: 'lugar', where: 'anio = 2026' });
  return makeBars(answerOf(table), saying({ heading: 'Denuncias' }), USUAL_BARS, UNITS, bars);
}

async function mapOf(): Promise<StepModel> {
  const table = await ask(await rows(), { ...ASKED, time: 'anio', by: 'lugar' });
  const options: MapOptions = {
    ...{ by: 'lugar', value: 'sum(casos)', per: '', unit: '', as: 'symbols', measureKind: '' },
    ...{ classes: 'quantiles', classCount: 5, decimalsShown: undefined, interval: '' },
  };
  const texts = { words: UNITS, map, measures };
  const made = makeMap(answerOf(table), peruGrid(), options, texts);
  return stepModel(made, made.lastStep, saying({ heading: 'Denuncias' }), texts);
}

const wordsIn = (text: string): number => text.match(WORDS_OF)?.length ?? 0;

describe('a value for which too few units sent data [STAT-08]', () => {
  it('says in a trend how many did: in its table, where it is read, and in the summary', async () => {
    const model = await trendOf("lugar = 'ICA'");
    expect(twinOf(model).rows.map(({ cells }) => cells)).to.deep.equal([['90'], [`60 i (${TOLD})`]]);
    expect(model.series[0]?.points[1]?.spoken).to.contain(TOLD);
    expect(model.summary).to.contain(`En 2026 ${TOLD}.`);
    expect(wordsIn(model.summary)).to.be.at.most(60);
  });

  it('says nothing of it where enough did, nor in the summary of several series', async () => {
    expect((await trendOf("lugar = 'PUNO'")).summary).not.to.contain('informaron');
    expect((await trendOf('')).summary).not.to.contain(TOLD);
  });

  it('says it of units without a name, and in English', async () => {
    const plain = await trendOf("lugar = 'ICA'", allWords());
    expect(plain.summary).to.contain('En 2026 informaron 41 de 52 unidades.');
    const english = await trendOf("lugar = 'ICA'", naming('stations', allWords(en)), en.trend);
    expect(english.summary).to.contain('41 of 52 stations reported.');
  });

  it('says it in bars: where one is read, in the table and in the summary', async () => {
    const { panels, table, summary } = await barsOf();
    const ica = panels[0]?.rows.find(({ name }) => name === 'ICA');
    expect(ica?.spoken).to.contain(TOLD);
    expect(ica?.cases).to.equal('');
    expect(table.rows.find(({ header }) => header === 'ICA')?.cells.join()).to.contain(TOLD);
    expect(table.rows.find(({ header }) => header === 'PUNO')?.cells.join()).not.to.contain('informaron');
    expect(summary).to.contain(`ICA (${TOLD})`);
    expect(wordsIn(summary)).to.be.at.most(60);
  });

  it('says it in a map: where a place is read, in the list and in the summary', async () => {
    const model = await mapOf();
    const place = model.map.places.findIndex(({ name }) => name === 'Ica');
    expect(model.readout(place)).to.contain(TOLD);
    expect(model.ranking.find(({ name }) => name === 'Ica')?.text).to.equal(`60 i (${TOLD})`);
    expect(model.summary).to.contain(TOLD);
    expect(wordsIn(model.summary)).to.be.at.most(60);
  });

  it('says that it is not known where either number is not', async () => {
    const table = await ask(await rows([['2026', 'ICA', 60, '', 52]]), { ...ASKED, time: 'anio' });
    const options = { shape: 'line', decimals: undefined, interval: '' } as const;
    const model = makeTrend(answerOf(table), saying({ heading: 'Denuncias' }), options, UNITS, trend);
    expect(model.summary).to.contain('En 2026 no se sabe cuántas unidades informaron.');
  });
});
