import '../support/as-module.js';
import { expect } from 'chai';
import { parseWhere } from '../../src/query/parse-where.js';
import { EMPTY_QUERY, type Query } from '../../src/query/query.js';
import { source } from '../../src/sources/arcgis.js';
import type { About } from '../../src/sources/source.js';
import { described, LAYER } from '../support/arcgis-layer.js';

function asked(query: Query, about?: About, address = LAYER, pushDown = true) {
  const plan = source.plan(new URL(address), query, {}, pushDown, about);
  const { pathname, searchParams } = new URL(plan.url);
  return { ...plan, pathname, given: Object.fromEntries(searchParams) };
}

const sumByCrime: Query = {
  ...EMPTY_QUERY,
  measures: [{ aggregate: 'sum', column: 'CASOS' }],
  by: ['DELITO'],
  where: parseWhere("ANIO >= 2020 and LUGAR = 'x''y'"),
};

describe('the request to an ArcGIS layer', () => {
  it('is a simple one for the rows’ attributes, whatever form the address has', () => {
    for (const address of [LAYER, `${LAYER}/`, `${LAYER}/query`, `${LAYER}/query?f=html&outFields=*`]) {
      const { pathname, given, pushedDown } = asked(EMPTY_QUERY, undefined, address);
      expect(pathname, address).to.equal(new URL(`${LAYER}/query`).pathname);
      expect(given).to.include({ f: 'json', where: '1=1', outFields: '*', returnGeometry: 'false' });
      expect(pushedDown).to.equal(false);
    }
  });

  it('asks a service for its layers where none is named, and takes the one that is numbered', () => {
    const service = 'https://gis.example/arcgis/rest/services/Seguridad/FeatureServer';
    expect(asked(EMPTY_QUERY, undefined, service)).to.include({ url: `${service}?f=json` });
    const numbered = source.plan(new URL(service), EMPTY_QUERY, { resource: '3' }, true);
    expect(new URL(numbered.url).pathname).to.match(/FeatureServer\/3\/query$/);
  });

  it('asks for the columns and the rows of the question, with quotes doubled', async () => {
    const { given, pushedDown } = asked(sumByCrime, await described());
    expect(given['where']).to.equal("(ANIO >= 2020 and LUGAR = 'x''y')");
    expect(given['outFields']?.split(',')).to.have.members(['DELITO', 'CASOS', 'ANIO', 'LUGAR', 'OBJECTID']);
    expect(given).to.include({ orderByFields: 'OBJECTID' }).and.not.have.property('resultOffset');
    expect(pushedDown).to.equal(true);
  });

  it('lets the server put together where it can, with what tells a missing part', async () => {
    const about = await described({ supportsStatistics: true });
    const { given, grouped } = asked(sumByCrime, about);
    expect(grouped).to.equal(true);
    expect(given['groupByFieldsForStatistics']).to.equal('DELITO,ANIO,LUGAR');
    expect(JSON.parse(given['outStatistics'] ?? '')).to.deep.equal([
      { statisticType: 'count', onStatisticField: 'OBJECTID', outStatisticFieldName: 'obs_rows' },
      { statisticType: 'sum', onStatisticField: 'CASOS', outStatisticFieldName: 'obs_sum_1' },
      { statisticType: 'count', onStatisticField: 'CASOS', outStatisticFieldName: 'obs_count_1' },
    ]);
  });

  it('asks for a day as an interval of moments, a day more on each side for the layer’s zone', async () => {
    const query = { ...EMPTY_QUERY, where: parseWhere("FECHA = '2024-05' and FECHA <> '2024-06-30'") };
    expect(asked(query, await described()).given['where']).to.equal(
      "(FECHA >= TIMESTAMP '2024-04-30 00:00:00' and FECHA < TIMESTAMP '2024-06-02 00:00:00')",
    );
  });

  it('asks in any form of condition for no fewer rows than the page keeps', async () => {
    const about = await described();
    const whereOf = (text: string) =>
      asked({ ...EMPTY_QUERY, where: parseWhere(text) }, about).given['where'];
    expect(whereOf('CASOS is not null')).to.equal('not (CASOS is null)');
    expect(whereOf('CASOS is null')).to.equal('1=1');
    expect(whereOf("CASOS > 5 or UBIGEO = '150101'")).to.equal('1=1');
    expect(whereOf("CASOS > 5 and UBIGEO = '150101'")).to.equal('CASOS > 5');
    expect(whereOf("not LUGAR = 'a' and LUGAR in ('a', 'b')")).to.equal("(LUGAR = 'a' or LUGAR = 'b')");
    expect(whereOf('not (CASOS between 1 and 3)')).to.equal('not ((CASOS >= 1 and CASOS <= 3))');
  });

  it('keeps the condition and the limit that the page wrote, and what it put together itself', async () => {
    const about = await described({ advancedQueryCapabilities: { supportsPagination: true } });
    const own = `${LAYER}/query?where=${encodeURIComponent("ESTADO='A' or X=1")}&resultRecordCount=10`;
    const { given } = asked(sumByCrime, about, own);
    expect(given['where']).to.match(/^\(ESTADO='A' or X=1\) and \(/);
    expect(given).to.include({ resultRecordCount: '10' }).and.not.have.property('resultOffset');
    const statistics = asked(sumByCrime, about, `${LAYER}/query?outStatistics=[]`);
    expect(statistics.given).to.include({ where: '1=1', outStatistics: '[]' });
    expect(statistics.pushedDown).to.equal(false);
  });

  it('asks nothing of columns that the layer does not know or whose names it might misread', async () => {
    const where = parseWhere(`"X; DROP TABLE" = 'a' and OTRA = 'b' and not LUGAR = 'c'`);
    const { given } = asked({ ...EMPTY_QUERY, where }, await described());
    expect(given['where']).to.equal('1=1');
  });
});
