import '../support/as-module.js';
import { expect } from 'chai';
import type { SourceOptions } from '../../src/sources/source.js';
import { cellAt } from '../../src/table/cell.js';
import { statusNames } from '../../src/table/status.js';
import type { Table } from '../../src/table/table.js';
import { askFiles, gzipped, latin, type MadeFile } from '../support/made-files.js';
import { failureOf } from '../support/failure.js';
import { codes, names, texts } from '../support/read-text.js';

async function read(file: MadeFile, source: SourceOptions = {}): Promise<Table> {
  return (await askFiles({ 'd.csv': file }, 'd.csv', { source })).table;
}

/** The values and statuses of a column of numbers. */
function numbersIn(table: Table, name: string): unknown[] {
  const column = table.columns.find((each) => each.name === name);
  if (column?.kind !== 'number') throw new Error(`${name} is no column of numbers`);
  return Array.from({ length: table.length }, (_, row) => {
    const { value, status } = cellAt(column, row);
    return value ?? statusNames(status).join(' ');
  });
}

describe('a file that is read as its page declares it', () => {
  it('has the header that it is told, above which nothing is a row', async () => {
    const text = 'Observatorio,,\nAbril 2024,x,y\n,,\ndistrito,casos,tasa\nAte,3,1.5\nLince,0,0\n';
    const table = await read(text, { headerRows: '4' });
    expect(names(table)).to.deep.equal(['distrito', 'casos', 'tasa']);
    expect(texts(table, 'casos')).to.deep.equal(['3', '0']);
    expect(table.notices).to.deep.include({ code: 'lines-left-out', value: 'Observatorio', count: 2 });
  });

  it('has a header of several rows, a name over several columns being that of each', async () => {
    const text = 'ubigeo;distrito;2023;;2024;\n;;casos;tasa;casos;tasa\n150103;Ate;3;1,5;4;2\n';
    const table = await read(text, { headerRows: '1 2', headerJoin: '_' });
    expect(names(table)).to.deep.equal([
      'ubigeo',
      'distrito',
      '2023_casos',
      '2023_tasa',
      '2024_casos',
      '2024_tasa',
    ]);
    expect(texts(table, '2023_tasa')).to.deep.equal(['1.5']);
  });

  it('has no header, and columns by number', async () => {
    const table = await read('Ate,3\nLince,4\n', { headerRows: 'none' });
    expect(names(table)).to.deep.equal(['columna_1', 'columna_2']);
    expect(table.length).to.equal(2);
    expect(codes(table)).to.deep.equal([]);
  });

  it('leaves out the rows and lines that are declared as no data, and says nothing of them', async () => {
    const text = '# fuente\na,b\n(unidad),casos\n1,2\n#3,4\n5,6\nTotal,8\n';
    const table = await read(text, { commentChar: '#', commentRows: '3 7', headerRows: '2' });
    expect(texts(table, 'a')).to.deep.equal(['1', '5']);
    expect(table.notices).to.deep.equal([]);
  });

  it('is parted where it is told, whatever parts it more evenly', async () => {
    const table = await read('a|b;c|d\n1|2;3|4\n', { delimiter: ';' });
    expect(names(table)).to.deep.equal(['a|b', 'c|d']);
    const two = await read('a||b\n1||2,5\n', { delimiter: '||' });
    expect(texts(two, 'b')).to.deep.equal(['2.5']);
  });

  it('has the quotes that are declared, or none', async () => {
    const table = await read("a,b\n'x, y',1\n'it''s',2\n", { quoteChar: "'" });
    expect(texts(table, 'a')).to.deep.equal(['x, y', "it's"]);
    const none = await read('a,b\n"x,1\n', { quoteChar: 'none' });
    expect(texts(none, 'a')).to.deep.equal(['"x']);
  });

  it('is read to its end where a quote is not closed, and that is told', async () => {
    const table = await read("a,b\n'x,1\ny,2\n", { quoteChar: "'" });
    expect(texts(table, 'b')).to.deep.equal(['1', '2']);
    expect(table.notices).to.deep.include({ code: 'quote-unclosed', line: 2 });
  });

  it('has the marks of thousands that are declared, and nothing is read in another way', async () => {
    const text = 'zona;casos\nA;1.234.567\nB;1.234\nC;12\nD;s/d\nE;1,5\n';
    const table = await read(text, { groupChar: '.', decimalChar: ',' });
    expect(numbersIn(table, 'casos')).to.deep.equal([1234567, 1234, 12, 'missing', 1.5]);
    const spaced = await read("zona;casos\nA;1'234,5\nB;2\n", { groupChar: "'", decimalChar: ',' });
    expect(numbersIn(spaced, 'casos')).to.deep.equal([1234.5, 2]);
  });

  it('[REL-13] keeps codes as text also where thousands are declared', async () => {
    const table = await read('codigo,casos\n010.101,"1,234"\n', { groupChar: ',' });
    expect(texts(table, 'codigo')).to.deep.equal(['010.101']);
    expect(numbersIn(table, 'casos')).to.deep.equal([1234]);
  });

  it('tells why values are missing, as declared, before what their signs usually mean', async () => {
    const text = 'zona,casos\nA,5\nB,-\nC,x\nD,S/D\nE,999\nF,\n';
    const table = await read(text, { missingValues: 'S/D, 999; - = notApplicable; x = missing' });
    expect(numbersIn(table, 'casos')).to.deep.equal([
      5,
      'notApplicable',
      'missing',
      'missing',
      'missing',
      'missing',
    ]);
  });

  it('takes the words for no value out of texts too', async () => {
    const table = await read('zona,casos\nNinguna,5\nAte,3\n', { missingValues: 'Ninguna' });
    expect(texts(table, 'zona')).to.deep.equal(['', 'Ate']);
  });

  it('[REL-12] has the letters of the encoding that is declared', async () => {
    const table = await read(Uint8Array.from([0x61, 0x0a, 0xa4]), { encoding: 'macintosh' });
    expect(texts(table, 'a')).to.deep.equal(['§']);
    const utf16 = await read(Uint8Array.from([0x61, 0, 0x0a, 0, 0xf1, 0]), { encoding: 'UTF-16LE' });
    expect(texts(utf16, 'a')).to.deep.equal(['ñ']);
    const western = await read(latin('año\nÑaña'), { encoding: 'latin-1' });
    expect(texts(western, 'año')).to.deep.equal(['Ñaña']);
    expect(codes(western)).to.deep.equal([]);
  });

  it('[REL-12] tells where its letters are not of that encoding, and which are known', async () => {
    expect(codes(await read(latin('a\nÑaña'), { encoding: 'utf-8' }))).to.deep.equal(['encoding-unfit']);
    const { details } = await failureOf(read('a\n1', { encoding: 'klingon' }), 'bad-attribute');
    expect(details).to.deep.include({ attribute: 'encoding', value: 'klingon' });
  });

  it('[SEC-10] keeps columns of any name', async () => {
    const text = '__proto__;constructor\n1;2\n';
    const table = await read(text, { headerRows: '1', missingValues: 'toString' });
    expect(names(table)).to.deep.equal(['__proto__', 'constructor']);
    expect(texts(table, '__proto__')).to.deep.equal(['1']);
  });

  it('is as it is without a declaration, where that says what is so', async () => {
    const text = '\ufeffa;b;c\r\n1;"x; ""y""";2,5\r\n3;"dos\nlíneas";4\r\n';
    const plain = await read(text);
    const declared = await read(text, { delimiter: ';', quoteChar: '"', headerRows: '1', headerJoin: ' ' });
    for (const name of names(plain)) expect(texts(declared, name), name).to.deep.equal(texts(plain, name));
  });
});

