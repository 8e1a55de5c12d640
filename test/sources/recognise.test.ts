import { expect } from 'chai';
import { protocolOfAddress, protocolOfReply } from '../../src/sources/recognise.js';
import { PROTOCOLS, type ProtocolName } from '../../src/sources/protocols.js';

const ADDRESSES: readonly (readonly [string, ProtocolName | undefined])[] = [
  ['/delitos.csv', 'csv'],
  ['/Delitos.CSV', 'csv'],
  ['/d.tsv', 'csv'],
  ['/d.tab', 'csv'],
  ['/d.txt', 'csv'],
  ['/d.json', 'json'],
  ['/d.geojson', 'geojson'],
  ['/d.topojson', 'topojson'],
  ['/d.topo.json', 'json'],
  ['/d.csv.gz', 'csv'],
  ['/D.TSV.GZ?v=1', 'csv'],
  ['/d.xlsm', 'xlsx'],
  ['/d.xls', undefined],
  ['/datos/datapackage.json', 'datapackage'],
  ['/datos/delitos.csv-metadata.json', 'csvw'],
  ['/datos/csv-metadata.json', 'csvw'],
  ['https://docs.google.com/spreadsheets/d/1aB/edit#gid=0', 'google-sheets'],
  ['https://docs.google.com/spreadsheets/d/e/2PACX/pub?output=csv', 'google-sheets'],
  ['/d.csv?v=1#x', 'csv'],
  ['/d.php?archivo=d.csv', undefined],
  ['/d', undefined],
  ['/', undefined],
  ['/d.xlsx', 'xlsx'],
  ['/api/3/action/package_show?id=x', 'ckan'],
  ['/ckan/api/3/action/datastore_search?resource_id=1', 'ckan'],
  ['/api/3/action/datastore_search_sql?sql=x', 'ckan'],
  ['/dataset/denuncias', 'ckan'],
  ['/dataset/denuncias/', 'ckan'],
  ['/es/dataset/denuncias/resource/4f2c', 'ckan'],
  ['/dataset/', undefined],
  ['/dataset/x/otra/cosa', undefined],
  ['/dataset/d/resource/r/download/delitos.csv', 'csv'],
  ['/api/action/datastore/search.json?resource_id=1', 'dkan'],
  ['/portal/api/action/datastore/search.json', 'dkan'],
];

describe('the protocol of a source', () => {
  for (const [address, protocol] of ADDRESSES) {
    it(`${address} ${protocol === undefined ? 'does not tell it' : `tells ${protocol}`}`, () => {
      expect(protocolOfAddress(new URL(address, 'https://datos.example'))).to.equal(protocol);
    });
  }

  it('is told by the reply where the address does not tell it', () => {
    expect(protocolOfReply('[{"a":1}]')).to.equal('json');
    expect(protocolOfReply(' \n{"a":1}')).to.equal('json');
    expect(protocolOfReply('a,b\n1,2')).to.equal('csv');
    expect(protocolOfReply('"a",b\n{1},2')).to.equal('csv');
    expect(protocolOfReply('')).to.equal('csv');
  });

  it('is told by what only documents of one protocol have', () => {
    expect(protocolOfReply('{"type":"FeatureCollection","features":[]}')).to.equal('geojson');
    expect(protocolOfReply('{"type":"Feature","properties":{}}')).to.equal('geojson');
    expect(protocolOfReply('{"type":"Topology","objects":{}}')).to.equal('topojson');
    expect(protocolOfReply('{"name":"x","resources":[{"name":"a","path":"a.csv"}]}')).to.equal('datapackage');
    expect(protocolOfReply('{"profile":"tabular-data-package","resources":[]}')).to.equal('datapackage');
    expect(protocolOfReply('{"@context":"http://www.w3.org/ns/csvw","url":"a.csv"}')).to.equal('csvw');
    expect(protocolOfReply('{"@context":["http://www.w3.org/ns/csvw",{"@language":"es"}]}')).to.equal('csvw');
  });

  it('is one of those that are listed', () => {
    expect(PROTOCOLS).to.include.members(ADDRESSES.flatMap(([, protocol]) => protocol ?? []));
  });
});
