import { expect } from 'chai';
import type { Question } from '../../src/engine/engine.js';
import { fromRows } from '../../src/table/rows.js';
import type { Notice } from '../../src/table/notice.js';
import { ask } from '../support/answer.js';

const YEARS = ['2023', '2024'];
const PLACES: readonly (readonly [name: string, inhabitants: number])[] = [
  ['Ica', 980_000],
  ['Lima', 11_200_000],
  ['Puno', 1_230_000],
];
const KINDS = ['Hurto', 'Robo', 'Estafa'];
const RATE = { value: 'sum(casos)', per: '100000 of sum(poblacion)' };

/** The inhabitants of a place, a few more each year. */
const inhabitants = (year: string, count: number): string => String(count + Number(year) * 7);

/** Rows of years, places and what `more` makes of each of these. */
const rowsOf = (more: (year: string, place: string, people: string) => string[][]): string[][] =>
  YEARS.flatMap((year) => PLACES.flatMap(([place, count]) => more(year, place, inhabitants(year, count))));

async function told(names: string[], rows: string[][], asked: Partial<Question>): Promise<Notice[]> {
  const { notices } = await ask(await fromRows(names, rows), { ...RATE, ...asked });
  return notices.filter(({ code }) => code === 'denominator-repeated');
}

describe('a denominator that is added up [STAT-04]', () => {
  const NAMES = ['anio', 'lugar', 'codigo', 'delito', 'casos', 'poblacion'];
  const perKind = rowsOf((year, place, people) =>
    KINDS.map((kind, index) => [year, place, `D${index}`, kind, String(20 + index), people]),
  );
  const repeated = {
    code: 'denominator-repeated',
    attribute: 'per',
    column: 'delito',
    value: 'poblacion',
  } as const;

  it('is told to be repeated where each kind of offence has the inhabitants of its place', async () => {
    const found = await told(NAMES, perKind, { time: 'anio', by: 'lugar' });
    expect(found.map(({ attribute, value }) => [attribute, value])).to.deep.equal([['per', 'poblacion']]);
    expect(found[0]?.column, 'the code or the name of the kind').to.be.oneOf(['codigo', 'delito']);
    const kindsAlone = perKind.map((row) => row.filter((_, index) => index !== 2));
    const names = NAMES.filter((name) => name !== 'codigo');
    expect(await told(names, kindsAlone, { time: 'anio' })).to.deep.equal([repeated]);
  });

  it('is told where each month has the inhabitants of its year', async () => {
    const months = rowsOf((year, place, people) =>
      Array.from({ length: 12 }, (_, index) => [year, String(index + 1), place, '30', people]),
    );
    const names = ['anio', 'mes', 'lugar', 'casos', 'poblacion'];
    const columns = async (asked: Partial<Question>): Promise<(string | undefined)[]> =>
      (await told(names, months, asked)).map(({ column }) => column);
    expect(await columns({ time: 'anio', by: 'lugar' })).to.deep.equal(['mes']);
    expect(await columns({ time: 'year(anio, mes)' })).to.deep.equal(['mes']);
    expect(await columns({ time: 'anio, mes' }), 'each month has its own rate').to.deep.equal([]);
    const days = months.map(([year = '', month = '', ...more]) => [
      `${year}-${month.padStart(2, '0')}`,
      ...more,
    ]);
    const found = await told(['fecha', 'lugar', 'casos', 'poblacion'], days, { time: 'year(fecha)' });
    expect(found.map(({ column }) => column)).to.deep.equal(['fecha']);
  });

  it('is not where the answer has one kind, or one rate for each', async () => {
    expect(await told(NAMES, perKind, { time: 'anio', where: "delito = 'Robo'" })).to.deep.equal([]);
    expect(await told(NAMES, perKind, { time: 'anio', by: 'delito' })).to.deep.equal([]);
  });

  it('is not where each row has its own', async () => {
    const once = rowsOf((year, place, people) => [[year, place, '90', people]]);
    expect(await told(['anio', 'lugar', 'casos', 'poblacion'], once, { time: 'anio' })).to.deep.equal([]);
    const bySex = rowsOf((year, place, people) => [
      [year, place, 'Hombre', '90', String(Number(people) - 5_000)],
      [year, place, 'Mujer', '30', people],
    ]);
    const names = ['anio', 'lugar', 'sexo', 'casos', 'poblacion'];
    expect(await told(names, bySex, { time: 'anio' })).to.deep.equal([]);
  });

  it('is not where it is the same number all over, or a weight', async () => {
    const units = perKind.map((row) => [...row.slice(0, -1), '1']);
    expect(await told(NAMES, units, { time: 'anio' })).to.deep.equal([]);
    const weights = perKind.map((row) => [...row.slice(0, -1), `${row[1]?.length ?? 0}.25`]);
    expect(await told(NAMES, weights, { time: 'anio' })).to.deep.equal([]);
  });
});