describe('a file that was packed', () => {
  it('is read whatever its name and whatever it is', async () => {
    const csv = gzipped('a,b\n1,2\n');
    expect(texts(await read(csv), 'b')).to.deep.equal(['2']);
    const files = { 'd.csv.gz': csv, 'd.json': gzipped('[{"a":7}]'), d: csv };
    expect(texts((await askFiles(files, 'd.csv.gz')).table, 'b')).to.deep.equal(['2']);
    expect(texts((await askFiles(files, 'd.json')).table, 'a')).to.deep.equal(['7']);
    expect(texts((await askFiles(files, 'd')).table, 'a')).to.deep.equal(['1']);
    expect(texts(await read(gzipped(latin('a\nñ')), { encoding: 'latin1' }), 'a')).to.deep.equal(['ñ']);
  });

  it('[SEC-13] is stopped where it unpacks to more than a reply may be', async () => {
    const bomb = gzipped(new Uint8Array(40 * 1024 * 1024));
    const { details } = await failureOf(read(bomb), 'too-big');
    expect(details).to.include({ what: 'bytes', limit: 32 * 1024 * 1024 });
    const asked = { maxBytes: '10000' };
    await failureOf(askFiles({ 'd.csv': gzipped('a\n' + '1\n'.repeat(9000)) }, 'd.csv', asked), 'too-big');
  });

  it('[REL-02] is damaged where it is cut short, and no data where it holds none', async () => {
    await failureOf(read(gzipped('a,b\n1,2\n'.repeat(50)).subarray(0, 20)), 'malformed');
    await failureOf(read(gzipped('<html>')), 'not-data');
    await failureOf(read(gzipped('')), 'empty-reply');
    await failureOf(read(gzipped(gzipped('a\n1'))), 'not-data');
  });
});
