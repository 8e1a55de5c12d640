import { expect } from 'chai';
import { en } from '../../../src/text/en.js';
import { comparison } from '../../../src/text/es/comparison.js';
import { fromRows } from '../../../src/table/rows.js';
import type { Table } from '../../../src/table/table.js';
import type { ComparedWith } from '../../../src/widgets/card/card-reference.js';
import type { CardModel } from '../../../src/widgets/card/card-model.js';
import { allWords } from '../../support/all-words.js';
import { ask } from '../../support/answer.js';
import { cardOf } from '../../support/make-card.js';
import { numbers, seriesTable, tableOf, type NumberCell } from '../../support/make-table.js';

const peru = (table: Table | undefined, hasFailed = false): ComparedWith => ({
  name: 'Perú',
  table,
  hasFailed,
  messages: comparison,
});

type Cells = Readonly<Record<string, NumberCell>>;
const RATE = 'por 100 mil habitantes';

/** The card of one place beside the country. */
const beside = (own: Cells, country: Cells, unit = RATE, decimals = 1): CardModel =>
  cardOf(seriesTable(own, { decimals }), { unit }, { compared: peru(seriesTable(country, { decimals })) });

describe('a card beside another place', () => {
  it('[STAT-07] tells by how much a rate is above or below it, in the same period', () => {
    const card = beside({ 2023: 9.3, 2024: 10.7 }, { 2023: 7.9, 2024: 8.1, 2025: 20 });
    expect(card.reference).to.equal('Perú: 8.1; 2.6 por encima');
    expect(card.label).to.include('Perú: 8.1; 2.6 por encima');
    expect(beside({ 2024: 5 }, { 2024: 8.1 }).reference).to.equal('Perú: 8.1; 3.1 por debajo');
    expect(beside({ 2024: 8.1 }, { 2024: 8.1 }).reference).to.equal('Perú: 8.1; el mismo valor');
    expect(beside({ 2024: 8.14 }, { 2024: 8.1 }).reference).to.equal('Perú: 8.1; 0.04 por encima');
  });

  it('[STAT-05] [STAT-07] tells points of percentages, never per cent of them', () => {
    expect(beside({ 2024: 30 }, { 2024: 27.7 }, '%').reference).to.equal(
      'Perú: 27.7%; 2.3 puntos porcentuales por encima',
    );
  });

  it('[STAT-07] tells of a count only its share of the larger place, and never of fewer than 20', () => {
    expect(beside({ 2024: 1200 }, { 2024: 22361 }, 'denuncias', 0).reference).to.equal(
      '5.4% del total de Perú (22,361 denuncias)',
    );
    expect(beside({ 2024: 3 }, { 2024: 19 }, 'denuncias', 0).reference).to.equal('Perú: 19');
    expect(beside({ 2024: 30 }, { 2024: 19 }, 'denuncias', 0).reference).to.equal(
      'Perú: 19; no se compara: son cantidades de lugares distintos',
    );
  });

  it('[STAT-07] tells no share of a place that its codes say it is no part of', () => {
    const lima = { ...peru(seriesTable({ 2024: 22361 })), name: 'Lima', isOutside: true };
    const card = cardOf(seriesTable({ 2024: 1200 }), { unit: 'denuncias' }, { compared: lima });
    expect(card.reference).to.equal('Lima: 22,361; no se compara: son cantidades de lugares distintos');
  });

  it('[STAT-07] tells why where a status forbids to compare', () => {
    const said = (own: NumberCell, country: NumberCell): string =>
      beside({ 2024: own }, { 2024: country }).reference;
    expect(said(10, 'suppressed')).to.equal('Perú: sin dato de 2024');
    expect(said(10, [8, 'incomplete'])).to.equal('Perú: 8.0 i; no se compara: falta parte de los datos');
    expect(said([10, 'incomplete'], 8)).to.equal('Perú: 8.0; no se compara: falta parte de los datos');
    expect(said(10, [8, 'forecast'])).to.equal('Perú: 8.0 f');
    expect(said(10, [8, 'provisional'])).to.equal('Perú: 8.0 p; 2.0 por encima');
    expect(said('missing', 8)).to.equal('');
    const parted = beside({ 2023: 9, 2024: 10 }, { 2023: 7, 2024: [8, 'break'] });
    expect(parted.reference).to.equal('Perú: 8.0 b; no se compara: cambió la forma de medir');
  });

  it('[STAT-07] with intervals tells whether the difference is clear', async () => {
    const rows = [
      ['LIMA', 2024, 100, 1_000_000],
      ['ICA', 2024, 60, 1_000_000],
      ['PERU', 2024, 1100, 11_500_000],
    ];
    const table = await fromRows(['lugar', 'anio', 'casos', 'pob'], rows);
    const asked = { value: 'sum(casos)', time: 'anio', per: '100000 of sum(pob)', interval: '95' };
    const of = (lugar: string): Promise<Table> => ask(table, { ...asked, where: `lugar = '${lugar}'` });
    const country = peru(await of('PERU'));
    const told = async (lugar: string): Promise<string> =>
      cardOf(await of(lugar), { per: asked.per }, { interval: '95', compared: country }).reference;
    expect(await told('LIMA')).to.equal('Perú: 9.6; sin diferencia estadísticamente clara');
    expect(await told('ICA')).to.equal('Perú: 9.6; 3.6 por debajo');
  });

  it('compares figures that have no time', () => {
    const alone = (value: number): Table =>
      tableOf(numbers('tasa', [value], { role: 'measure', decimals: 1 }));
    const card = cardOf(alone(9), { unit: RATE }, { compared: peru(alone(8)) });
    expect(card.reference).to.equal('Perú: 8.0; 1.0 por encima');
    const none = cardOf(alone(9), { unit: RATE }, { compared: peru(alone(NaN)) });
    expect(none.reference).to.equal('Perú: sin dato');
  });

  it('[REL-02] keeps its own figure while the other is on its way, and says so where it does not come', () => {
    const own = seriesTable({ 2024: 10 });
    const waiting = cardOf(own, {}, { compared: peru(undefined) });
    expect([waiting.value, waiting.reference]).to.deep.equal(['10', '']);
    const failed = cardOf(own, {}, { compared: peru(undefined, true) });
    expect([failed.value, failed.reference]).to.deep.equal([
      '10',
      'No se pudieron mostrar los datos de Perú para comparar.',
    ]);
  });

  it('speaks English', () => {
    const compared = { ...peru(seriesTable({ 2024: 8 })), name: 'Peru', messages: en.comparison };
    const card = cardOf(
      seriesTable({ 2024: 10 }, { decimals: 1 }),
      { unit: 'per 100,000' },
      { compared },
      allWords(en),
    );
    expect(card.reference).to.equal('Peru: 8.0; 2.0 above');
  });
});
