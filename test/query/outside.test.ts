import { expect } from 'chai';
import { isOutside } from '../../src/query/outside.js';

describe('whether the rows of one condition are no part of those of another', () => {
  const CASES: readonly (readonly [part: string, whole: string, isOutside: boolean])[] = [
    ["ubigeo = '150101'", "ubigeo = '14'", true],
    ["ubigeo = '150101'", "ubigeo = '15'", false],
    ["UBIGEO = '150101'", "ubigeo = '15'", false],
    ["ubigeo = '15'", "ubigeo = '150101'", true],
    ["ubigeo = '15' and tipo = 'Robo'", "tipo = 'Robo' and ubigeo in ('14', '16')", true],
    ["ubigeo in ('1501', '1502')", "ubigeo in ('15', 'LIMA')", false],
    ["ubigeo = '15'", "ubigeo = '00'", false],
    ["departamento = 'ICA'", "departamento = 'PERU'", false],
    ["departamento = 'ICA'", "departamento = 'LIMA'", false],
    ["ubigeo = '15'", "dpto = '14'", false],
    ["ubigeo = '15' or ubigeo = '16'", "ubigeo = '14'", false],
    ["ubigeo = '15'", '*', false],
    ['', "ubigeo = '14'", false],
  ];
  for (const [part, whole, expected] of CASES) {
    it(`[STAT-07] ${part || 'nothing'} of ${whole}: ${expected ? 'surely none' : 'may be'}`, () => {
      expect(isOutside(part, whole)).to.equal(expected);
    });
  }
});
