import '../support/as-module.js';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { source } from '../../src/sources/geojson.js';
import { askFiles, MADE } from '../support/made-files.js';
import { failureOf } from '../support/failure.js';
import { names, readText, texts } from '../support/read-text.js';
import { describeWith, REAL } from '../support/real-files.js';

const feature = (properties: unknown, more: object = {}): object => ({
  type: 'Feature',
  geometry: null,
  properties,
  ...more,
});
const collection = (features: unknown, more: object = {}): string =>
  JSON.stringify({ type: 'FeatureCollection', ...more, features });

describe('GeoJSON', () => {
  it('is a row a feature, also without a geometry or properties', async () => {
    const { table } = await readText(
      source,
      collection([feature({ a: '01', b: 2 }), feature(null), feature({ c: null, b: 3 })]),
    );
    expect(names(table)).to.deep.equal(['a', 'b', 'c']);
    expect(texts(table, 'a')).to.deep.equal(['01', '', '']);
    expect(texts(table, 'b')).to.deep.equal(['2', '', '3']);
  });

  it('has the names of features as a column, where they have any', async () => {
    const { table } = await readText(
      source,
      collection([feature({ a: 1 }, { id: '0101' }), feature({ a: 2 })]),
    );
    expect(names(table)).to.deep.equal(['id', 'a']);
    expect(texts(table, 'id')).to.deep.equal(['0101', '']);
    const same = await readText(source, collection([feature({ id: 5 }, { id: 5 })]));
    expect(names(same.table)).to.deep.equal(['id']);
    const other = await readText(source, collection([feature({ id: 'x' }, { id: 5 })]));
    expect(names(other.table)).to.deep.equal(['feature.id', 'id']);
  });

  it('is one feature, or a shape of which nothing is said', async () => {
    expect(texts((await readText(source, JSON.stringify(feature({ a: 1 })))).table, 'a')).to.deep.equal([
      '1',
    ]);
    expect((await readText(source, '{"type":"Point","coordinates":[0,0]}')).table.length).to.equal(1);
    expect((await readText(source, collection([]))).table.length).to.equal(0);
  });

  it('does not mind in which system its shapes are', async () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::32718' } };
    expect((await readText(source, collection([feature({ a: 1 })], { crs }))).table.length).to.equal(1);
  });

  it('goes on to the next page of an OGC API, on the same host alone', async () => {
    const page = (value: number, href?: string): string =>
      collection([feature({ a: value })], {
        numberMatched: 3,
        links: href === undefined ? [] : [{ rel: 'self' }, { rel: 'next', href }],
      });
    const files = {
      'items?f=geojson': page(1, '/items?page=2'),
      'items?page=2': page(2, `${MADE}items?page=3`),
      'items?page=3': page(3),
    };
    const { table, provenance } = await askFiles(files, 'items?f=geojson');
    expect(texts(table, 'a')).to.deep.equal(['1', '2', '3']);
    expect(provenance.partial).to.equal(undefined);
    const elsewhere = await askFiles(
      { 'items?f=geojson': page(1, 'https://otro.example/2') },
      'items?f=geojson',
    );
    expect(elsewhere.provenance.partial).to.deep.equal({ received: 1, total: 3 });
    const cut = await askFiles(
      { 'd.geojson': collection([feature({ a: 1 })], { properties: { exceededTransferLimit: true } }) },
      'd.geojson',
    );
    expect(cut.provenance.partial).to.deep.equal({ received: 1 });
  });

  it('[REL-02] is told where it has no features', async () => {
    await failureOf(readText(source, '{"a":1}'), 'not-data');
    await failureOf(readText(source, '[1]'), 'not-data');
    await failureOf(readText(source, '{"type":"FeatureCollection"'), 'malformed');
    const { details } = await failureOf(
      readText(source, '{"error":{"code":400,"message":"Invalid URL"}}'),
      'server-error',
    );
    expect(details.serverMessage).to.equal('Invalid URL');
  });

  it('[SEC-10] has columns of any name', async () => {
    const { table } = await readText(
      source,
      '{"type":"FeatureCollection","features":[{"id":1,"properties":{"__proto__":7,"toString":8}}]}',
    );
    expect(names(table)).to.deep.equal(['id', '__proto__', 'toString']);
    expect(texts(table, '__proto__')).to.deep.equal(['7']);
  });
});

describeWith(`${REAL}geo`, 'the real limits of Peru', () => {
  const real = (name: string): string => readFileSync(`${REAL}geo/${name}`, 'utf8');

  it('have 25 departments, with their codes as text', async () => {
    const { table } = await readText(source, real('pe-departamentos-simple.geojson'));
    expect(table.length).to.equal(25);
    expect(texts(table, 'FIRST_IDDP')[0]).to.equal('01');
  });

  it('have 1 834 districts, the 8 without a shape among them', async () => {
    const { table } = await readText(source, real('pe-distritos-simple.geojson'));
    expect(table.length).to.equal(1834);
    expect(new Set(texts(table, 'IDDIST')).size).to.be.greaterThan(1800);
  });
});
