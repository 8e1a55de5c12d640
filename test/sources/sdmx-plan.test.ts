import '../support/as-module.js';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parseDeclared } from '../../src/query/parse-declared.js';
import { parseWhere } from '../../src/query/parse-where.js';
import { EMPTY_QUERY, type Query } from '../../src/query/query.js';
import { source } from '../../src/sources/sdmx.js';
import { readStructure } from '../../src/sources/sdmx-structure.js';
import { failureOf } from '../support/failure.js';
import { describeWith, REAL } from '../support/real-files.js';

const HOST = 'https://datos.example';
const NOTHING = { labels: '', breaks: '', provisionalFrom: '', completeThrough: '', range: '' };
const ABOUT = { facts: { dimensions: 'FREQ REF_AREA OFFENCE', time: 'TIME_PERIOD' } };

const asking = (where: string, range = '', time = ['TIME_PERIOD']): Query => ({
  ...EMPTY_QUERY,
  time,
  ...(where !== '' && { where: parseWhere(where) }),
  ...(range !== '' && { declared: parseDeclared({ ...NOTHING, range }) }),
});

function planned(path: string, query: Query, about = ABOUT, pushDown = true): string {
  const { url } = source.plan(new URL(path, HOST), query, {}, pushDown, about);
  return decodeURIComponent(url.replace(HOST, ''));
}

describe('the request to an SDMX service', () => {
  const AREA = asking("REF_AREA in ('PE', 'CO') and OFFENCE = 'HOM'");

  it('fixes dimensions in the key of REST 1, however the address leaves it open', () => {
    for (const open of ['', '/', '/all', '/...'])
      expect(planned(`/rest/data/INEI,DF,1.0${open}`, AREA), open).to.match(
        /^\/rest\/data\/INEI,DF,1\.0\/\.PE\+CO\.HOM\/?$/,
      );
    expect(planned('/rest/data/DF/all/ALL?detail=full', AREA)).to.equal(
      '/rest/data/DF/.PE+CO.HOM/ALL?detail=full',
    );
  });

  it('fixes components in REST 2', () => {
    expect(planned('/rest/data/dataflow/INEI/DF/1.0/*', AREA)).to.equal(
      '/rest/data/dataflow/INEI/DF/1.0/*?c[REF_AREA]=PE,CO&c[OFFENCE]=HOM',
    );
    expect(planned('/rest/data/dataflow/INEI/DF/1.0?c[REF_AREA]=MX', AREA)).to.equal(
      '/rest/data/dataflow/INEI/DF/1.0?c[REF_AREA]=MX&c[OFFENCE]=HOM',
    );
  });

  it('asks for the range of periods', () => {
    expect(planned('/rest/data/DF', asking('', '2018..2020-03'))).to.equal(
      '/rest/data/DF?startPeriod=2018&endPeriod=2020-03',
    );
    expect(planned('/rest/data/DF', asking('', '2018-S2..2020-Q1'))).to.equal(
      '/rest/data/DF?startPeriod=2018-07-01&endPeriod=2020-03-31',
    );
    expect(planned('/rest/data/dataflow/A/DF/1.0', asking('', '2018'))).to.equal(
      '/rest/data/dataflow/A/DF/1.0?c[TIME_PERIOD]=ge:2018+le:2018',
    );
  });

  it('leaves an address that has a key, limits or periods of its own', () => {
    for (const path of [
      '/rest/data/DF/A.PE.HOM',
      '/rest/data/dataflow/A/DF/1.0/A.PE',
      '/rest/data/DF?limit=5',
      '/otra/cosa',
    ])
      expect(planned(path, AREA)).to.equal(path);
    expect(planned('/rest/data/DF?startPeriod=2010', asking('', '2018'))).to.equal(
      '/rest/data/DF?startPeriod=2010',
    );
    expect(planned('/rest/data/DF?lastNObservations=1', asking('', '2018'))).to.equal(
      '/rest/data/DF?lastNObservations=1',
    );
  });

  it('leaves the names of codes to the page', () => {
    expect(planned('/rest/data/DF', asking("REF_AREA in ('PE', 'Chile')"))).to.equal('/rest/data/DF');
  });

  it('asks for nothing that could leave out too much', () => {
    for (const where of [
      ...["REF_AREA = 'PE' or OFFENCE = 'HOM'", "REF_AREA <> 'PE'", 'REF_AREA = 101', "OBS_VALUE = '5'"],
      ...["REF_AREA = 'P.E'", "REF_AREA in ('PE', 5)", "not (REF_AREA = 'PE')", "TIME_PERIOD = '2020'"],
    ])
      expect(planned('/rest/data/DF', asking(where)), where).to.equal('/rest/data/DF');
    expect(planned('/rest/data/DF', asking('', '2018', []))).to.equal('/rest/data/DF');
    expect(planned('/rest/data/DF', AREA, { facts: { dimensions: '', time: '' } })).to.equal('/rest/data/DF');
    expect(planned('/rest/data/DF', AREA, ABOUT, false)).to.equal('/rest/data/DF');
  });

  it('asks for the structure only where the question fixes something that the address leaves open', () => {
    const about = (path: string, query: Query) =>
      source.about?.plan(new URL(path, HOST), {}, query)?.url.replace(HOST, '');
    expect(about('/rest/data/INEI,DF,1.0', AREA)).to.equal('/rest/dataflow/INEI/DF/1.0?references=children');
    expect(about('/rest/data/DF/all', AREA)).to.equal('/rest/dataflow/all/DF/latest?references=children');
    expect(about('/rest/data/dataflow/INEI/DF/1.0', AREA)).to.equal(
      '/rest/structure/dataflow/INEI/DF/1.0?references=children',
    );
    expect(about('/rest/data/DF', asking('', '2018'))).to.equal(
      '/rest/dataflow/all/DF/latest?references=children',
    );
    expect(about('/rest/data/DF', asking(''))).to.equal(undefined);
    expect(about('/rest/data/DF/A.PE.HOM', AREA)).to.equal(undefined);
  });

  it('asks for JSON by the parameter of services that are known to have one, and leaves others', () => {
    const url = (address: string) => source.plan(new URL(address), asking(''), {}, true).url;
    expect(url('https://sdmx.oecd.org/public/rest/data/OECD,DF,1.0/A.PE')).to.match(/\?format=jsondata$/);
    expect(url('https://data-api.ecb.europa.eu/service/data/EXR/D?format=csvdata')).to.match(
      /\?format=csvdata$/,
    );
    expect(url(`${HOST}/rest/data/DF`)).to.equal(`${HOST}/rest/data/DF`);
  });
});

describeWith(`${REAL}sdmx`, 'the structure of a flow', () => {
  const facts = async (name: string) =>
    (await readStructure({ url: HOST, text: readFileSync(`${REAL}sdmx/${name}`, 'utf8') })).facts;

  it('tells the order of the key, in XML and in JSON', async () => {
    const exchange = { dimensions: 'FREQ CURRENCY CURRENCY_DENOM EXR_TYPE EXR_SUFFIX', time: 'TIME_PERIOD' };
    expect(await facts('ecb-codelists-structure.xml')).to.deep.equal(exchange);
    expect(await facts('structure-constructed-sample.v2.0.json')).to.deep.equal(exchange);
    expect((await facts('estat-apro-structure.xml'))?.['time']).to.equal('TIME_PERIOD');
  });

  it('[REL-02] is not guessed where it is not told', async () => {
    for (const text of ['<html><body>', '<a><Dimension position="1"/></a>', '{}', '[]'])
      await failureOf(readStructure({ url: HOST, text }), 'not-data');
  });
});
