import { expect } from 'chai';
import type { Question } from '../../src/engine/engine.js';
import { fromRows } from '../../src/table/rows.js';
import type { Table } from '../../src/table/table.js';
import { toJson } from '../../src/table/to-json.js';
import { writtenColumns } from '../../src/table/to-csv.js';
import { measures } from '../../src/text/es/measures.js';
import { trend } from '../../src/text/es/trend.js';
import { statusSymbols } from '../../src/text/status-symbols.js';
import { makeTableModel } from '../../src/widgets/table/table-model.js';
import { makeTrend } from '../../src/widgets/trend/trend-model.js';
import { allWords } from '../support/all-words.js';
import { answerOf, ask, saying, UNSAID } from '../support/answer.js';
import { answerRows } from '../support/answer-rows.js';
import { thrownBy } from '../support/thrown.js';

const RATES = [
  ['anio', 'tasa'],
  ['2022', '5.9'],
  ['2023', '9.3'],
  ['2024', '6.3'],
];

const LISTED = {
  value: 'tasa',
  time: 'anio',
  revisions: '2024: 6.1 until 2026-08-12; 2023: 9.3 hasta 2025-01-25',
};

const tableOf = ([names, ...rows]: readonly (readonly string[])[]): Promise<Table> =>
  fromRows(names ?? [], rows);

/** Each row as the file has it. */
function fileOf(table: Table): string[] {
  const columns = writtenColumns(table, () => 'estado', statusSymbols);
  return [
    columns.map(({ name }) => name).join(';'),
    ...Array.from({ length: table.length }, (_, row) => columns.map(({ cell }) => cell(row)).join(';')),
  ];
}

