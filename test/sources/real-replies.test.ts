import '../support/as-module.js';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { source as ckan } from '../../src/sources/ckan.js';
import { source as dkan } from '../../src/sources/dkan.js';
import { findColumn } from '../../src/table/table.js';
import { toRows } from '../../src/table/rows.js';
import { failureOf } from '../support/failure.js';
import { names, readText, texts } from '../support/read-text.js';
import { describeWith, REAL } from '../support/real-files.js';

const CKAN_ROWS = 'https://demo.ckan.org/api/3/action/datastore_search?resource_id=1&limit=32000';
const CKAN_SHOW = 'https://demo.ckan.org/api/3/action/package_show?id=x';
const DKAN_ROWS = 'https://datos.example/api/action/datastore/search.json?resource_id=1&limit=5&offset=0';
const DKAN_SHOW = 'https://datos.example/api/3/action/package_show?id=x';

const file = (name: string): string => readFileSync(REAL + name, 'utf8');

describeWith(`${REAL}ckan`, 'replies recorded from CKAN', () => {
  it('hold one row of seven columns', async () => {
    const { table, part } = await readText(ckan, file('ckan/datastore_search-rows.json'), CKAN_ROWS);
    expect(names(table)).to.deep.equal([
      'required',
      'minLength',
      'maxLength',
      'pattern',
      'enum',
      'minimum',
      'maximum',
    ]);
    expect(toRows(table)).to.deep.equal([['passing', 'passing', 'passing', 'passing', 'passing', '5', '5']]);
    expect(findColumn(table, 'minimum')?.kind).to.equal('number');
    expect(part).to.deep.equal({ more: [], total: 1 });
  });

  it('hold no row and sixteen columns of every type', async () => {
    const { table, part } = await readText(ckan, file('ckan/datastore_search-limit0-types.json'), CKAN_ROWS);
    expect(table.length).to.equal(0);
    expect(names(table)).to.have.length(16).and.to.include.members(['geojson', 'yearmonth', 'date_year']);
    expect(part.total).to.equal(0);
  });

  it('end past the end, although they offer a next page', async () => {
    const { table, part } = await readText(ckan, file('ckan/datastore_search-past-end.json'), CKAN_ROWS);
    expect([table.length, part.more]).to.deep.equal([0, []]);
  });

  it('[REL-02] say that access is denied', async () => {
    const reading = readText(ckan, file('ckan/error-not-authorized.json'), CKAN_ROWS);
    expect((await failureOf(reading, 'server-error')).details.serverMessage).to.equal('Access denied');
  });

  it('describe ten datasets of dados.gov.br, eight of which have a CSV or JSON file, with licence, publisher and date', async () => {
    const { result } = JSON.parse(file('ckan/package_search-dados.gov.br.json')) as {
      result: { results: unknown[] };
    };
    const publishers: unknown[] = [];
    let without = 0;
    for (const dataset of result.results) {
      const reading = readText(ckan, JSON.stringify({ success: true, result: dataset }), CKAN_SHOW);
      const part = await reading.then((read) => read.part).catch(() => undefined);
      if (part === undefined) {
        await failureOf(reading, 'no-resource');
        without++;
        continue;
      }
      publishers.push(part.metadata?.publisher);
      expect(part.metadata).to.include.keys('title', 'license', 'updated', 'description');
      expect(part.metadata?.updated).to.match(/^2022-11-\d\d$/);
      expect(part.elsewhere?.url).to.match(/^https:/);
    }
    expect(publishers).to.include('Universidade Federal do Rio Grande - FURG');
    expect([publishers.length, without]).to.deep.equal([8, 2]);
  });

  it('[REL-02] describe a dataset that has only a page for people', async () => {
    const dataset = JSON.stringify({
      success: true,
      result: JSON.parse(file('ckan/full_ckan_dataset.json')) as unknown,
    });
    const { details } = await failureOf(readText(ckan, dataset, CKAN_SHOW), 'no-resource');
    expect(details.attribute).to.equal('resource');
  });
});

describeWith(`${REAL}dkan7`, 'replies recorded from DKAN 7, or made from its code', () => {
  it('hold three medicines of a hospital, numbers as text, without the columns that leak', async () => {
    const { table, part } = await readText(dkan, file('dkan7/datastore-search-ua-medicines.json'), DKAN_ROWS);
    expect(names(table)).to.deep.equal([
      'Nazva likuvalnoho zakladu',
      'Nazva likarskoho zasobu',
      'Odynytsia vymiru',
      'Kilkist',
    ]);
    expect(texts(table, 'Kilkist')).to.deep.equal(['50', '100', '15']);
    expect(findColumn(table, 'Kilkist')?.kind).to.equal('number');
    expect(texts(table, 'Odynytsia vymiru')).to.deep.equal(['амп', 'амп', 'амп']);
    expect(part.total, 'five were asked for').to.equal(5);
    expect(part.more, 'and two did not come').to.have.length(1);
  });

  it('are 113 in all where all are asked for, three at a time', async () => {
    const url = DKAN_ROWS.replace('limit=5', 'limit=100');
    const { part } = await readText(dkan, file('dkan7/datastore-search-ua-medicines.json'), url);
    expect(part.total).to.equal(113);
    expect(part.more).to.have.length(37);
  });

  it('hold no row, and that is no error', async () => {
    const { table } = await readText(dkan, file('dkan7/datastore-search-empty.json'), DKAN_ROWS);
    expect([table.length, names(table)]).to.deep.equal([0, ['ANIO', 'cantidad']]);
  });

  it('[REL-02] shrug, and say what is not there', async () => {
    await failureOf(readText(dkan, file('dkan7/datastore-search-exception.json'), DKAN_ROWS), 'server-error');
    await failureOf(readText(dkan, file('dkan7/package_show-not-found.json'), DKAN_SHOW), 'no-resource');
  });
});
