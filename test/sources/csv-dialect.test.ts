import { expect } from 'chai';
import fc from 'fast-check';
import Papa from 'papaparse';
import { findDialect } from '../../src/sources/csv-dialect.js';

const delimiterOf = (text: string): string => findDialect(text).delimiter;

describe('how a delimited file is written', () => {
  it('is told by the delimiter that parts its lines most evenly', () => {
    expect(delimiterOf('a,b\n1,2\n')).to.equal(',');
    expect(delimiterOf('a;b\n1,5;2,5\n')).to.equal(';');
    expect(delimiterOf('a\tb\n1\t2\n')).to.equal('\t');
    expect(delimiterOf('a|b\n1|2\n')).to.equal('|');
    expect(delimiterOf('lugar;nota\nLima;robo, hurto, otros\nIca;a, b\n')).to.equal(';');
    expect(delimiterOf('lugar,nota\nLima,"a;b;c"\nIca,"d;e;f"\n')).to.equal(',');
  });

  it('is not the comma where another parts the lines as evenly', () => {
    expect(delimiterOf('lugar;tasa, por mil\nLima;1,5\nIca;2,5\n')).to.equal(';');
    expect(delimiterOf('lugar|tasa, por mil\nLima|1,5\n')).to.equal('|');
  });

  it('is told by most lines, where a title stands above or a line is too short', () => {
    expect(delimiterOf('Denuncias, por año\nanio;casos\n2023;5\n2024;6\n')).to.equal(';');
    expect(delimiterOf('a;b;c\n1;2\n3;4;5\n6;7;8\n')).to.equal(';');
  });

  it('is none where nothing parts most lines, nor the header: a number keeps its comma', () => {
    for (const text of ['', 'solo', 'a\n1\n2\n', 'a\n1,234.5\n5\n6\n'])
      expect(delimiterOf(text)).to.equal('\0');
  });

  it('is told by the header where most lines are too short', () => {
    expect(delimiterOf('a,b\n1\n2\n3\n')).to.equal(',');
    expect(delimiterOf('a;b\n1,5\n2\n3\n')).to.equal(';');
  });

  it('is told by an Excel sep= line, which is not the header', () => {
    expect(findDialect('sep=;\na;b\n')).to.deep.equal({ delimiter: ';', start: 6 });
    expect(findDialect('SEP=|\r\na|b\r\n')).to.deep.equal({ delimiter: '|', start: 7 });
    expect(findDialect('sep=,\na;b,c\n').delimiter).to.equal(',');
    expect(findDialect('separado;b\n1;2').start).to.equal(0);
  });

  it('does not look for delimiters and line ends within quotes', () => {
    expect(delimiterOf('a,"b;c\nd;e"\n1,"2;3\n4;5"\n')).to.equal(',');
    expect(delimiterOf('"a;x";"b,y"\n"1,2";"3,4"\n')).to.equal(';');
  });

  it('[REL-12] is found again for any table with a plain header, however its cells look', () => {
    const delimiter = fc.constantFrom(',', ';', '\t', '|');
    const newline = fc.constantFrom('\n', '\r\n');
    const row = fc.array(fc.string({ unit: fc.constantFrom(...'ab1,;|\t"\n\r .') }), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(delimiter, newline, fc.boolean(), fc.array(row), (sign, end, quotes, rows) => {
        const text = Papa.unparse([['uno', 'dos', 'tres'], ...rows], {
          delimiter: sign,
          newline: end,
          quotes,
        });
        expect(findDialect(text).delimiter).to.equal(sign);
      }),
      { numRuns: 2000 },
    );
  });
});
