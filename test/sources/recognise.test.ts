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
  ['/DatosAbiertos/v1/datastore_search?resource_id=1', 'ckan'],
  ['/DatosAbiertos/v1/datastore_search_sql?sql=x', 'ckan'],
  ['/api/1/datastore/query/3f0c-9d21/0', 'dkan2'],
  ['/datos/api/1/datastore/query/3f0c-9d21/0/download?format=csv', 'dkan2'],
  ['/api/1/metastore/schemas/dataset/items/3f0c-9d21', 'dkan2'],
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

  it('is told by a portal’s reply that is kept in a file', () => {
    const help = 'https://datos.example/api/3/action/help_show?name=datastore_search';
    expect(protocolOfReply(JSON.stringify({ help, success: true, result: { records: [] } }))).to.equal(
      'ckan',
    );
    const dkan = { help: 'Search a datastore table. :param resource_id: id or alias', success: true };
    expect(protocolOfReply(JSON.stringify(dkan))).to.equal('dkan');
    const fields = { record_number: { type: 'serial' }, lugar: { type: 'text' } };
    expect(
      protocolOfReply(JSON.stringify({ results: [{ lugar: 'Lima' }], schema: { a1: { fields } } })),
    ).to.equal('dkan2');
  });

  it('is one of those that are listed', () => {
    expect(PROTOCOLS).to.include.members(ADDRESSES.flatMap(([, protocol]) => protocol ?? []));
  });
});
