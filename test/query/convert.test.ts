import { expect } from 'chai';
import { TableBuilder } from '../../src/table/builder.js';
import { fromRows, toRows } from '../../src/table/rows.js';
import { ask } from '../support/answer.js';
import { columnNamed } from '../support/make-table.js';
import { thrownBy } from '../support/thrown.js';

describe('a column used as something else than it was read as', () => {
  it('text that is measured becomes numbers; cells that are none are missing and told', async () => {
    const table = await fromRows(
      ['lugar', 'n'],
      [
        ['a', '5'],
        ['b', 'muchos'],
        ['c', '1,234'],
      ],
    );
    expect(columnNamed(table, 'n', 'text').words).to.have.length(3);
    const answer = await ask(table, { value: 'n' });
    expect([...columnNamed(answer, 'n', 'number').values]).to.deep.equal([5, NaN, 1234]);
    expect(answer.notices.map(({ code }) => code)).to.include('unreadable-number');
    expect(answer.notices.find(({ code }) => code === 'unreadable-number')).to.deep.include({
      value: 'muchos',
      count: 1,
      line: 2,
    });
  });

  it('[REL-13] is read as the rest of its file is: its decimal mark, the order of its dates', async () => {
    const builder = new TableBuilder(['n', 'tasa', 'fecha', 'corte']);
    builder.add(['1.234', '5,5', '1/8/2024', '1/24/2024']);
    builder.add(['muchos', '6,1', 'sin fecha', '1/24/2024']);
    const table = await builder.finish();
    const answer = await ask(table, { value: 'n', time: 'fecha' });
    expect(toRows(answer)).to.deep.equal([['2024-01-08', '1234']]);
    const declared = new TableBuilder(['n']);
    for (const cell of ['1.234', 'muchos']) declared.add([cell]);
    expect(toRows(await ask(await declared.finish({ decimal: ',' }), { value: 'n' }))).to.deep.equal([
      ['1234'],
      [''],
    ]);
  });

  it('text without any number in it is a mistake of the page, told with its first word', async () => {
    const table = await fromRows(['lugar'], [['Lima']]);
    const { code, details } = await thrownBy(() => ask(table, { value: 'sum(lugar)' }));
    expect(code).to.equal('not-a-number');
    expect(details).to.deep.include({ attribute: 'value', value: 'lugar: Lima' });
  });

  it('a denominator of text is a mistake of its own attribute', async () => {
    const table = await fromRows(['casos', 'lugar'], [[5, 'Lima']]);
    const { details } = await thrownBy(() => ask(table, { value: 'sum(casos)', per: '1000 of sum(lugar)' }));
    expect(details.attribute).to.equal('per');
  });

  it('numbers that break it down become words', async () => {
    const table = await fromRows(
      ['edad', 'n'],
      [
        [30, 1],
        [30, 2],
        [4.5, 3],
        ['', 4],
      ],
    );
    const answer = await ask(table, { value: 'sum(n)', by: 'edad' });
    expect(answer.columns[0]).to.deep.include({ kind: 'text', role: 'dimension' });
    expect(toRows(answer)).to.deep.equal([
      ['30', '3'],
      ['4.5', '3'],
      ['', '4'],
    ]);
  });

  it('a period that breaks it down stays one', async () => {
    const table = await fromRows(
      ['mes', 'anio', 'n'],
      [
        ['2024-01', '2024', 1],
        ['2024-02', '2024', 2],
      ],
    );
    const answer = await ask(table, { value: 'sum(n)', by: 'anio' });
    expect(answer.columns[0]?.kind).to.equal('period');
    expect(toRows(answer)).to.deep.equal([['2024', '3']]);
  });

  it('names columns as the data do, whatever the capitals and accents of the page', async () => {
    const table = await fromRows(['Año', 'Región', 'n'], [['2024', 'a', 1]]);
    const answer = await ask(table, { value: 'N', time: 'ano', by: 'REGION' });
    expect(answer.columns.map(({ name }) => name)).to.deep.equal(['Año', 'Región', 'n']);
  });

  it('every attribute that names a column names it where it is not there', async () => {
    const table = await fromRows(['anio', 'n'], [['2024', 1]]);
    for (const attribute of ['value', 'time', 'by', 'status', 'sort'] as const) {
      const { code, details } = await thrownBy(() => ask(table, { value: 'n', [attribute]: 'otra' }));
      expect([code, details.attribute, details.value]).to.deep.equal(['missing-column', attribute, 'otra']);
      expect(details.expected).to.include('n');
    }
  });

  it('a column may be counted and be the time, or the breakdown, at once', async () => {
    const table = await fromRows(
      ['anio', 'edad'],
      [
        ['2024', 30],
        ['2024', 31],
        ['2023', 30],
      ],
    );
    expect(toRows(await ask(table, { value: 'count(anio)', time: 'anio' }))).to.deep.equal([
      ['2023', '1'],
      ['2024', '2'],
    ]);
    expect(toRows(await ask(table, { value: 'count(edad)', by: 'edad' }))).to.deep.equal([
      ['30', '2'],
      ['31', '1'],
    ]);
  });

  it('numbers that break it down may be measured as well', async () => {
    const table = await fromRows(['edad'], [[30], [30], [31]]);
    expect(toRows(await ask(table, { value: 'sum(edad)', by: 'edad' }))).to.deep.equal([
      ['30', '60'],
      ['31', '31'],
    ]);
  });

  it('words and periods may be counted, and only where they are', async () => {
    const table = await fromRows(
      ['lugar', 'fecha'],
      [
        ['a', '2024-01-01'],
        ['', '2024-01-02'],
        ['b', ''],
      ],
    );
    const answer = await ask(table, { value: 'count(lugar), count(fecha), count()' });
    expect(toRows(answer)).to.deep.equal([['2', '2', '3']]);
  });

  it('a period cannot be added up along itself, and the page is told', async () => {
    const table = await fromRows(['anio'], [['2024'], ['2023']]);
    for (const value of ['sum(anio)', 'anio']) {
      const { code, details } = await thrownBy(() => ask(table, { value, time: 'ANIO' }));
      expect([code, details.attribute, details.value]).to.deep.equal(['bad-expression', 'value', 'anio']);
      expect(details.expected).to.deep.equal(['count(anio)']);
    }
  });
});
