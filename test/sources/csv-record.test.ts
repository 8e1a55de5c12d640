import { expect } from 'chai';
import fc from 'fast-check';
import Papa from 'papaparse';
import { readQuotedRecord } from '../../src/sources/csv-record.js';

/** All records of a text, or the place where one is not as RFC 4180 has it. */
function readAll(text: string, delimiter = ','): string[][] | number {
  const records: string[][] = [];
  for (let from = 0; from < text.length;) {
    const record = readQuotedRecord(text, from, delimiter);
    if (!record) return from;
    records.push(record.cells);
    from = record.next;
  }
  return records;
}

describe('a record with quotes', () => {
  it('keeps delimiters, line ends and doubled quotes within quotes', () => {
    expect(readAll('"a,b","c\nd\r\ne","f""g",""\n')).to.deep.equal([['a,b', 'c\nd\r\ne', 'f"g', '']]);
    expect(readAll('"","",x\n')).to.deep.equal([['', '', 'x']]);
    expect(readAll('""""')).to.deep.equal([['"']]);
  });

  it('ends at any line end, and at the end of the text', () => {
    expect(readAll('"a",1\n"b",2\r\n"c",3\r"d",4')).to.deep.equal([
      ['a', '1'],
      ['b', '2'],
      ['c', '3'],
      ['d', '4'],
    ]);
  });

  it('keeps an empty last cell', () => {
    expect(readAll('"a",\n"b",')).to.deep.equal([
      ['a', ''],
      ['b', ''],
    ]);
  });

  it('is not read where quotes are otherwise: within a cell, after one, not closed', () => {
    for (const text of ['a"b,c\n', '"a"b,c\n', '"a" ,c\n', '"a,c\n', ' "a",c\n', 'a,"b\n"c\n']) {
      expect(readAll(text), text).to.equal(0);
    }
    expect(readAll('"a",1\nb"c,2\n')).to.equal(6);
  });

  it('reads what PapaParse writes as PapaParse reads it', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'ab1,;"\n\r .ñ') });
    // PapaParse takes a text without anything for no record at all.
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    const delimiter = fc.constantFrom(',', ';', '\t', '|');
    fc.assert(
      fc.property(
        rows,
        delimiter,
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        (wanted, sign, newline, quotes) => {
          const text = Papa.unparse(wanted, { delimiter: sign, newline, quotes });
          expect(readAll(text, sign)).to.deep.equal(wanted.map((row) => [...row]));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('reads any text as PapaParse does, as far as it reads it', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab,,"""\n\n '), maxLength: 30 });
    fc.assert(
      fc.property(text, (wild) => {
        const read = readAll(wild);
        if (typeof read === 'number') return;
        // PapaParse counts one more, empty record after a last line end.
        const expected = Papa.parse<string[]>(wild, { delimiter: ',', newline: '\n' }).data;
        if (wild.endsWith('\n') || wild === '') expected.pop();
        expect(read).to.deep.equal(expected);
      }),
      { numRuns: 5000 },
    );
  });
});
