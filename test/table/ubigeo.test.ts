import { expect } from 'chai';
import fc from 'fast-check';
import { toRows, fromRows } from '../../src/table/rows.js';
import { repairUbigeo } from '../../src/table/ubigeo.js';
import { texts } from '../support/make-table.js';

async function repaired(
  ...cells: (string | number)[]
): Promise<{ words: string[]; told: number | undefined }> {
  const table = await fromRows(
    ['ubigeo'],
    cells.map((cell) => [cell]),
  );
  const notice = table.notices.find(({ code }) => code === 'codes-padded');
  return { words: toRows(table).map(([word]) => word ?? ''), told: notice?.count };
}

describe('UBIGEO codes', () => {
  it('[REL-13] get back the zero that a spreadsheet took, and it is told', async () => {
    expect(await repaired('10202', '150101')).to.deep.equal({ words: ['010202', '150101'], told: 1 });
    expect(await repaired(10202, 150101)).to.deep.equal({ words: ['010202', '150101'], told: 1 });
  });

  it('written both ways become one code', () => {
    const { column } = repairUbigeo(texts('ubigeo', ['010202', '10202', '150101', '10202']));
    expect([...column.words]).to.deep.equal(['010202', '150101']);
    expect([...column.codes]).to.deep.equal([0, 0, 1, 0]);
  });

  it('of departments 01 to 09 alone, all one digit short, are mended too', async () => {
    expect(await repaired('10101', '20101')).to.deep.equal({ words: ['010101', '020101'], told: 2 });
    expect(await repaired('1', '9', '15')).to.deep.equal({ words: ['01', '09', '15'], told: 2 });
    expect(await repaired('101', '1501')).to.deep.equal({ words: ['0101', '1501'], told: 1 });
  });

  for (const [what, cells] of [
    ['whole ones', ['010101', '150101']],
    ['those of several levels', ['01', '0101', '010101']],
    ['short ones of several levels', ['1', '101', '10101']],
    ['those that are too long', ['1010101', '15010101']],
  ] as const) {
    it(`leaves ${what} as they are, and says nothing`, async () => {
      expect(await repaired(...cells)).to.deep.equal({ words: [...cells], told: undefined });
    });
  }

  it('keeps words beside the codes, and cells without one', async () => {
    expect((await repaired('10101', '', '150101', 'PERU')).words).to.deep.equal([
      '010101',
      '',
      '150101',
      'PERU',
    ]);
  });

  it('[REL-13] lose the decimals of a program that took them for numbers', async () => {
    expect(await repaired('10101.0', '150101.0', '')).to.deep.equal({
      words: ['010101', '150101', ''],
      told: 2,
    });
    expect((await repaired('150101.5')).words).to.deep.equal(['150101.5']);
  });

  it('of any list of districts survive the loss of their zeros', () => {
    const code = fc.integer({ min: 10101, max: 259999 });
    fc.assert(
      fc.property(fc.array(code, { minLength: 1 }), (codes) => {
        const whole = codes.map((each) => String(each).padStart(6, '0'));
        const { column } = repairUbigeo(texts('ubigeo', codes.map(String)));
        expect(Array.from(column.codes, (each) => column.words[each])).to.deep.equal(whole);
      }),
    );
  });

  it('does not touch the column that it was given', () => {
    const column = texts('ubigeo', ['10202', '150101']);
    repairUbigeo(column);
    expect(column).to.deep.equal(texts('ubigeo', ['10202', '150101']));
  });
});
