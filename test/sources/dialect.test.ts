import { expect } from 'chai';
import { parseMissingValues, parseWritten } from '../../src/sources/declared-values.js';
import { parseDialect } from '../../src/sources/parse-dialect.js';
import type { SourceOptions } from '../../src/sources/source.js';
import { STATUS } from '../../src/table/status.js';
import { thrownBy } from '../support/thrown.js';

describe('how a page says that a file is written', () => {
  it('is nothing where it says nothing', () => {
    expect(parseDialect({})).to.deep.equal({});
    expect(parseDialect({ delimiter: '', headerRows: ' ', quoteChar: '' })).to.deep.equal({});
    expect(parseWritten({ missingValues: ' ' })).to.equal(undefined);
  });

  it('is what parts cells, also a tab as it can be written', () => {
    expect(parseDialect({ delimiter: '\\t' }).delimiter).to.equal('\t');
    expect(parseDialect({ delimiter: ' ' }).delimiter).to.equal(' ');
    expect(parseDialect({ delimiter: '||' }).delimiter).to.equal('||');
  });

  it('is rows of a header, one or several, or none', () => {
    expect(parseDialect({ headerRows: '4 5' }).headerRows).to.deep.equal([4, 5]);
    expect(parseDialect({ headerRows: '5, 4' }).headerRows).to.deep.equal([4, 5]);
    expect(parseDialect({ headerRows: '2..4' }).headerRows).to.deep.equal([2, 3, 4]);
    expect(parseDialect({ headerRows: 'None' }).headerRows).to.deep.equal([]);
  });

  it('is rows that are no data, one by one or from one to another', () => {
    expect(parseDialect({ commentRows: '1 2 9..12' }).commentRows).to.deep.equal([
      [1, 1],
      [2, 2],
      [9, 12],
    ]);
  });

  it('goes before what a description says, word by word', () => {
    const dialect = { delimiter: ';', headerRows: [3], quoteChar: "'" };
    expect(parseDialect({ dialect, headerRows: '1' })).to.deep.equal({ ...dialect, headerRows: [1] });
  });

  it('is what stands for no value, and why', () => {
    const { missing, notApplicable, suppressed } = STATUS;
    expect([...parseMissingValues('S/D, n.d.; - = notApplicable; x = suppressed')]).to.deep.equal([
      ['S/D', missing],
      ['n.d.', missing],
      ['-', notApplicable],
      ['x', suppressed],
    ]);
    expect([...parseMissingValues('","; "=" = not-applicable;')]).to.deep.equal([
      [',', missing],
      ['=', notApplicable],
    ]);
    expect([...parseMissingValues('__proto__')]).to.deep.equal([['__proto__', missing]]);
  });

  const MISTAKES: readonly (readonly [string, SourceOptions])[] = [
    ['delimiter', { delimiter: '"' }],
    ['delimiter', { delimiter: 'punto y coma' }],
    ['quote-char', { quoteChar: 'comillas' }],
    ['header-rows', { headerRows: 'cuatro' }],
    ['header-rows', { headerRows: '0' }],
    ['header-rows', { headerRows: '5..4' }],
    ['header-rows', { headerRows: '1..999999' }],
    ['comment-rows', { commentRows: '1-' }],
    ['comment-char', { commentChar: 'comentario' }],
  ];
  for (const [attribute, options] of MISTAKES) {
    it(`is a mistake that names ${JSON.stringify(options)}`, async () => {
      const { code, details } = await thrownBy(() => parseDialect(options));
      expect(code).to.equal('bad-attribute');
      expect(details).to.deep.include({ attribute, value: Object.values(options)[0] as string });
      expect(details.expected).to.have.length.greaterThan(0);
    });
  }

  const WRONG_VALUES: readonly (readonly [string, SourceOptions])[] = [
    ['decimal-char', { decimalChar: 'coma' }],
    ['group-char', { groupChar: '5' }],
    ['group-char', { groupChar: ',', decimalChar: ',' }],
    ['missing-values', { missingValues: 'x = desconocido' }],
    ['missing-values', { missingValues: 'x = provisional' }],
    ['missing-values', { missingValues: 'x = __proto__' }],
    ['missing-values', { missingValues: ', a' }],
  ];
  for (const [attribute, options] of WRONG_VALUES) {
    it(`is a mistake that names ${JSON.stringify(options)}`, async () => {
      const { code, details } = await thrownBy(() => parseWritten(options));
      expect([code, details.attribute]).to.deep.equal(['bad-attribute', attribute]);
    });
  }
});
