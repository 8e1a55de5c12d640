import { expect } from 'chai';
import type { Notice } from '../../src/table/notice.js';
import { ask } from '../support/answer.js';
import { numbers, periods, tableOf, texts } from '../support/make-table.js';

const table = tableOf(
  texts('departamento', ['LA LIBERTAD', 'LAMBAYEQUE', 'LIMA METROPOLITANA']),
  texts('ubigeo', ['010101', '130101', '150101']),
  numbers('casos', [10, 20, 30]),
  periods('mes', ['2024-01', '2024-02', '2025-01']),
);

const told = async (where: string): Promise<readonly Notice[]> => (await ask(table, { where })).notices;

describe('a question that finds nothing', () => {
  it('tells which value the data do not have, and the nearest that they have', async () => {
    expect(await told("departamento = 'La Libertad'")).to.deep.equal([
      { code: 'no-such-value', column: 'departamento', value: 'La Libertad', nearest: 'LA LIBERTAD' },
    ]);
  });

  it('tells each of them, in any part of the condition', async () => {
    const notices = await told(
      "(departamento = 'Lambayeke' or departamento in ('Ica', 'Tumbes')) and casos > 0",
    );
    expect(notices.map(({ value }) => value)).to.deep.equal(['Lambayeke', 'Ica', 'Tumbes']);
    expect(notices[0]?.nearest).to.equal('LAMBAYEQUE');
  });

  it('names the column as the data do, and no neighbour where none is near', async () => {
    expect(await told("DEPARTAMENTO = 'xyz'")).to.deep.equal([
      { code: 'no-such-value', column: 'departamento', value: 'xyz' },
    ]);
  });

  it('tells how what has no value is asked for', async () => {
    expect((await told("departamento = ''"))[0]?.nearest).to.equal('[departamento] is null');
  });

  it('blames no value that is there', async () => {
    expect(await told("departamento = 'LAMBAYEQUE' and casos = 10")).to.deep.equal([]);
    expect(await told('casos > 100')).to.deep.equal([]);
  });

  it('says nothing where something was found', async () => {
    expect(await told("departamento = 'LAMBAYEQUE' or departamento = 'La Libertad'")).to.deep.equal([]);
  });

  it('says nothing where nothing was asked', async () => {
    expect((await ask(tableOf(texts('a', [])), { limit: '1' })).notices).to.deep.equal([]);
  });

  it('blames no year whose months are there, nor a code written without its zero', async () => {
    expect(await told('mes = 2024 and casos > 100')).to.deep.equal([]);
    expect(await told('ubigeo = 10101 and casos > 100')).to.deep.equal([]);
  });
});
