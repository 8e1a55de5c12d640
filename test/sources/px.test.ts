import '../support/as-module.js';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { source } from '../../src/sources/px.js';
import { cellAt, labelAt } from '../../src/table/cell.js';
import { STATUS } from '../../src/table/status.js';
import { TableBuilder } from '../../src/table/builder.js';
import type { Table } from '../../src/table/table.js';
import { failureOf } from '../support/failure.js';
import { columnNamed, period } from '../support/make-table.js';
import { codes, names, readText, texts } from '../support/read-text.js';
import { describeWith, REAL } from '../support/real-files.js';

const values = (table: Table): number[] => [...columnNamed(table, 'value', 'number').values];
const px = (...lines: string[]): string => lines.join('\n');

/** Reports by place and month. */
const HEAD = [
  'CHARSET="ANSI";',
  'AXIS-VERSION="2013";',
  'LANGUAGE="sv";',
  'LANGUAGES="sv","es";',
  'TITLE="Anmälningar";',
  'TITLE[es]="Denuncias por lugar y mes";',
  'CONTENTS[es]="Denuncias";',
  'CONTENTS="Anmälningar";',
  'UNITS="antal";',
  'UNITS[es]="casos";',
  'STUB="plats";',
  'STUB[es]="lugar";',
  'HEADING="tid";',
  'HEADING[es]="mes";',
  'VALUES("plats")="Lima","Hela;landet";',
  'VALUES[es]("lugar")="Lima","Todo el "',
  '"país";',
  'CODES("plats")="01","__proto__";',
  'VALUES("tid")="2024M01","2024M02";',
  'TIMEVAL("tid")=TLIST(M1),"202401","202402";',
];

const sample = (data: string, ...more: string[]): string => px(...HEAD, ...more, `DATA=\n${data};`);

