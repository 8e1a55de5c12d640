import { expect } from 'chai';
import { fromRows, toRows } from '../../src/table/rows.js';
import { TableBuilder } from '../../src/table/builder.js';
import type { DecimalMark } from '../../src/table/number-notation.js';
import type { Table } from '../../src/table/table.js';
import { typeColumns } from '../../src/table/typing.js';
import { ask } from '../support/answer.js';
import { columnNamed, texts } from '../support/make-table.js';

const column = (name: string, cells: readonly string[]): Promise<Table> =>
  fromRows(
    [name],
    cells.map((cell) => [cell]),
  );

const kindOf = async (name: string, ...cells: string[]): Promise<string | undefined> =>
  (await column(name, cells)).columns[0]?.kind;

async function valuesOf(table: Promise<Table>, name = 'valor'): Promise<number[]> {
  return [...columnNamed(await table, name, 'number').values];
}

/** A file of several columns, as the page declares it and its protocol usually writes. */
function file(
  columns: Readonly<Record<string, readonly string[]>>,
  options: { decimal?: DecimalMark; fallback?: DecimalMark } = {},
): Promise<Table> {
  const builder = new TableBuilder(Object.keys(columns));
  const cells = Object.values(columns);
  (cells[0] ?? []).forEach((_, row) => builder.add(cells.map((each) => each[row])));
  return builder.finish(options);
}

const codesOf = ({ notices }: Table): string[] => notices.map(({ code }) => code);

describe('codes', () => {
  it('[REL-13] keep their zeros and stay text', async () => {
    const table = await column('lugar', ['01', '15', '070101']);
    expect(table.columns[0]?.kind).to.equal('text');
    expect(toRows(table)).to.deep.equal([['01'], ['15'], ['070101']]);
  });

  for (const name of [
    'ubigeo',
    'UBIGEO_HECHO',
    'cod_dep',
    'codDepto',
    'Código',
    'Cve. Municipio',
    'id',
    'RUC',
    'DNI',
  ]) {
    it(`are never numbers in a column called «${name}»`, async () => {
      expect(await kindOf(name, '150101', '130101')).to.equal('text');
    });
  }

  for (const name of ['incidencias', 'modalidad', 'codos', 'identificados', 'edad']) {
    it(`are not suspected in a column called «${name}»`, async () => {
      expect(await kindOf(name, '15', '13')).to.equal('number');
    });
  }

  it('one zero in front makes codes of the whole column', async () => {
    expect(await kindOf('lugar', '15', '13', '01')).to.equal('text');
    expect(await kindOf('casos', '15', '0', '13')).to.equal('number');
  });
});

describe('years', () => {
  for (const name of ['anio', 'Año', 'ANIO_HECHO', 'year', 'Ejercicio', 'periodo', 'añoHecho']) {
    it(`are seen by the name «${name}»`, async () => {
      expect(await kindOf(name, '2023', '2024')).to.equal('period');
    });
  }

  it('are not seen in four digits alone', async () => {
    expect(await kindOf('denuncias', '2023', '2024')).to.equal('number');
    expect(await kindOf('danio', '2023', '2024')).to.equal('number');
  });

  it('[REL-13] months without a mark are numbers, until a page takes them for its time', async () => {
    const table = await fromRows(
      ['periodo', 'n'],
      [
        ['202409', '1'],
        ['202410', '2'],
      ],
    );
    expect(table.columns[0]?.kind).to.equal('number');
    expect(toRows(await ask(table, { value: 'n', time: 'periodo' }))).to.deep.equal([
      ['2024-09', '1'],
      ['2024-10', '2'],
    ]);
  });

  it('are no years where one cell is none', async () => {
    expect(await kindOf('anio', '2023', '3024')).to.equal('number');
  });
});

