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
  // Statistics Norway's ready-made datasets, of JSON-stat.
  ['/api/v0/dataset/08484.json?lang=es', 'json'],
  ['/dataset/x/otra/cosa', undefined],
  ['/dataset/d/resource/r/download/delitos.csv', 'csv'],
  ['/api/action/datastore/search.json?resource_id=1', 'dkan'],
  ['/portal/api/action/datastore/search.json', 'dkan'],
  ['/arcgis/rest/services/Seguridad/Delitos/FeatureServer/0', 'arcgis'],
  ['/server/rest/services/Delitos/MapServer/12/query?where=1%3D1&f=json', 'arcgis'],
  ['/arcgis/rest/services/Delitos/FeatureServer', 'arcgis'],
  ['/server/rest/services/Delitos/MapServer?f=pjson', 'arcgis'],
  ['/resource/ab2c-d3e4.json', 'socrata'],
  ['/resource/ab2c-d3e4.csv?$limit=5', 'socrata'],
  ['/api/views/ab2c-d3e4/rows.csv?accessType=DOWNLOAD', 'socrata'],
  ['/api/v3/views/ab2c-d3e4/query.json?app_token=x', 'socrata'],
  ['/d/ab2c-d3e4', 'socrata'],
  ['/Seguridad-y-Defensa/HOMICIDIO-2010-2024/m8fd-ahd9', 'socrata'],
  ['/Seguridad-y-Defensa/HOMICIDIO/m8fd-ahd9/about_data', 'socrata'],
  ['/en/Seguridad-y-Defensa/HOMICIDIO/m8fd-ahd9/data', 'socrata'],
  ['/Seguridad/Homicidios/2023-2024', undefined],
  ['/es/Seguridad/Homicidios/2023-2024', undefined],
  ['/explore/dataset/delitos/table/?refine.anio=2024', 'opendatasoft'],
  ['/explore/embed/dataset/delitos/', 'opendatasoft'],
  ['/api/explore/v2.1/catalog/datasets/delitos/records?limit=20', 'opendatasoft'],
  ['/api/explore/v2.1/catalog/datasets/delitos/exports/csv', 'opendatasoft'],
  ['/api/records/1.0/search/?dataset=delitos', 'opendatasoft'],
  ['/odata/Denuncias', 'odata'],
  ['/odata4/CBS/83651NED/Observations', 'odata'],
  ['/Datos.svc/Denuncias', 'odata'],
  ['/api/Denuncias?$filter=Anio eq 2024', 'odata'],
  ['https://odata4.cbs.nl/CBS/83651NED/Observations', 'odata'],
  ['/rest/data/OECD.SDD,DF_X@Y,1.0/A.PER..?startPeriod=2018', 'sdmx'],
  ['/rest/data/dataflow/ESTAT/crim/1.0/*?c[geo]=ES', 'sdmx'],
  ['/service/data/EXR/D.USD.EUR.SP00.A?format=jsondata', 'sdmx'],
  ['/service/data/EXR/D.USD.EUR.SP00.A?format=csvdata', 'sdmx'],
  ['https://data-api.ecb.europa.eu/service/data/EXR', 'sdmx'],
  ['https://sdmx.oecd.org/public/rest/data/OECD,DF,1.0/all', 'sdmx'],
  ['https://ec.europa.eu/eurostat/api/dissemination/sdmx/2.1/data/crim_off_cat?format=SDMX-CSV', 'sdmx'],
  ['/data/delitos?format=json', undefined],
  ['https://api.worldbank.org/v2/es/country/PER;COL/indicator/VC.IHR.PSRC.P5', 'world-bank'],
  ['https://api.worldbank.org/v2/country/all/indicator/VC.IHR.PSRC.P5?format=json', 'world-bank'],
  ['https://apis.datos.gob.ar/series/api/series/?ids=148.3_INIVELNAL_DICI_M_26', 'series-tiempo'],
  ['https://data.police.uk/api/crimes-street/all-crime?lat=51.5&lng=0', 'police-uk'],
  ['/eurostat/api/dissemination/statistics/1.0/data/crim_off_cat?geo=ES', 'json-stat'],
  ['/eurostat/databrowser/view/crim_off_cat/default/table?lang=en', 'json-stat'],
  ['/api/v2/tables/TAB6471/data', 'pxweb'],
  ['/api/v2/tables?query=x', 'pxweb'],
  ['/api/pxwebapi/v2-beta/tables/05839', 'pxweb'],
  ['/api/v1/es/db/delitos.px', 'pxweb'],
  ['/OV0104/v1/doris/en/ssd/BE/BE0101', 'pxweb'],
  ['/archivos/delitos.px', 'px'],
  ['/archivos/Delitos.PX?v=2', 'px'],
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
    expect(protocolOfReply('{"total_count": 2, "results": [{"a":1}]}')).to.equal('opendatasoft');
    expect(protocolOfReply('{"@odata.context":"x","value":[]}')).to.equal('odata');
    expect(protocolOfReply('{"d":{"results":[]}}')).to.equal('odata');
    expect(protocolOfReply('{"nhits":2,"parameters":{},"records":[]}')).to.equal('opendatasoft');
  });

  it('is told by what only one protocol has in its replies', () => {
    const long = 'x'.repeat(20_000);
    expect(protocolOfReply('{"header":{},"structure":{},"dataSets":[]}')).to.equal('sdmx');
    expect(
      protocolOfReply(`{"structure":{"dimensions":{"series":[{"id":"A","keyPosition":0}]},"x":"${long}"}}`),
    ).to.equal('sdmx');
    expect(protocolOfReply('[{"page":1,"pages":1,"per_page":"50","total":1},[]]')).to.equal('world-bank');
    expect(protocolOfReply('[{"message":[{"id":"120","key":"Invalid value"}]}]')).to.equal('world-bank');
    expect(protocolOfReply('{"data":[["2024-01-01",5]],"count":1,"meta":[{"frequency":"year"}]}')).to.equal(
      'series-tiempo',
    );
    expect(protocolOfReply('[{"category":"a","persistent_id":"","outcome_status":null}]')).to.equal(
      'police-uk',
    );
    expect(protocolOfReply('[{"message":"hola"}]')).to.equal('json');
    expect(protocolOfReply('{"version":"2.0","class":"dataset","id":[]}')).to.equal('json-stat');
    expect(protocolOfReply('{"class":"collection","link":{}}')).to.equal('json-stat');
    expect(protocolOfReply(`{"dataset":{"value":[${'1,'.repeat(9000)}1]}}`)).to.equal('json-stat');
    expect(protocolOfReply('{"nama":{"value":[1],"dimension":{"id":[]}}}')).to.equal('json-stat');
    expect(protocolOfReply('{"title":"Delitos","variables":[{"code":"a"}]}')).to.equal('pxweb');
    expect(protocolOfReply('CHARSET="ANSI";\nAXIS-VERSION="2000";')).to.equal('px');
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

  it('is told by what only documents of one protocol have', () => {
    expect(protocolOfReply('{"type":"FeatureCollection","features":[]}')).to.equal('geojson');
    expect(protocolOfReply('{"type":"Feature","properties":{}}')).to.equal('geojson');
    expect(protocolOfReply('{"type":"Topology","objects":{}}')).to.equal('topojson');
    expect(protocolOfReply('{"columns":[{"kind":"text","name":"a","words":[],"codes":[]}]}')).to.equal(
      'columnar',
    );
    expect(protocolOfReply('{"columns":["a"],"data":[[1]]}')).to.equal('json');
    expect(protocolOfReply('{"name":"x","resources":[{"name":"a","path":"a.csv"}]}')).to.equal('datapackage');
    expect(protocolOfReply('{"profile":"tabular-data-package","resources":[]}')).to.equal('datapackage');
    expect(protocolOfReply('{"@context":"http://www.w3.org/ns/csvw","url":"a.csv"}')).to.equal('csvw');
    expect(protocolOfReply('{"@context":["http://www.w3.org/ns/csvw",{"@language":"es"}]}')).to.equal('csvw');
  });

  it('is one of those that are listed', () => {
    expect(PROTOCOLS).to.include.members(ADDRESSES.flatMap(([, protocol]) => protocol ?? []));
  });
});