describe('a PX file', () => {
  it('becomes a row for each cell, with codes, names in Spanish, periods and a unit', async () => {
    const text = sample('1 2\n3 4');
    const { table, part } = await readText(source, text);
    expect(names(table)).to.deep.equal(['plats', 'tid', 'value']);
    expect(texts(table, 'plats')).to.deep.equal(['01', '01', '__proto__', '__proto__']);
    const place = columnNamed(table, 'plats', 'text');
    expect([place.label, labelAt(place, 2)]).to.deep.equal(['lugar', 'Todo el país']);
    expect(cellAt(columnNamed(table, 'tid', 'period'), 1).value).to.deep.equal(period('2024-02'));
    const value = columnNamed(table, 'value', 'number');
    expect([value.unit, value.label, values(table)]).to.deep.equal(['casos', 'Denuncias', [1, 2, 3, 4]]);
    expect(part.metadata?.title).to.equal('Denuncias por lugar y mes');
  });

  it('says by its own legend what dots and dashes mean', async () => {
    const legend = [
      'DATASYMBOL1="not applicable";',
      'DATASYMBOL2="Dato confidencial";',
      'DATASYMBOLNIL="cero";',
    ];
    const { table } = await readText(source, sample('"." ".."\n"-" 4', ...legend));
    expect(values(table)).to.deep.equal([NaN, NaN, 0, 4]);
    expect([...columnNamed(table, 'value', 'number').statuses]).to.deep.equal([
      STATUS.notApplicable,
      STATUS.suppressed,
      0,
      0,
    ]);
  });

  it('without a legend takes no dash for a zero', async () => {
    const { table } = await readText(source, sample('"-" -\n... 4'));
    expect(values(table)).to.deep.equal([NaN, NaN, NaN, 4]);
    expect([...columnNamed(table, 'value', 'number').statuses].slice(0, 3)).to.deep.equal([1, 1, 1]);
  });

  it('with keys has only the rows that it holds, and the others stay without a value', async () => {
    const { table } = await readText(source, sample('"__proto__",7 8', 'KEYS("plats")=CODES;'));
    expect(values(table)).to.deep.equal([NaN, NaN, 7, 8]);
  });

  it('shows the notes that must be shown and tells the others', async () => {
    const notes = [
      'NOTEX="Ojo#con esto";',
      'NOTE="Otra cosa";',
      'CELLNOTEX("Lima","*")="Cambio de método";',
      'VALUENOTE("plats","Lima")="Solo la ciudad";',
    ];
    const { part } = await readText(source, sample('1 2 3 4', ...notes));
    expect(part.metadata?.notes).to.deep.equal(['Ojo con esto', 'Lima: Cambio de método']);
    expect(part.metadata?.description).to.contain('Otra cosa').and.to.contain('Lima: Solo la ciudad');
  });

  it('has units of its own for each content, and decimals as it wants them shown', async () => {
    const { table } = await readText(
      source,
      px(
        'CONTVARIABLE="qué";STUB="qué";HEADING="año";DECIMALS=2;SHOWDECIMALS=1;',
        'VALUES("qué")="Hurtos","Tasa";VALUES("año")="2023";TIMEVAL("año")=TLIST(A1,"2023"-"2023");',
        'UNITS("Hurtos")="casos";UNITS("Tasa")="por 1000";DATA=5 2.25;',
      ),
    );
    expect(labelAt(columnNamed(table, 'qué', 'text'), 1)).to.equal('Tasa (por 1000)');
    expect(columnNamed(table, 'value', 'number'))
      .to.include({ decimals: 1 })
      .and.not.have.property('unit');
  });

  it('reads periods that only TIMEVAL tells', async () => {
    const text = px(
      'STUB="t";HEADING="x";VALUES("t")="first","second";VALUES("x")="a";',
      'TIMEVAL("t")=TLIST(Q1),"20241","20242";DATA=1 2;',
    );
    expect(texts((await readText(source, text)).table, 't')).to.deep.equal(['2024-Q1', '2024-Q2']);
  });

  it('is decoded as it says itself', async () => {
    const text = px('CODEPAGE="windows-1251";STUB="x";HEADING="y";VALUES("x")="@";VALUES("y")="b";DATA=1;');
    const bytes = Uint8Array.from(text, (sign) => (sign === '@' ? 0xc6 : sign.charCodeAt(0)));
    const builder = new TableBuilder();
    const part = await source.parse({ url: 'https://x.example/a.px', text: '', bytes }, builder, {});
    const table = await builder.finish({ columns: part.columns ?? [] });
    expect([texts(table, 'x'), part.notices]).to.deep.equal([['Ж'], []]);
  });

  it('with a cell too few or too many is not read at all', async () => {
    await failureOf(readText(source, sample('1 2 3')), 'malformed');
    await failureOf(readText(source, sample('1 2 3 4 5')), 'malformed');
    await failureOf(readText(source, sample('"Nadie" 1 2', 'KEYS("plats")=CODES;')), 'malformed');
    await failureOf(readText(source, 'STUB="a";HEADING="b";DATA=1;'), 'malformed');
    await failureOf(readText(source, 'STUB="a;HEADING="b";DATA=1;'), 'malformed');
    await failureOf(readText(source, '{"error":"no"}'), 'not-data');
  });
});

describeWith(`${REAL}pxweb`, 'a PX file of Statistics Sweden', () => {
  it('has 24 cells, six of them signs, and says what must be known of them', async () => {
    const bytes = new Uint8Array(readFileSync(`${REAL}pxweb/datasymbols.px`));
    const builder = new TableBuilder();
    const part = await source.parse({ url: 'https://x.example/a.px', text: '', bytes }, builder, {});
    const table = await builder.finish({ columns: part.columns ?? [], notices: part.notices ?? [] });
    expect(names(table)).to.deep.equal(['region', 'age', 'period', 'sex', 'value']);
    expect(table.length).to.equal(24);
    const men = values(table).filter((_, row) => texts(table, 'sex')[row] === '1');
    expect(men).to.deep.equal([456, 613, 835, 590, 771, 924, 14, 21, 26, 17, 13, 20]);
    expect(values(table).filter(Number.isNaN)).to.have.length(6);
    expect(labelAt(columnNamed(table, 'region', 'text'), 12)).to.equal('0114 Upplands Väsby');
    expect(cellAt(columnNamed(table, 'period', 'period'), 0).value).to.deep.equal(period('2003'));
    expect(codes(table)).to.deep.equal(Array<string>(6).fill('unknown-status'));
    expect(part.metadata).to.include({ publisher: 'Statistics Sweden', updated: '2004-02-12' });
    expect(part.metadata?.notes?.slice(0, 3)).to.deep.equal([
      'Mandatory English note',
      'region: Mandatory footnote for region.',
      'age: Mandatory footnote for age.',
    ]);
    expect(part.metadata?.description).to.contain('Parts of Södertälje municipality');
    expect(part.metadata?.description).to.contain('20, men: Cellnote 20 year old men');
  });
});