describe('the decimal mark', () => {
  it('[REL-13] is what the column itself proves', async () => {
    expect(await valuesOf(column('valor', ['1.234', '5,5']))).to.deep.equal([1234, 5.5]);
    expect(await valuesOf(column('valor', ['1,234', '5.5']))).to.deep.equal([1234, 5.5]);
  });

  it('[REL-13] is what another column of the file proves, where its own cells prove none', async () => {
    const table = await file({ tasa: ['5,5', '6,1'], valor: ['1.234', '2.500'] });
    expect([...columnNamed(table, 'valor', 'number').values]).to.deep.equal([1234, 2500]);
  });

  it('is not taken from columns of text, nor from a file whose columns disagree', async () => {
    const prose = await file({ nota: ['unos 5,5', '6,1'], valor: ['1.234', '2.500'] });
    expect([...columnNamed(prose, 'valor', 'number').values]).to.deep.equal([1.234, 2.5]);
    const torn = await file({ a: ['5,5'], b: ['5.5'], valor: ['1.234'] }, { fallback: ',' });
    expect([...columnNamed(torn, 'valor', 'number').values]).to.deep.equal([1234]);
  });

  it('[REL-13] is not proven by codes such as 5.1', async () => {
    const table = await file({ codigo: ['5.1', '7.1'], valor: ['1.234', '2.500'] }, { fallback: ',' });
    expect([...columnNamed(table, 'valor', 'number').values]).to.deep.equal([1234, 2500]);
  });

  it('[REL-13] is the other one where a mark seems to part thousands: never without it over 999', async () => {
    for (const fallback of ['.', ','] as const) {
      const counts = file({ a: ['999', '1,234', '0'], b: ['74', '322.225', ''] }, { fallback });
      expect(await valuesOf(counts, 'a')).to.deep.equal([999, 1234, 0]);
      expect(await valuesOf(counts, 'b')).to.deep.equal([74, 322225, NaN]);
      expect(codesOf(await counts)).to.deep.equal(['decimal-assumed', 'decimal-assumed']);
    }
    expect(await valuesOf(column('valor', ['999', '1.234', '1234']))).to.deep.equal([999, 1.234, 1234]);
    expect(await valuesOf(file({ valor: ['999', '1.234'] }, { decimal: '.' }))).to.deep.equal([999, 1.234]);
    expect(await valuesOf(file({ tasa: ['5.5', '6.1'], valor: ['74', '1.234'] }))).to.deep.equal([74, 1.234]);
  });

  it('is the one usual in such files, where nothing in the file proves one', async () => {
    const cells = { valor: ['1.234', '2.500'] };
    expect(await valuesOf(file(cells, { fallback: ',' }))).to.deep.equal([1234, 2500]);
    expect(await valuesOf(file(cells))).to.deep.equal([1.234, 2.5]);
  });

  it('is told where it was assumed, and only there', async () => {
    const cells = { valor: ['1.234', '2.500'] };
    const [notice] = (await file(cells, { fallback: ',' })).notices;
    expect(notice).to.deep.equal({ code: 'decimal-assumed', column: 'valor', value: ',' });
    expect(codesOf(await file(cells, { decimal: ',' }))).to.deep.equal([]);
    expect(codesOf(await file({ valor: ['1.234', '2,5'] }))).to.deep.equal([]);
    expect(codesOf(await file({ valor: ['12.34', '2.5'] }))).to.deep.equal([]);
  });

  it('[REL-13] of the page holds over the rest of the file, and what a column proves over the page', async () => {
    const mixed = { tasa: ['5.5'], valor: ['1.234'] };
    expect(await valuesOf(file(mixed, { decimal: ',' }))).to.deep.equal([1234]);
    expect(await valuesOf(file({ valor: ['12.5'] }, { decimal: ',' }))).to.deep.equal([12.5]);
  });
});

describe('numbers', () => {
  it('carry why they are not there', async () => {
    const { values, statuses } = columnNamed(
      await column('valor', ['5', '', 's/d', 'x', 'z', '7 p/']),
      'valor',
      'number',
    );
    expect([...values]).to.deep.equal([5, NaN, NaN, NaN, NaN, 7]);
    expect([...statuses]).to.deep.equal([0, 1, 1, 2, 4, 8]);
  });

  it('know how many decimals the source wrote, and a unit of per cent', async () => {
    expect(columnNamed(await column('valor', ['26', '27.75', '8.5']), 'valor', 'number').decimals).to.equal(
      2,
    );
    expect(columnNamed(await column('valor', ['26%', '27.7 %']), 'valor', 'number').unit).to.equal('%');
  });

  it('[REL-13] one cell that is none leaves the column text, so that nothing is lost', async () => {
    const table = await column('valor', ['5', 'seis']);
    expect(table.columns[0]?.kind).to.equal('text');
    expect(toRows(table)).to.deep.equal([['5'], ['seis']]);
  });

  it('are not made of cells that all say only why there is none', async () => {
    expect(await kindOf('valor', 's/d', 'n.d.')).to.equal('text');
  });

  it('of a column that mixes marks are not guessed', async () => {
    const table = await column('valor', ['1.5', '2,5', '1.234']);
    expect(table.columns[0]?.kind).to.equal('text');
    expect(codesOf(await column('valor', ['1.5', '2,5']))).to.deep.equal(['decimal-mixed']);
  });
});

describe('columns of one file', () => {
  it('are typed each by its own cells, in their order', () => {
    const typed = typeColumns(
      [texts('mes', ['set-24', 'oct-24']), texts('nota', ['a', '1']), texts('n', ['1 234,5', '7'])],
      undefined,
      '.',
    );
    expect(typed.map((each) => each.column.kind)).to.deep.equal(['period', 'text', 'number']);
  });

  it('[REL-13] of dates are read by the order that another column proves, where their own can be read both ways', async () => {
    const table = await file({
      fecha_descarga: ['1/8/2024', '2/8/2024'],
      fecha_corte: ['1/24/2024', 's/d'],
      nota: ['13/01/2024 se cerró', '14/01/2024'],
    });
    expect(toRows(table)[0]).to.deep.equal(['2024-01-08', '2024-01-24', '13/01/2024 se cerró']);
    const torn = await file({ a: ['1/8/2024'], b: ['1/24/2024'], c: ['24/1/2024'] });
    expect(toRows(torn)[0]).to.deep.equal(['2024-08-01', '2024-01-24', '2024-01-24']);
  });

  it('of dates are read by the order that fits all of them', async () => {
    const table = await column('fecha', ['11/05/2012', '11/13/2012']);
    expect(toRows(table)).to.deep.equal([['2012-11-05'], ['2012-11-13']]);
  });
});