describe('a value that its source has revised', () => {
  it('[STAT-13] has the status of one, what it was before, and until when, in columns of its own', async () => {
    expect(fileOf(await ask(await tableOf(RATES), LISTED))).to.deep.equal([
      'anio;tasa;estado;previous (tasa);revised (tasa)',
      '2022;5.9;;;',
      '2023;9.3;;;',
      '2024;6.3;r;6.1;2026-08-12',
    ]);
  });

  it('[STAT-13] is told to readers with both, under every figure', async () => {
    const { cautions } = await answerRows(RATES, LISTED);
    expect(cautions).to.deep.equal(['2024: revisado el 12 ago. 2026 (antes 6.1).']);
  });

  it('[STAT-13] is not told where it is the same in all the decimals that the source writes', async () => {
    const answer = await ask(await tableOf(RATES), { ...LISTED, revisions: '2024: 6.31 until 2026-08-12' });
    expect(fileOf(answer)).to.deep.equal(['anio;tasa', '2022;5.9', '2023;9.3', '2024;6.3']);
  });

  it('[STAT-13] may say so in columns of its own, in each part of a breakdown', async () => {
    const rows = [
      ['anio', 'lugar', 'tasa', 'antes', 'fecha'],
      ['2024', 'Ica', '6.3', '6.1', '2026-08-12'],
      ['2023', 'Ica', '5.0', '', ''],
      ['2024', 'Lima', '8.0', '7.5', '2026-08-13'],
      ['2023', 'Lima', '7.0', '7.0', '2026-08-13'],
    ];
    const asked = { value: 'tasa', time: 'anio', by: 'lugar', revisions: 'antes, fecha' };
    expect(fileOf(await ask(await tableOf(rows), asked))).to.deep.equal([
      'anio;lugar;tasa;estado;previous (tasa);revised (tasa)',
      '2023;Ica;5;;;',
      '2023;Lima;7;;;',
      '2024;Ica;6.3;r;6.1;2026-08-12',
      '2024;Lima;8;r;7.5;2026-08-13',
    ]);
    const { cautions } = await answerRows(rows, asked);
    expect(cautions).to.deep.equal([
      '2024 · Lima: revisado el 13 ago. 2026 (antes 7.5).',
      '2024 · Ica: revisado el 12 ago. 2026 (antes 6.1).',
    ]);
    const undated = await answerRows(rows, { ...asked, revisions: 'antes' });
    expect(undated.cautions).to.include('2024 · Ica: revisado (antes 6.1).');
  });

  it('[STAT-13] are counted where they are many, the last ones told', async () => {
    const years = Array.from({ length: 8 }, (_, index) => [String(2015 + index), '2', '1']);
    const { cautions } = await answerRows([['anio', 'n', 'antes'], ...years], {
      value: 'n',
      time: 'anio',
      revisions: 'antes',
    });
    expect(cautions).to.have.length(4);
    expect(cautions.at(-1)).to.equal('5 valores más fueron revisados.');
  });

  it('[STAT-13] is marked in the table, the chart and its summary', async () => {
    const answer = answerOf(await ask(await tableOf(RATES), LISTED));
    const words = allWords();
    const table = makeTableModel(answer, UNSAID, undefined, words, measures);
    expect(table.headers.map(({ label }) => label)).to.deep.equal([
      'Periodo',
      'tasa',
      'Valor anterior',
      'Fecha de la revisión',
    ]);
    expect([0, 1, 2, 3].map((column) => table.cell(2, column).text)).to.deep.equal([
      '2024',
      '6.3',
      '6.1',
      '2026-08-12',
    ]);
    expect(table.cell(2, 1)).to.include({ marks: 'r', meaning: 'revisado' });
    expect(table.cell(0, 2)).to.include({ text: 'n. a.' });
    const options = { shape: 'line', decimals: undefined, interval: '' } as const;
    const drawn = makeTrend(answer, saying({ heading: 'Tasa' }), options, words, trend);
    expect(drawn.summary).to.include('Revisado: 2024.');
    expect(drawn.series[0]?.points[2]?.text).to.equal('6.3 r');
  });

  it('[STAT-09] is hidden with what it was, where that is a small count', async () => {
    const rows = [
      ['anio', 'n'],
      ['2023', '9'],
      ['2024', '1'],
    ];
    const asked = { value: 'n', time: 'anio', revisions: '2024: 2 until 2026-08-12', suppressUnder: '3' };
    const answer = await ask(await tableOf(rows), asked);
    const json = toJson(answer, () => 'estado', statusSymbols);
    expect(json)
      .to.include('"estado":"c"')
      .and.to.not.match(/previous|revised|:2|:1[,}]/);
    expect((await answerRows(rows, asked)).cautions.join()).to.not.include('revisado');
  });

  it('of a period that is not there is told to the owner of the page', async () => {
    const { notices } = await answerRows(RATES, { ...LISTED, revisions: '2030: 6.1 until 2026-08-12' });
    expect(notices).to.deep.equal([{ code: 'no-such-value', attribute: 'revisions', value: '2030' }]);
  });

  it('is refused where it cannot be read, or nobody could tell which value is meant', async () => {
    const table = await tableOf(RATES);
    const failing = async (asked: Partial<Question>): Promise<unknown> =>
      (await thrownBy(() => ask(table, { ...LISTED, ...asked }))).details;
    for (const revisions of [
      '2024: 6.1',
      '2024: 6.1 until 2026',
      '2024: seis until 2026',
      'ayer: 6.1 until 2026',
      '2024: 6,1 until 2026',
      'a, b, c',
    ])
      expect(await failing({ revisions })).to.deep.equal({
        attribute: 'revisions',
        value: revisions,
        expected: [
          '2024: 6.1 until 2026-08-12; 2023: 9.2 until 2025-01-25',
          'tasa_anterior, fecha_de_revision',
        ],
      });
    expect(await failing({ value: 'sum(tasa)', revisions: 'antes' })).to.have.property(
      'attribute',
      'revisions',
    );
    expect(await failing({ revisions: 'antes' })).to.deep.include({ attribute: 'revisions', value: 'antes' });
    expect(await failing({ by: 'tasa', value: 'count()' })).to.have.property('attribute', 'revisions');
  });
});
