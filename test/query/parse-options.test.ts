import { expect } from 'chai';
import { parseNames } from '../../src/query/parse-list.js';
import { parseLimit, parseMeasures, parseSort, parseTime } from '../../src/query/parse-options.js';
import { parsePer } from '../../src/query/parse-per.js';
import { measureNames } from '../../src/query/measure-names.js';
import { EMPTY_QUERY } from '../../src/query/query.js';
import { fromRows, toRows } from '../../src/table/rows.js';
import { ask } from '../support/answer.js';
import { isDataError, thrownBy } from '../support/thrown.js';

describe('names in an attribute', () => {
  it('are parted at commas that stand outside quotes', () => {
    expect(parseNames('modalidad, Tipo de delito')).to.deep.equal(['modalidad', 'Tipo de delito']);
    expect(parseNames('"a, b", [c, d], `e, f`, g')).to.deep.equal(['a, b', 'c, d', 'e, f', 'g']);
    expect(parseNames(' , a ,, ')).to.deep.equal(['a']);
    expect(parseNames('')).to.deep.equal([]);
  });
});

describe('value', () => {
  it('names columns, and how their values become one', () => {
    expect(parseMeasures('sum(cantidad), AVG("tasa, cruda"), count(), count(*), n')).to.deep.equal([
      { aggregate: 'sum', column: 'cantidad' },
      { aggregate: 'avg', column: 'tasa, cruda' },
      { aggregate: 'count', column: null },
      { aggregate: 'count', column: null },
      { aggregate: null, column: 'n' },
    ]);
  });

  it('refuses a verb that it does not know, and one without a column, and says what there is', async () => {
    const table = await fromRows(['cantidad'], [['1']]);
    for (const value of ['suma(cantidad)', 'suma(cantidad), sum(cantidad)']) {
      const unknown = await thrownBy(() => ask(table, { value }));
      expect([unknown.code, unknown.details.attribute]).to.deep.equal(['bad-expression', 'value']);
      expect(unknown.details.expected).to.include('sum(columna)');
    }
    const empty = await thrownBy(() => parseMeasures('sum()'));
    expect(empty.details.expected).to.deep.equal(['sum(columna)']);
  });

  it('takes for a column what reads like an unknown verb, where there is one so named', async () => {
    const table = await fromRows(['anio', 'Tasa (por 100 mil)', 'Max (mm) hoy'], [['2024', '1.5', '2']]);
    expect(toRows(await ask(table, { value: 'Tasa (por 100 mil)' }))).to.deep.equal([['1.5']]);
    expect(toRows(await ask(table, { value: 'max(Tasa (por 100 mil)), sum([Max (mm) hoy])' }))).to.deep.equal(
      [['1.5', '2']],
    );
    expect(toRows(await ask(table, { value: 'Max (mm) hoy' }))).to.deep.equal([['2']]);
  });

  it('tells where a parenthesis is missing', async () => {
    for (const value of ['sum(Robo', 'SUM (Robo', 'count(Robo', 'sum(Robo, Hurto']) {
      const { code, details } = await thrownBy(() => parseMeasures(value));
      expect([code, details.position]).to.deep.equal(['bad-expression', value.length]);
      expect(details.expected?.[0]).to.match(/\(Robo\)$/);
    }
  });

  it('gives each measure its own name in the answer', () => {
    const names = (value: string, by: string[] = []): string[] =>
      measureNames({ ...EMPTY_QUERY, by, measures: parseMeasures(value) });
    expect(names('sum(a)')).to.deep.equal(['a']);
    expect(names('sum(a), avg(a), max(b), count()')).to.deep.equal(['sum(a)', 'avg(a)', 'b', 'count()']);
    expect(names('count(lugar)', ['lugar'])).to.deep.equal(['count(lugar)']);
  });
});

