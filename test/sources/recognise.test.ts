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
  ['/d.geojson', 'json'],
  ['/d.csv?v=1#x', 'csv'],
  ['/d.php?archivo=d.csv', undefined],
  ['/d', undefined],
  ['/', undefined],
  ['/d.xlsx', undefined],
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
  ['/eurostat/api/dissemination/statistics/1.0/data/crim_off_cat?geo=ES', 'json-stat'],
  ['/eurostat/databrowser/view/crim_off_cat/default/table?lang=en', 'json-stat'],
  ['/api/v2/tables/TAB6471/data', 'pxweb'],
  ['/api/v2/tables?query=x', 'pxweb'],
  ['/api/pxwebapi/v2-beta/tables/05839', 'pxweb'],
  ['/api/v1/es/db/delitos.px', 'pxweb'],
  ['/OV0104/v1/doris/en/ssd/BE/BE0101', 'pxweb'],
  ['/archivos/delitos.px', 'px'],
  ['/archivos/Delitos.PX?v=2', 'px'],
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
    expect(protocolOfReply('{"version":"2.0","class":"dataset","id":[]}')).to.equal('json-stat');
    expect(protocolOfReply('{"class":"collection","link":{}}')).to.equal('json-stat');
    expect(protocolOfReply(`{"dataset":{"value":[${'1,'.repeat(9000)}1]}}`)).to.equal('json-stat');
    expect(protocolOfReply('{"nama":{"value":[1],"dimension":{"id":[]}}}')).to.equal('json-stat');
    expect(protocolOfReply('{"title":"Delitos","variables":[{"code":"a"}]}')).to.equal('pxweb');
    expect(protocolOfReply('CHARSET="ANSI";\nAXIS-VERSION="2000";')).to.equal('px');
  });

  it('is one of those that are listed', () => {
    expect(PROTOCOLS).to.include.members(ADDRESSES.flatMap(([, protocol]) => protocol ?? []));
  });
});
