import '../support/as-module.js';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { source as csv } from '../../src/sources/csv.js';
import { source as sdmx } from '../../src/sources/sdmx.js';
import { source } from '../../src/sources/sdmx-csv.js';
import { statusNames } from '../../src/table/status.js';
import { findColumn } from '../../src/table/table.js';
import { toRows } from '../../src/table/rows.js';
import { failureOf } from '../support/failure.js';
import { columnNamed } from '../support/make-table.js';
import { codes, names, readText, texts } from '../support/read-text.js';
import { describeWith, REAL } from '../support/real-files.js';

const lines = (...rows: readonly string[]): string => rows.join('\r\n');

/** Names beside ids, as .Stat Suite writes `csvfilewithlabels`. */
const BESIDE = lines(
  'STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Reference area,MEASURE,Measure,UNIT_MEASURE,Unit of measure,TIME_PERIOD,Time period,OBS_VALUE,Observation value,OBS_STATUS,Observation status,UNIT_MULT,Unit multiplier',
  'DATAFLOW,OECD:DF(1.0),"Delitos, por país",I,PER,Perú,010,Homicidios,PS,Personas,2023,,12,,A,Normal value,3,Miles',
  'DATAFLOW,OECD:DF(1.0),"Delitos, por país",I,COL,Colombia,010,Homicidios,PS,Personas,2024,,,,M,Missing value,3,Miles',
);

describe('SDMX-CSV', () => {
  it('is read with the names beside the ids: codes with their names, values with status and unit', async () => {
    const { table, part } = await readText(source, BESIDE);
    expect(names(table)).to.deep.equal([
      ...['REF_AREA', 'MEASURE', 'UNIT_MEASURE', 'TIME_PERIOD', 'OBS_VALUE', 'UNIT_MULT'],
    ]);
    expect(columnNamed(table, 'REF_AREA', 'text')).to.deep.include({
      label: 'Reference area',
      words: ['PER', 'COL'],
      wordLabels: ['Perú', 'Colombia'],
    });
    expect(texts(table, 'MEASURE')).to.deep.equal(['010', '010']);
    expect(findColumn(table, 'TIME_PERIOD')?.kind).to.equal('period');
    const values = columnNamed(table, 'OBS_VALUE', 'number');
    expect([values.unit, values.label]).to.deep.equal(['Personas (Miles)', 'Observation value']);
    expect(Array.from(values.statuses, statusNames)).to.deep.equal([[], ['missing']]);
    expect(part.metadata).to.deep.equal({ title: 'Delitos, por país' });
  });

  it('reads values with a decimal comma as numbers, with their statuses, and tells it', async () => {
    const { table, part } = await readText(
      source,
      lines(
        'DATAFLOW;REF_AREA;TIME_PERIOD;OBS_VALUE;OBS_STATUS',
        'A:B(1.0);PE;2022;1,5;P',
        'A:B(1.0);PE;2023;2;A',
        'A:B(1.0);PE;2024;;M',
      ),
    );
    const { values, statuses } = columnNamed(table, 'OBS_VALUE', 'number');
    expect([...values]).to.deep.equal([1.5, 2, NaN]);
    expect(Array.from(statuses, statusNames)).to.deep.equal([['provisional'], [], ['missing']]);
    expect(part.notices).to.deep.equal([{ code: 'decimal-assumed', column: 'OBS_VALUE', value: ',' }]);
  });

  it('keeps sentences with a colon whole where codes have their names in the same cells', async () => {
    const { table } = await readText(
      source,
      lines(
        'DATAFLOW,REF_AREA: Area,TIME_PERIOD: Time,OBS_VALUE: Value,NOTE: Note',
        'ILO:DF(1.0),PER: Perú,2022,3.5,Source: police',
        'ILO:DF(1.0),CHL: Chile,2022,4,Source: courts',
        'ILO:DF(1.0),PER: Perú,2023,4,',
      ),
    );
    expect(toRows(table)).to.deep.equal([
      ['PER', '2022', '3.5', 'Source: police'],
      ['CHL', '2022', '4', 'Source: courts'],
      ['PER', '2023', '4', ''],
    ]);
  });

  it('is read in version 1.0, with the statuses of Eurostat and the date of the last change', async () => {
    const { table, part } = await readText(
      source,
      lines(
        'DATAFLOW,LAST UPDATE,freq,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS',
        'ESTAT:CRIM(1.0),23/10/25 23:00:00,A,ES,2023,12.5,bp,',
        'ESTAT:CRIM(1.0),23/10/25 23:00:00,A,FR,2023,,,C',
      ),
    );
    expect(names(table)).to.deep.equal(['freq', 'geo', 'TIME_PERIOD', 'OBS_VALUE']);
    const values = columnNamed(table, 'OBS_VALUE', 'number');
    expect(Array.from(values.statuses, statusNames)).to.deep.equal([
      ['provisional', 'break'],
      ['suppressed'],
    ]);
    expect(part.metadata).to.deep.equal({ updated: '2025-10-23' });
  });

  it('leaves out rows that take something out, or say something of a part of the key, and tells it', async () => {
    const { table } = await readText(
      source,
      lines(
        'STRUCTURE,STRUCTURE_ID,ACTION,GEO,TIME_PERIOD,OBS_VALUE,NOTE[]',
        'dataflow,A:B(1.0),I,01,2023,5,"x;y"',
        'dataflow,A:B(1.0),D,02,2023,,',
        'dataflow,A:B(1.0),I,~,~,,z',
      ),
    );
    expect(toRows(table)).to.deep.equal([['01', '2023', '5', 'x;y']]);
    expect(names(table)).to.deep.equal(['GEO', 'TIME_PERIOD', 'OBS_VALUE', 'NOTE']);
    expect(codes(table)).to.deep.equal(['lines-left-out', 'lines-left-out']);
  });

  it('keeps apart the flows of one file', async () => {
    const { table } = await readText(
      source,
      lines('DATAFLOW,GEO,TIME_PERIOD,OBS_VALUE', 'A:B(1.0),PE,2023,5', 'A:C(1.0),PE,2023,7'),
    );
    expect(texts(table, 'DATAFLOW')).to.deep.equal(['A:B(1.0)', 'A:C(1.0)']);
  });

  it('keeps words where they are what was observed, and types what it does not know by its cells', async () => {
    const worded = await readText(
      source,
      lines('DATAFLOW,GEO,OBS_VALUE', 'A:B(1.0),PE,Yes', 'A:B(1.0),CO,No'),
    );
    expect(texts(worded.table, 'OBS_VALUE')).to.deep.equal(['Yes', 'No']);
    const measures = await readText(
      source,
      lines('STRUCTURE,STRUCTURE_ID,ACTION,GEO,TIME_PERIOD,CASES,RATE', 'dataflow,A:B(1.0),I,PE,2023,5,1.5'),
    );
    expect(measures.table.columns.map(({ kind }) => kind)).to.deep.equal([
      'text',
      'period',
      'number',
      'number',
    ]);
  });

  it('is found where the page only knows a file of CSV', async () => {
    for (const text of [BESIDE, lines('DATAFLOW;GEO;OBS_VALUE', 'A:B(1.0);01;5')])
      expect(names((await readText(csv, text)).table))
        .to.include('OBS_VALUE')
        .and.not.include('STRUCTURE')
        .and.not.include('DATAFLOW');
    const other = await readText(csv, lines('STRUCTURE,casos', 'muro,5'));
    expect(names(other.table)).to.deep.equal(['STRUCTURE', 'casos']);
  });

  it('is read where SDMX was expected, and the other way round', async () => {
    expect((await readText(sdmx, BESIDE)).table.length).to.equal(2);
    const errors = JSON.stringify({ errors: [{ code: 400, title: 'mal' }] });
    await failureOf(readText(source, errors), 'server-error');
  });

  it('[REL-02] is malformed where a quote is not closed, and no data without a component', async () => {
    await failureOf(readText(source, 'DATAFLOW,GEO,OBS_VALUE\nA:B(1.0),"PE,5'), 'malformed');
    await failureOf(readText(source, 'DATAFLOW\nA:B(1.0)'), 'not-data');
  });

  it('[SEC-10] takes names that objects have for names', async () => {
    const { table } = await readText(
      source,
      lines('DATAFLOW,__proto__,constructor,OBS_VALUE,toString', 'A:B(1.0),__proto__,toString,5,valueOf'),
    );
    expect(names(table)).to.deep.equal(['__proto__', 'constructor', 'OBS_VALUE', 'toString']);
    expect(toRows(table)).to.deep.equal([['__proto__', 'toString', '5', 'valueOf']]);
  });
});

