import '../support/as-module.js';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { labelAt } from '../../src/table/cell.js';
import { findColumn, type Table } from '../../src/table/table.js';
import { aboutOf, described, FIELDS, LAYER, read } from '../support/arcgis-layer.js';
import { failureOf } from '../support/failure.js';
import { names, texts } from '../support/read-text.js';
import { describeWith, REAL } from '../support/real-files.js';

const labels = (table: Table, name: string): string[] => {
  const column = findColumn(table, name);
  return column ? Array.from({ length: table.length }, (_, row) => labelAt(column, row)) : [];
};

const page = (more: object = {}, ...features: object[]) => ({
  objectIdFieldName: 'OBJECTID',
  fields: FIELDS,
  features: features.map((attributes) => ({ attributes, geometry: { x: 1, y: 2 } })),
  ...more,
});
const ROW = { OBJECTID: 7, UBIGEO: '010101', FECHA: 1714521600000, ANIO: 2024, DELITO: 1, CASOS: null };

describe('the reply of an ArcGIS layer', () => {
  it('holds attributes, dates as days, codes with their names, and no shapes', async () => {
    const { table } = await read(page({}, ROW, { ...ROW, OBJECTID: 9, CASOS: 2.5, DELITO: 9, FECHA: null }));
    expect(names(table)).to.deep.equal(['UBIGEO', 'LUGAR', 'FECHA', 'ANIO', 'DELITO', 'CASOS']);
    expect(texts(table, 'UBIGEO')).to.deep.equal(['010101', '010101']);
    expect(texts(table, 'FECHA')).to.deep.equal(['2024-05-01', '']);
    expect(texts(table, 'CASOS')).to.deep.equal(['', '2.5']);
    expect(labels(table, 'DELITO')).to.deep.equal(['Robo', '9']);
    expect(findColumn(table, 'UBIGEO')?.label).to.equal('Código del distrito');
    expect(findColumn(table, 'ANIO')?.kind).to.equal('period');
  });

  it('goes on by the rows’ places where the layer pages, else by their numbers', async () => {
    const paging = await described({ advancedQueryCapabilities: { supportsPagination: true } });
    const cut = page({ exceededTransferLimit: true }, ROW);
    const byPlace = await read(cut, 'resultOffset=4&resultRecordCount=2000&orderByFields=OBJECTID', paging);
    expect(byPlace.part.next?.url).to.include('resultOffset=5');
    const about = await described();
    const byNumber = await read(cut, 'where=A%3D1&orderByFields=OBJECTID', about);
    const next = new URL(byNumber.part.next?.url ?? '');
    expect(next.searchParams.get('where')).to.equal('OBJECTID > 7 and (A=1)');
    const further = await read(
      page({ exceededTransferLimit: true }, { ...ROW, OBJECTID: 9 }),
      next.search.slice(1),
      about,
    );
    expect(new URL(further.part.next?.url ?? '').searchParams.get('where')).to.equal(
      'OBJECTID > 9 and (A=1)',
    );
  });

  it('tells that there is more where nothing tells how to go on', async () => {
    expect((await read(page({ exceededTransferLimit: true }, { A: 1 }))).part.isPart).to.equal(true);
    expect((await read(page({}, ROW))).part).to.not.have.property('isPart');
  });

  it('chooses the only layer of a service, or the one named', async () => {
    const only = await read({ layers: [{ id: 5, name: 'Delitos' }] });
    expect(only.part.elsewhere).to.include({ protocol: 'arcgis' });
    expect(only.part.elsewhere?.url).to.match(/\/5$/);
    const { details } = await failureOf(
      read({
        layers: [
          { id: 0, name: 'Comisarías' },
          { id: 1, name: 'Delitos' },
        ],
      }),
      'no-resource',
    );
    expect(details.expected).to.deep.equal(['Comisarías', 'Delitos']);
  });

  it('[REL-02] is an error where it says so with HTTP 200, and no wrong total where groups are missing', async () => {
    const error = { error: { code: 400, message: 'Cannot perform query.', details: ['Invalid field: X'] } };
    const { details } = await failureOf(read(error), 'server-error');
    expect(details.serverMessage).to.equal('Cannot perform query. · Invalid field: X');
    await failureOf(read({ error: { code: 499, message: 'Token Required' } }), 'server-error');
    await failureOf(
      read(page({ exceededTransferLimit: true }, { obs_rows: 1 }), 'outStatistics=[]'),
      'server-error',
    );
    await failureOf(read('{"layers":5}'), 'malformed');
  });

  it('[SEC-10] takes a column of any name for data', async () => {
    const text = `{"features":[{"attributes":{"__proto__":"a","toString":"b"}}],"fields":[{"name":"__proto__"},{"name":"toString"}]}`;
    const { table } = await read(text);
    expect(texts(table, '__proto__')).to.deep.equal(['a']);
    expect(texts(table, 'toString')).to.deep.equal(['b']);
  });

  it('says whose the data are, and when they were changed', async () => {
    const { metadata } = await described({
      copyrightText: 'PNP',
      editingInfo: { lastEditDate: 1714521600000 },
    });
    expect(metadata).to.deep.equal({
      href: LAYER,
      title: 'Delitos',
      publisher: 'PNP',
      updated: '2024-05-01',
    });
  });
});

describeWith(`${REAL}arcgis`, 'replies recorded from ArcGIS', () => {
  const file = (name: string): string => readFileSync(`${REAL}arcgis/${name}`, 'utf8');
  interface Recorded {
    readonly features: readonly { readonly attributes: Readonly<Record<string, unknown>> }[];
  }

  for (const name of ['query-page-partial.json', 'points-esri.json', 'polygons-esri.json']) {
    it(`hold a row for each feature, its texts as they are: ${name}`, async () => {
      const { features } = JSON.parse(file(name)) as Recorded;
      const { table } = await read(file(name));
      expect(table.length).to.equal(features.length).and.above(0);
      for (const { name: column } of table.columns.filter(({ kind }) => kind === 'text')) {
        const values = features.map(({ attributes }) => attributes[column] ?? '');
        expect(texts(table, column)).to.deep.equal(
          values.map((value) => `${value as string | number}`.trim()),
        );
      }
    });
  }

  it('describe a layer: 100 000 rows at once, totals, pages', async () => {
    const about = await aboutOf(JSON.parse(file('layer-metadata-us-il-chicago.json')) as object);
    expect(about.facts).to.include({ most: 100_000, statistics: true, pages: true, id: 'OBJECTID' });
    expect(about.metadata?.title).to.equal('Census Designated Places');
    const old = await aboutOf(JSON.parse(file('layer-metadata-us-il-cook.json')) as object);
    expect(old.facts).to.include({ pages: false });
  });

  it('[REL-02] say that a query cannot be made', async () => {
    await failureOf(read(file('error-400.json')), 'server-error');
  });
});
