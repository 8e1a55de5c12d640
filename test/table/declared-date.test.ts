import { expect } from 'chai';
import { readDate } from '../../src/table/declared-date.js';

const DATES: readonly (readonly [string, string, string | undefined])[] = [
  ['05/12/2024', '%d/%m/%Y', '2024-12-05'],
  ['12-05-24', '%m-%d-%y', '2024-12-05'],
  ['5.12.2024 10:30', '%d.%m.%Y %H:%M', '2024-12-05'],
  ['2024-09', '%Y-%m', '2024-09'],
  ['2024', 'fmt:%Y', '2024'],
  ['setiembre 2024', '%B %Y', '2024-09'],
  ['5 dic. 2024', '%d %b %Y', '2024-12-05'],
  ['05/12/2024', 'dd/MM/yyyy', '2024-12-05'],
  ['5.12.2024', 'd.M.yyyy', '2024-12-05'],
  ['2014-04-12T19:30', 'yyyy-MM-ddTHH:mm', '2014-04-12'],
  ['2014-04-12T19:30:05.123', "yyyy-MM-dd'T'HH:mm:ss.SSS", '2014-04-12'],
  ['20140412', 'yyyyMMdd', '2014-04-12'],
  ['2024-12-05', '%d/%m/%Y', undefined],
  ['05/12', '%d/%m', undefined],
  ['', '%d/%m/%Y', undefined],
  ['05/12/2024', '%q', undefined],
  ['1', '%f'.repeat(30), undefined],
  ['x', '[(', undefined],
];

describe('a date whose format is declared', () => {
  for (const [word, format, iso] of DATES) {
    it(`${word} as ${format} is ${iso ?? 'none'}`, () => {
      expect(readDate(word, format)).to.equal(iso);
    });
  }
});
