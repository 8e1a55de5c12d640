import '../support/as-module.js';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Table } from '../../src/table/table.js';
import { failureOf } from '../support/failure.js';
import { columnNamed } from '../support/make-table.js';
import { codes, names, texts } from '../support/read-text.js';
import { describeWith, REAL } from '../support/real-files.js';
import { observed, read } from '../support/sdmx-message.js';

describeWith(`${REAL}sdmx`, 'the samples of SDMX-JSON', () => {
  const file = (name: string) => read(readFileSync(`${REAL}sdmx/${name}`, 'utf8'));
  const RATES = [
    'NZD 2013-01-18 1.5931',
    'NZD 2013-01-21 1.5925',
    'RUB 2013-01-18 40.3426',
    'RUB 2013-01-21 40.3',
  ];
  const rates = (table: Table): string[] => {
    const [currency, time, value] = ['CURRENCY', 'TIME_PERIOD', 'OBS_VALUE'].map((name) =>
      texts(table, name),
    );
    return Array.from(
      { length: table.length },
      (_, row) => `${currency?.[row]} ${time?.[row]} ${value?.[row]}`,
    ).sort();
  };

  for (const name of [
    'ecb-exr-ts.draft.json',
    'ecb-exr-xs.draft.json',
    'ecb-exr-flat.draft.json',
    'exr-flat.draft-2014.json',
    'exr-flat.v1.0rcts-header-layout.json',
    'exr-time-series.v1.0rcts-header-layout.json',
    'exr-time-series.v2.0.json',
    'exr-flat.v2.0.json',
    'exr-cross-section.v2.0.json',
  ]) {
    it(`hold the same four exchange rates: ${name}`, async () => {
      const { table, part } = await file(name);
      expect(rates(table)).to.deep.equal(RATES);
      expect(names(table).slice(0, 7)).to.deep.equal([
        ...['FREQ', 'CURRENCY', 'CURRENCY_DENOM', 'EXR_TYPE', 'EXR_SUFFIX', 'TIME_PERIOD', 'OBS_VALUE'],
      ]);
      expect(columnNamed(table, 'CURRENCY', 'text').wordLabels).to.include('Russian rouble');
      expect(observed(table).every((each) => !each.includes(' '))).to.equal(true);
      expect(part.metadata?.publisher).to.equal('European Central Bank');
    });
  }

  for (const name of [
    'exr-action-delete.v1.0.json',
    'exr-action-delete.v2.0.json',
    'ecb-exr-action-delete.draft.json',
  ]) {
    it(`hold two rates and one that is taken out: ${name}`, async () => {
      const { table } = await file(name);
      expect(rates(table)).to.deep.equal(RATES.slice(2));
      expect(codes(table)).to.include('lines-left-out');
    });
  }

  it('hold the same rates five times over, in every layout and detail, where everything is there once', async () => {
    const { table, part } = await file('constructed-sample-full.v2.0.json');
    expect(rates(table)).to.deep.equal(RATES);
    expect(texts(table, 'DESCRIPTION')[0]).to.equal('Description value 1; Description value 2');
    expect(texts(table, 'EMBARGO_TIME')).to.deep.equal([
      ...['2013-03-18T11:00:00', '2013-03-21T11:00:00', '2013-03-18T11:00:00', '2013-03-21T11:00:00'],
    ]);
    expect(columnNamed(table, 'OBS_VALUE', 'number').unit).to.equal('National Currency');
    expect(part.isPart).to.equal(true);
  });

  it('hold no data where they are about structure', async () => {
    await failureOf(file('structure-constructed-sample.v2.0.json'), 'not-data');
  });
});