describeWith(`${REAL}sdmx`, 'the examples of SDMX-CSV 2.0', () => {
  const file = (name: string): string => readFileSync(`${REAL}sdmx/${name}`, 'utf8');

  it('hold two months, by ids', async () => {
    const { table, part } = await readText(csv, file('csv-example-01.csv'));
    expect(names(table)).to.deep.equal([
      ...['DIM_1', 'DIM_2', 'DIM_3', 'OBS_VALUE', 'ATTR_2', 'ATTR_3', 'ATTR_1', 'UPDATED'],
    ]);
    expect(texts(table, 'DIM_3')).to.deep.equal(['2014-01', '2014-02']);
    expect(texts(table, 'OBS_VALUE')).to.deep.equal(['12.4', '10.8']);
    expect(part.metadata).to.deep.equal({});
  });

  it('hold the same with names, and dates for months', async () => {
    const { table, part } = await readText(csv, file('csv-example-05.csv'));
    expect(columnNamed(table, 'DIM_1', 'text')).to.deep.include({
      label: 'Dimension 1',
      words: ['A'],
      wordLabels: ['Value A'],
    });
    expect(texts(table, 'DIM_3')).to.deep.equal(['2014-01-01', '2014-02-01']);
    expect(findColumn(table, 'DIM_3')?.kind).to.equal('period');
    expect(texts(table, 'ATTR_3')[0]).to.equal('Normal, special and other values');
    expect(part.metadata?.title).to.equal('National Accounts Main Aggregates');
  });
});
