import '../support/as-module.js';
import { expect } from 'chai';
import { STATUS } from '../../src/table/status.js';
import { toRows } from '../../src/table/rows.js';
import { columnNamed } from '../support/make-table.js';
import { describeWith } from '../support/real-files.js';
import { columnOf, CSV_FOLDER, ONE_EACH, totalsOf } from './raw-csv.js';
import { askFile, measured, rawFile, serveCsv } from './real-table.js';

const LONDON = 'uk-2019-01-city-of-london-street.csv';
const CHICAGO = 'us-chicago-crimes-append.csv';
const HOMICIDE = 'owid-homicide-europe-eisner-ihme.csv';

describeWith(CSV_FOLDER, 'crimes in the City of London', () => {
  serveCsv();

  it('are as many of each type as there are rows', async () => {
    const answer = await askFile(LONDON, { value: 'count()', time: 'Month', by: '"Crime type"' });
    expect(measured(answer)).to.deep.equal(totalsOf(rawFile(LONDON), ['Month', 'Crime type'], ONE_EACH));
  });

  it('without a place have no coordinate, and that is not zero', async () => {
    const empty = columnOf(rawFile(LONDON), 'Longitude').filter((cell) => cell === '').length;
    const { values, statuses } = columnNamed(await askFile(LONDON), 'Longitude', 'number');
    expect(empty).to.equal(31);
    expect([...values].filter(Number.isNaN)).to.have.length(empty);
    expect([...statuses].filter((status) => status === STATUS.missing)).to.have.length(empty);
    const answer = await askFile(LONDON, { value: 'count()', where: 'Longitude is null' });
    expect(toRows(answer)).to.deep.equal([[String(empty)]]);
  });
});

describeWith(CSV_FOLDER, 'crimes in Chicago', () => {
  serveCsv();

  it('are as many of each type as there are rows, with and without an arrest', async () => {
    const answer = await askFile(CHICAGO, { value: 'count()', by: '"Primary Type", Arrest' });
    expect(measured(answer)).to.deep.equal(totalsOf(rawFile(CHICAGO), ['Primary Type', 'Arrest'], ONE_EACH));
  });

  it('[REL-13] are as many a day as there are rows: the month stands first', async () => {
    const raw = rawFile(CHICAGO);
    const expected: Record<string, number> = {};
    for (const cell of columnOf(raw, 'Date')) {
      const day = `${cell.slice(6, 10)}-${cell.slice(0, 2)}-${cell.slice(3, 5)}`;
      expected[day] = (expected[day] ?? 0) + 1;
    }
    expect(measured(await askFile(CHICAGO, { value: 'count()', time: 'Date' }))).to.deep.equal(expected);
  });

  it('[REL-13] have districts, beats and codes with their zeros', async () => {
    const table = await askFile(CHICAGO);
    for (const name of ['District', 'Beat', 'IUCR', 'FBI Code']) {
      const written = new Set(columnOf(rawFile(CHICAGO), name).filter((cell) => cell !== ''));
      expect(columnNamed(table, name, 'text').words, name).to.have.members([...written]);
    }
    expect(columnNamed(table, 'District', 'text').words).to.include('004');
  });
});

describeWith(CSV_FOLDER, 'homicide rates in Europe since 1300', () => {
  serveCsv();

  it('are those of the file, place by place and year by year', async () => {
    const rate = 'Homicide rate in Europe over long-term (per 100,000)';
    const answer = await askFile(HOMICIDE, { value: `"${rate}"`, time: 'Year', by: 'Entity' });
    expect(measured(answer)).to.deep.equal(totalsOf(rawFile(HOMICIDE), ['Year', 'Entity'], rate));
  });

  it('are found where no measure is named: the only column of numbers', async () => {
    const answer = await askFile(HOMICIDE, { series: true, where: "Entity = 'England'" });
    const [time, rate] = answer.columns;
    expect([time?.role, rate?.role, rate?.kind]).to.deep.equal(['time', 'measure', 'number']);
    const rows = rawFile(HOMICIDE).rows.filter(([entity]) => entity === 'England');
    expect(toRows(answer)).to.deep.equal(rows.map(([, year, value]) => [year, String(Number(value))]));
  });
});