describe('time', () => {
  it('names columns, or how long the periods are to be', () => {
    expect(parseTime('anio, mes')).to.deep.equal({ time: ['anio', 'mes'] });
    expect(parseTime('Quarter( fecha )')).to.deep.equal({ time: ['fecha'], every: 'quarter' });
    expect(parseTime('month(anio, mes)')).to.deep.equal({ time: ['anio', 'mes'], every: 'month' });
  });

  it('refuses a length that there is not', async () => {
    const table = await fromRows(['fecha', 'Año (fiscal)', 'Ano (civil)'], [['2024-01-01', '2023', '2022']]);
    const { details } = await thrownBy(() => ask(table, { time: 'week(fecha)' }));
    expect(details.attribute).to.equal('time');
    expect(details.expected).to.include('month(columna)');
    const answer = await ask(table, { time: 'Ano (civil)', value: 'count()' });
    expect(toRows(answer)).to.deep.equal([['2022', '1']]);
  });
});

describe('per', () => {
  it('is a scale and what is counted against, in English or Spanish', () => {
    const per = { scale: 100_000, of: { aggregate: 'sum', column: 'poblacion' } };
    expect(parsePer('100000 of sum(poblacion)')).to.deep.equal(per);
    expect(parsePer(' 100000 de sum(poblacion) ')).to.deep.equal(per);
  });

  for (const text of [
    '',
    '100000',
    '100000 of poblacion',
    'sum(poblacion)',
    '-1 of sum(a)',
    '0.5 of sum(a)',
    '100000 of suma(a)',
  ]) {
    it(`refuses «${text}»`, async () => {
      expect((await thrownBy(() => parsePer(text))).details.attribute).to.equal('per');
    });
  }
});

describe('attributes of any length', () => {
  const LONG = 200_000;

  for (const sign of ['(', '[', '"', '`', '([', 'a(', ' ', '\n', ',', 'sum(']) {
    it(`[SEC-12] of ${JSON.stringify(sign)} over and over are read in one go`, () => {
      const text = sign.repeat(LONG / sign.length);
      parseNames(text);
      parseSort(`a${text}b`);
      for (const parse of [parseMeasures, parseTime, parsePer]) {
        for (const each of [text, `1 of ${text}a\nb`]) {
          try {
            parse(each);
          } catch (error) {
            expect(isDataError(error)).to.equal(true);
          }
        }
      }
    });
  }
});

describe('sort and limit', () => {
  it('find a measure as it was written, with a name of several words', async () => {
    const table = await fromRows(
      ['lugar', 'Nro casos'],
      [
        ['Ica', '1'],
        ['Lima', '2'],
      ],
    );
    for (const sort of ['sum([Nro casos]) desc', 'SUM( "Nro casos" ) desc', 'Nro casos desc']) {
      const asked = { value: 'sum([Nro casos])', by: 'lugar', sort };
      expect(toRows(await ask(table, asked))[0], sort).to.deep.equal(['Lima', '2']);
    }
  });

  it('tell how a direction is written', async () => {
    const table = await fromRows(['Robo'], [['1']]);
    const { code, details } = await thrownBy(() => ask(table, { sort: 'Robo descendente' }));
    expect([code, details.expected]).to.deep.equal(['bad-expression', ['Robo desc', 'Robo asc']]);
    expect((await thrownBy(() => ask(table, { sort: 'Hurto descendente' }))).code).to.equal('missing-column');
  });

  it('name columns, each with its direction', () => {
    expect(parseSort('cantidad DESC, modalidad, "Tipo desc" asc')).to.deep.equal([
      { column: 'cantidad', descending: true },
      { column: 'modalidad', descending: false },
      { column: 'Tipo desc', descending: false },
    ]);
  });

  it('take a whole number of rows, one or more', async () => {
    expect(parseLimit(' 10 ')).to.equal(10);
    for (const text of ['0', '-1', '1.5', 'diez', '1e3', '99999999']) {
      expect((await thrownBy(() => parseLimit(text))).details.value).to.equal(text);
    }
  });
});
