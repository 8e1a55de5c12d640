import '../support/as-module.js';
import { expect } from 'chai';
import { EMPTY_QUERY, type Query } from '../../src/query/query.js';
import { parseWhere } from '../../src/query/parse-where.js';
import { source } from '../../src/sources/ckan.js';
import { planned, SEARCH, sumByPlace } from '../support/ckan-planned.js';

describe('the SQL for CKAN', () => {
  it('asks for groups by SQL where it can, and says what to ask for otherwise', () => {
    const { url, ...plan } = source.plan(new URL(`${SEARCH}?resource_id=r-1`), sumByPlace, {}, true);
    expect(plan).to.deep.include({ pushedDown: true, grouped: true, offer: 'sql' });
    expect(plan.otherwise?.url).to.match(/datastore_search\?resource_id=r-1&limit=32000/);
    const sql = new URL(url).searchParams.get('sql') ?? '';
    expect(sql).to.match(/^SELECT "anio", "lugar", "modalidad", count\(\*\) AS "obs_rows", sum\(CASE /);
    expect(sql).to.include('FROM "r-1"');
    expect(sql).to.include(`(strpos("lugar"::text, 'LIMA') > 0)`);
    expect(sql).to.match(/GROUP BY "anio", "lugar", "modalidad"$/);
    expect([...sql.matchAll(/(\w+)\(/g)].map(([, name]) => name)).to.include.members([
      'count',
      'sum',
      'strpos',
    ]);
  });

  it('asks for no SQL where the page wrote more, a row’s own value counts, or a name cannot be quoted', () => {
    const sum = (column: string): Query => ({ ...EMPTY_QUERY, measures: [{ aggregate: 'sum', column }] });
    const isSql = (address: string, query: Query): boolean => planned(address, query).path.endsWith('_sql');
    expect(isSql(`${SEARCH}?resource_id=1`, sum('cantidad'))).to.equal(true);
    for (const own of ['limit=10', 'filters={}', 'q=lima', 'sort=anio'])
      expect(isSql(`${SEARCH}?resource_id=1&${own}`, sum('cantidad')), own).to.equal(false);
    for (const name of ['a"b', 'a;b', 'a:b', '10%', 'a\nb', 'codigo', 'anio'])
      expect(isSql(`${SEARCH}?resource_id=1`, sum(name)), name).to.equal(false);
    expect(isSql(`${SEARCH}?resource_id=1`, { ...sum('cantidad'), status: 'estado' })).to.equal(false);
    expect(isSql(`${SEARCH}?resource_id=1`, { ...sum('cantidad'), isOpen: true })).to.equal(false);
    expect(
      planned(`${SEARCH}?resource_id=1`, { ...sum('cantidad'), where: parseWhere("lugar = 'D''A: 5%'") })
        .asked['sql'],
    ).to.not.include('strpos');
    expect(
      planned(`${SEARCH}?resource_id=1`, { ...sum('cantidad'), where: parseWhere("lugar = 'D''A'") }).asked[
        'sql'
      ],
    ).to.include("'D''A'");
  });
});
